import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlFoot, htmlHead, markdownTitle, mentionColumns, safeLink, toCells, toHtml, toMarkdown } from '../../../core/mention-export.ts';
import type { Mention } from '../../../core/model.ts';
import { formulas, scripts } from '../../fixtures/payloads.ts';

const words = { keywordName: (id: string) => (id === 'k1' ? 'Tidewater' : undefined), siteName: (site: string) => site, title: 'Mentions' };

const makeMention = (change: Partial<Mention> = {}): Mention => ({
  id: 'x:1',
  site: 'x',
  postId: '1',
  kind: 'post',
  author: { handle: 'ada', name: 'Ada Byrne' },
  text: 'Tidewater is fine.',
  url: 'https://x.com/ada/status/1',
  hits: [{ keywordId: 'k1', start: 0, end: 9 }],
  keywordIds: ['k1', 'gone'],
  seenAt: Date.UTC(2026, 10, 23),
  status: 'new',
  ...change,
});

/** A stranger's words wherever a stranger's words may stand. */
const everywhere = (payload: string): Mention =>
  makeMention({
    author: { handle: payload, name: payload },
    text: payload,
    community: payload,
    tags: [payload],
    note: payload,
    assignee: payload,
  });

test('a table has a cell for each column, and names keywords as people do', () => {
  const cells = toCells(makeMention({ starred: 1, tags: ['a', 'b'], counts: { likes: -2 } }), words);
  expect(cells).toHaveLength(mentionColumns.length);
  const cell = (name: string) => cells[mentionColumns.indexOf(name)];
  expect([cell('keywords'), cell('tags'), cell('starred'), cell('seen at')]).toEqual([
    'Tidewater, gone',
    'a, b',
    'yes',
    '2026-11-23T00:00:00.000Z',
  ]);
  // A number below zero begins like a formula, and is one to some.
  expect(cell('likes')).toBe("'-2");
});

test('no cell begins like a formula, whatever anyone is called or writes', () => {
  expect(formulas.length).toBeGreaterThanOrEqual(40);
  for (const payload of formulas)
    for (const cell of toCells(everywhere(payload), words))
      expect([payload, /^[\s\uFEFF]*[=+\-@＝＋－＠|%]|^[\t\r\n]/.test(cell)]).toEqual([payload, false]);
});

const tags = /<(?!\/?(article|h2|bdi|p|a|html|meta|title|style|h1)\b|!doctype html>)/i;

test('a page of mentions holds no markup but its own, no script, and no link that is not https', () => {
  expect(scripts.length).toBeGreaterThanOrEqual(300);
  const page = [htmlHead(words), ...scripts.map((payload) => toHtml({ ...everywhere(payload), url: payload }, words)), htmlFoot].join('');
  expect(tags.exec(page)?.[0]).toBeUndefined();
  expect([...page.matchAll(/<([a-z0-9]+)[^>]*?\son\w+\s*=/gi)]).toEqual([]);
  const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(links.filter((href) => !href?.startsWith('https://'))).toEqual([]);
  expect(page).toContain(`http-equiv="Content-Security-Policy" content="default-src 'none'`);
  expect(htmlHead(words)).not.toMatch(/<(?:img|link|script|iframe)\b|@import|url\(/i);
});

test('in Markdown every sign of a stranger’s means itself', () => {
  for (const payload of [
    ...scripts,
    '# not a title',
    '- no list',
    '[x](javascript:alert(1))',
    '![x](https://evil.example/p.png)',
    '    code',
    '---',
    '`x`',
    '&lt;',
    'https://evil.example',
    'www.evil.example',
    'a@b.example',
  ]) {
    const text = toMarkdown({ ...everywhere(payload), url: undefined } as Mention, words);
    // Of what Markdown reads as markup, only what we wrote ourselves is left without its backslash.
    const bare = text.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/^(## |> ?)/gm, '');
    expect([payload, bare.replace(/\s·\s/g, '').match(/[<>[\]`*_#!|&~@:(){}]/)]).toEqual([payload, null]);
  }
});

test('lines of a text stay lines of its quotation', () => {
  expect(toMarkdown(makeMention({ text: 'One\r\n# Two\u2028Three', note: 'Mine' }), words)).toBe(
    '## Ada Byrne\n\nx · 2026\\-11\\-23 · new · Tidewater · <https://x.com/ada/status/1>\n\n> One\n> \\# Two\n> Three\n\nMine\n',
  );
  expect(markdownTitle({ ...words, title: 'A\nB' })).toBe('# A B\n');
});

test('signs that turn the direction of writing do not leave the house', () => {
  const turned = makeMention({ text: 'safe\u202Etxt.exe\u2066', author: { name: 'A\u202Eda' } });
  expect(toHtml(turned, words) + toMarkdown(turned, words)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});

test('only https leads anywhere', () => {
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'http://x.example',
    ' https://x.example',
    'https://x.example/"onclick=',
    'https://x.example/<b>',
    undefined,
  ])
    expect([url, safeLink(url)]).toEqual([url, undefined]);
  expect(safeLink('https://x.example/a_(b)')).toBe('https://x.example/a%5F%28b%29');
});

test('whatever is written, the text of a page read back is the text', () => {
  const decode = (html: string) =>
    html.replace(
      /&(?:amp|lt|gt|quot|#39|#96);/g,
      (one) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#96;': '`' })[one] ?? one,
    );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (text) => {
      const found = /<p class="text"><bdi>([^<]*)<\/bdi>/.exec(toHtml(makeMention({ text }), words))?.[1] ?? '';
      expect(decode(found)).toBe(text.replace(/\r\n?/g, '\n'));
    }),
  );
});
