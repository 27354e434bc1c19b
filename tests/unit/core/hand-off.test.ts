import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { handOff, printHandOffFile } from '../../../core/hand-off.ts';
import { type Mention, mention as schema } from '../../../core/model.ts';

const words = (change = {}) => ({
  title: 'Mira (@mira) on X',
  facts: [
    { label: 'Status', value: 'New' },
    { label: 'Note', value: 'Ask Ben\nfirst' },
  ],
  link: 'https://x.com/mira/status/1',
  linkLabel: 'Open the post',
  ...change,
});

test('a mention is written out three ways', () => {
  const made = handOff({ text: 'Has anyone\ntried *Tidepool*?' }, words());
  expect(made.markdown).toBe(
    '**Mira (@mira) on X**\n\n> Has anyone\n> tried \\*Tidepool\\*?\n\n- **Status:** New\n- **Note:** Ask Ben first\n- [Open the post](https://x.com/mira/status/1)\n',
  );
  expect(made.plain).toBe(
    '“Mira (@mira) on X”\n> Has anyone\n> tried *Tidepool*?\n\nStatus: New\nNote: Ask Ben first\nOpen the post: https://x.com/mira/status/1\n',
  );
  expect(made.html).toContain('<blockquote>Has anyone<br>tried *Tidepool*?</blockquote>');
  expect(made.html).toContain('<a href="https://x.com/mira/status/1">Open the post</a>');
});

const nasty = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=1>',
    '=HYPERLINK("x")',
    '\t=1+1',
    'a\n=1\n+2\n@x',
    '](https://evil.example)',
    '```',
    '<!channel>',
    '\u202Egnp',
    '# h',
    '| a |',
    '- x',
    '1. x',
    '&lt;b&gt;',
    '\ud800',
  ),
  fc.string({ unit: 'binary' }),
);

test('whatever a stranger wrote, it is words in rich text, and no line or cell of plain text is a formula', () => {
  fc.assert(
    fc.property(nasty, nasty, nasty, (text, title, value) => {
      const made = handOff({ text }, words({ title, facts: [{ label: 'Note', value }] }));
      const { document } = parseHTML(`<html><body>${made.html}</body></html>`);
      const names = new Set([...document.querySelectorAll('body *')].map((one) => one.tagName));
      expect([...names].filter((name) => !['P', 'B', 'BLOCKQUOTE', 'UL', 'LI', 'BR', 'A'].includes(name))).toEqual([]);
      expect(document.querySelectorAll('a')).toHaveLength(1);
      for (const cell of made.plain.split(/[\n\t\r]/)) expect(/^\s*[=+\-@＝＋－＠]/.test(cell)).toBe(false);
      for (const line of made.markdown.split('\n')) expect(/(?:^|[^\\])(?:\\\\)*</.test(line)).toBe(false);
      expect(made.mailto.length).toBeLessThanOrEqual(1_900);
      expect(() => decodeURIComponent(made.mailto)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});

test('an e-mail is cut at a letter and keeps its link', () => {
  const family = '👩‍👩‍👧‍👦';
  const { mailto } = handOff({ text: family.repeat(400) }, words());
  const body = new URLSearchParams(mailto.split('?')[1]).get('body') ?? '';
  expect(mailto.length).toBeLessThanOrEqual(1_900);
  expect(mailto.length).toBeGreaterThan(1_600);
  expect(body).toContain('https://x.com/mira/status/1');
  expect(body.split('\n')[1]?.trim()).toMatch(new RegExp(`^> (?:${family})+…$`, 'u'));
  expect(handOff({ text: 'x' }, words({ facts: [{ label: 'Note', value: 'é'.repeat(5_000) }] })).mailto).toContain('x.com%2Fmira');
});

test('only web addresses are linked', () => {
  for (const link of ['javascript:alert(1)', 'data:text/html,x', undefined]) {
    const made = handOff({ text: 'x' }, words({ link }));
    expect(made.html + made.markdown + made.plain).not.toMatch(/javascript|data:|<a /);
  }
  expect(handOff({ text: 'x' }, words({ link: 'https://x.com/a_(b)' })).markdown).toContain('(https://x.com/a_%28b%29)');
});

test('the file holds the mention as it is kept', () => {
  const mention: Mention = {
    id: 'x:1',
    site: 'x',
    postId: '1',
    kind: 'post',
    author: {},
    text: 'x',
    hits: [],
    keywordIds: ['k'],
    seenAt: 1,
    status: 'new',
    note: '=1',
  };
  const keywords = [
    { id: 'k', name: 'K', query: 'k', kind: 'brand' },
    { id: 'other', name: 'O', query: 'o', kind: 'topic' },
  ];
  const file = JSON.parse(printHandOffFile(mention, keywords, 0));
  expect(file).toMatchObject({ earshot: 'mention', version: 1, keywords: [{ id: 'k', name: 'K' }] });
  expect(schema.strict().parse(file.mention)).toEqual(mention);
});
