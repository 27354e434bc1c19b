import renderToString from 'preact-render-to-string';
import { describe, expect, test, vi } from 'vitest';
import { messages } from './english.ts';

vi.mock('wxt/browser', async () => ({ browser: { i18n: { getMessage: (await import('./english.ts')).getMessage } } }));

const { RoundPanel } = await import('../../../components/round-panel.tsx');
const { KeywordList } = await import('../../../components/keyword-list.tsx');
const { AddKeyword } = await import('../../../components/add-keyword.tsx');
const { ReplyList } = await import('../../../components/reply-list.tsx');
const { MentionItem } = await import('../../../components/mention-item.tsx');
const { cutAtHits } = await import('../../../components/marked-text.tsx');
const { safeLink, stripControls } = await import('../../../components/plain-text.tsx');
const { formatRelative } = await import('../../../components/time.tsx');
const { findKeywordProblem, makeKeyword, tidyKeyword } = await import('../../../components/keyword-rules.ts');
const { readForm, writeForm } = await import('../../../components/simple-form.tsx');
const { cutAtMarks } = await import('../../../components/query-box.tsx');
const { describeProblem } = await import('../../../components/query-problems.tsx');
const { parseQuery } = await import('../../../core/query.ts');
const { findReplies } = await import('../../../components/find-replies.ts');
const { fillReply } = await import('../../../components/fill-reply.ts');
const { makeReply } = await import('../../../components/reply-form.tsx');
const { describeTemplateProblem } = await import('../../../components/template-problems.tsx');
const { readTags, tidyReply } = await import('../../../components/writing.ts');
const { parseTemplate } = await import('../../../core/template.ts');
const { makeEditing } = await import('../../../components/editing.ts');
const { findProblems, listCompetitors, planKeywords } = await import('../../../entrypoints/welcome/plan.ts');

const nothing = async () => true;
const trying = { listPosts: async () => [], nameSite: ({ site }: { site: string }) => site, sites: ['reddit', 'x'] };
const acme = makeKeyword('Acme', 'brand', 1);

const mention = {
  id: 'x:1',
  site: 'x',
  postId: '1',
  url: 'https://x.com/a/status/1',
  kind: 'comment' as const,
  author: { name: '\u202eAda', handle: '@ada' },
  text: 'I <b>love</b> Acme',
  hits: [{ keywordId: acme.id, start: 14, end: 18 }],
  keywordIds: [acme.id],
  seenAt: 0,
  status: 'new' as const,
};
const sites = [{ id: 'x', host: 'x.com', name: 'X' }];
const round = (keywords: readonly (typeof acme)[]) => {
  const kept = { withoutSites: [], withoutKeywords: [], notifications: true, within: 0 };
  const choice = { sites: ['x'], keywordIds: keywords.map(({ id }) => id), notifications: true, within: 0 };
  const stops = [{ site: 'x', keywordIds: choice.keywordIds }];
  const rounds = { kept, choice, keywords, sites, stops, unallowed: [], rounds: [], view: undefined, ready: true };
  return renderToString(<RoundPanel rounds={rounds as never} tools={{} as never} onProblem={nothing} onStarted={nothing} />);
};
const showMention = (part: object = {}) =>
  renderToString(
    <MentionItem
      mention={{ ...mention, ...part }}
      siteName="X"
      keywords={new Map([[acme.id, acme]])}
      namePlace={(place) => place}
      now={1}
      onStatus={() => {}}
      onReply={() => {}}
    />,
  );

describe('words', () => {
  test('every key a screen asks for has words, and every placeholder is said', () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(messages)) {
      expect(message, key).not.toBe('');
      expect([...message.matchAll(/\$([A-Z]+)\$/g)].map((m) => m[1]!.toLowerCase()).sort(), key).toEqual(Object.keys(placeholders).sort());
    }
  });
});

describe('names that stay', () => {
  test('keywords', () => {
    const html = renderToString(
      <>
        <AddKeyword keywords={[]} trying={trying} onAdd={nothing} />
        <KeywordList keywords={[acme]} counts={{ [acme.id]: 1284 }} trying={trying} onSave={nothing} onRemove={() => {}} />
      </>,
    );
    for (const part of ['aria-label="Add a keyword"', 'aria-label="Kind"', 'Add keyword', 'aria-label="Keywords"', '1,284'])
      expect(html).toContain(part);
  });

  test('replies', () => {
    const reply = makeReply('Thanks', 'Hi {{author.firstName|there}}', 1);
    const html = renderToString(<ReplyList replies={[reply]} onSave={nothing} onRemove={() => {}} onCopy={() => {}} onInsert={() => {}} />);
    for (const part of ['aria-label="Replies"', 'aria-label="Search replies"', 'New reply', 'aria-label="Insert “Thanks”"'])
      expect(html).toContain(part);
    expect(renderToString(<ReplyList replies={[reply]} onSave={nothing} onRemove={() => {}} onCopy={() => {}} />)).not.toContain(
      'Insert “',
    );
  });
});

describe('what strangers wrote', () => {
  test('that a post is gone is said with the day, what changed is folded up, and what was counted is shown', () => {
    const at = Date.UTC(2026, 10, 12, 9);
    const html = showMention({
      counts: { likes: 1204, replies: 1 },
      changes: [
        { at: at - 86_400_000, what: 'counts', from: 'likes 3', to: 'likes 1204, replies 1' },
        { at, what: 'deleted' },
      ],
    });
    expect(html).toContain('<p class="gone">Deleted since, seen Nov 12, 2026</p>');
    expect(html).toContain('1,204 likes · 1 reply');
    expect(html).toContain('2 changes since');
    expect(html).toContain('Counted Nov 11, 2026: 3 likes → 1,204 likes · 1 reply');
    expect(showMention()).not.toContain('class="evidence');
    expect(
      showMention({
        changes: [
          { at, what: 'deleted' },
          { at: at + 9 * 86_400_000, what: 'back' },
        ],
      }),
    ).not.toContain('class="gone"');
  });

  test('what an edited post said before is a stranger’s words', () => {
    const html = showMention({ changes: [{ at: 0, what: 'edited', from: '<img src=x onerror=alert(1)>', to: 'Hello' }] });
    expect(html).toContain('&lt;img src=x');
    expect(html).not.toContain('<img src=x');
  });

  test('a post is text, its hits are marked, and nothing turns the line around', () => {
    const html = showMention();
    expect(html).toContain('I &lt;b>love&lt;/b> <mark class="kw-teal kind-brand"');
    expect(html).not.toContain('\u202e');
    expect(html).toContain('>Ada</bdi>');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'http://x.com/', 'https://x.com@evil.example/', 'nonsense', undefined])(
    '%s is no link',
    (url) => {
      expect(safeLink(url)).toBeUndefined();
      expect(showMention({ url })).not.toContain('href');
    },
  );

  test('a page of this machine is a link without https', () => {
    expect(safeLink('http://localhost:4000/#p1')).toBe('http://localhost:4000/#p1');
    expect(safeLink('http://localhost.evil.example/')).toBeUndefined();
  });

  test('direction controls go, emoji joiners stay', () => {
    expect(stripControls('a\u202eb\u2066c\u200f👩‍💻')).toBe('abc👩‍💻');
  });

  test('overlapping and impossible hits leave the text whole', () => {
    const hits = [
      { keywordId: 'a', start: 0, end: 4 },
      { keywordId: 'b', start: 2, end: 6 },
      { keywordId: 'c', start: 5, end: 99 },
    ];
    expect(
      cutAtHits('one two', hits)
        .map((p) => p.words)
        .join('|'),
    ).toBe('one |two');
  });
});

describe('forms', () => {
  test('a keyword needs words, once', () => {
    expect(findKeywordProblem('  ', [])).toBe('Type the words to listen for.');
    expect(findKeywordProblem('...', [])).toBe('A keyword needs at least one letter or digit.');
    expect(findKeywordProblem('ACME ', [acme])).toBe('“ACME” is in your list already.');
    expect(findKeywordProblem('x'.repeat(2_001), [])).toContain('2,000');
    expect(findKeywordProblem('acme AND (rocket OR', [])).toBeDefined();
    expect(findKeywordProblem('acme AND price OR cost', [])).toContain('mixed');
    expect(findKeywordProblem('東京', [acme])).toBeUndefined();
  });

  test('a long query has a name that fits, and a name that only repeated the words follows them', () => {
    const long = `acme OR ${'rocket '.repeat(100)}`;
    expect(makeKeyword(long, 'brand', 1).name).toHaveLength(200);
    const tidy = (change: object) => tidyKeyword({ ...acme, ...change }, acme);
    expect(tidy({ query: ' Acme Rockets ' })).toMatchObject({ query: 'Acme Rockets', name: 'Acme Rockets' });
    expect(tidy({ query: 'Acme NOT recipe' }).name).toBe('Acme');
    expect(tidy({ query: 'Acme NOT recipe', name: '' }).name).toBe('Acme NOT recipe');
    expect(tidy({ query: 'Acme NOT recipe', name: 'Our brand' }).name).toBe('Our brand');
    expect(tidy({ lookalikes: true }).lookalikes).toBe(true);
    expect(tidy({ lookalikes: false })).not.toHaveProperty('lookalikes');
  });

  test('what a problem is about is marked in the words that were typed', () => {
    const pieces = cutAtMarks('acme AND OR rocket', [
      { start: 9, end: 11, severity: 'error' },
      { start: 9, end: 18, severity: 'warning' },
      { start: 12, end: 99, severity: 'error' },
    ]);
    expect(pieces).toEqual([{ words: 'acme AND ' }, { words: 'OR', severity: 'error' }, { words: ' rocket' }]);
  });

  test.each([
    'acme',
    'acme OR rocket OR @acme',
    '(acme OR rocket) AND launch AND {Apple} AND (site:reddit OR site:x) AND NOT (recipe OR salad)',
    '"acme, inc" OR rocket',
    '',
  ])('the form and the text say the same: %s', (query) => {
    const form = readForm(query);
    expect(form).toBeDefined();
    expect(writeForm(form!)).toBe(query);
    expect(readForm(writeForm(form!))).toEqual(form);
  });

  test('what a form cannot show is not forced into one', () => {
    expect(readForm('acme NEAR/3 rocket')).toBeUndefined();
    expect(writeForm({ any: 'acme, ', all: '', none: ' ,recipe', exact: '', sites: 'reddit' })).toBe('acme AND site:reddit AND NOT recipe');
  });

  test('every kind of problem has words, with nothing left to fill in', () => {
    for (const query of [
      '',
      '(acme',
      'acme AND',
      'a b OR c AND d',
      'NOT acme',
      '*acme',
      'a*',
      'langs:en',
      'rating:<99',
      'kind:cat acme',
      'acme NEAR/3 (NOT b)',
      'the',
      'x'.repeat(3_000),
      'acme OR acme',
      'acme NEAR/900 b',
    ]) {
      for (const problem of parseQuery(query).problems) {
        expect(describeProblem(problem), query).toMatch(/[.:?]$/);
        expect(describeProblem(problem), query).not.toMatch(/\$|undefined|“”|lint/);
      }
    }
  });

  test('what could not be saved is said; what was removed can come back', async () => {
    const said: { text: string; bad?: boolean; undo?: () => void }[] = [];
    const calls: string[] = [];
    const keeper = {
      saveKeyword: async () => void calls.push('save'),
      removeKeyword: async () => void calls.push('remove'),
      saveReply: async () => Promise.reject(new Error('disk full')),
      removeReply: async () => undefined,
    };
    const editing = makeEditing(keeper, (notice) => said.push(notice));
    expect(await editing.saveReply(makeReply('a', 'b', 1))).toBe(false);
    expect(said[0]).toMatchObject({ bad: true, text: 'Not saved, but nothing you typed is lost. Please try again. (disk full)' });
    await editing.removeKeyword(acme);
    said[1]!.undo!();
    expect(calls).toEqual(['remove', 'save']);
  });

  test('replies are found by words in any order, titles first', () => {
    const replies = [makeReply('Sorry', 'we will refund it', 1), makeReply('Refund', 'done', 2)];
    expect(findReplies(replies, 'REFUND').map((r) => r.title)).toEqual(['Refund', 'Sorry']);
    expect(findReplies(replies, 'it sorry').map((r) => r.title)).toEqual(['Sorry']);
  });

  test('a reply with a gap goes nowhere until it is filled', () => {
    const reply = { body: 'Hi {{author.firstName|there}}, order {{order}} and {{order}}' };
    expect(fillReply(reply, { me: { name: '' } }).names).toEqual(['order']);
    expect(fillReply(reply, { me: { name: '' } }, { order: '{{site}}' })).toMatchObject({
      text: 'Hi there, order {{site}} and {{site}}',
      names: [],
    });
  });
});

describe('writing a reply', () => {
  const desk = { me: { name: 'Jo Park' }, now: 0 };

  test('what nobody can supply is told apart from what can be asked', () => {
    const reply = { body: '{{ask "order"}} {{ask "day"|Monday}} {{ask "extra"|}} {{snippet "gone"}} {{date +2y}}' };
    const { needs, stuck } = fillReply(reply, desk);
    expect(needs).toEqual([
      { kind: 'ask', question: 'order' },
      { kind: 'ask', question: 'day', preset: 'Monday' },
      { kind: 'ask', question: 'extra', preset: '' },
    ]);
    expect(stuck).toEqual(['gone', '{{date +2y}}']);
    expect(fillReply({ body: 'a{{ask "extra"|}}b' }, desk)).toMatchObject({ names: ['extra'] });
    expect(fillReply({ body: 'a{{ask "extra"|}}b' }, desk, { extra: '' })).toMatchObject({ text: 'ab', names: [] });
  });

  test('nobody can put words into the mouth of the post: what is known is not asked, and what was typed does not replace it', () => {
    const context = { site: 'X', siteId: 'x', author: { name: 'Maya Lindqvist' } };
    expect(fillReply({ body: '{{author.name}}' }, { ...desk, context }, { 'author.name': 'Evil' }).text).toBe('Maya Lindqvist');
  });

  test('a site has its own wording, and another reply stands in it as it is worded there', () => {
    const sig = { ...makeReply('Sig', 'long', 1), shortcut: 'sig', variants: [{ site: 'x', body: 'short' }] };
    const reply = { ...makeReply('A', 'all {{snippet "sig"}}', 1), variants: [{ site: 'x', body: 'x {{snippet "sig"}}' }] };
    const on = (siteId: string) => fillReply(reply, { ...desk, replies: [sig], context: { site: 'Site', siteId } }).text;
    expect([on('x'), on('reddit')]).toEqual(['x short', 'all long']);
  });

  test('every kind of problem has words, with nothing left to fill in', () => {
    const known = { findSnippet: (name: string) => (name === 'a' ? '{{snippet "a"}}' : undefined) };
    const bodies = [
      '{{keyword',
      '{{}}',
      '{{#each}}',
      '{{order}}',
      '{{autor.name}}',
      '{{author.firstName}}',
      '{{#if <}}',
      '{{/if}}',
      '{{choose}}',
    ];
    const more = [
      '{{ask}}',
      '{{snippet}}',
      '{{link "x"}}',
      '{{cursor x}}',
      '{{date x}}',
      '{{date "x"}}',
      '{{date lang="!"}}',
      '{{date zone="x"}}',
    ];
    const rest = ['{{cursor}}{{cursor}}', '{{snippet "gone"}}', '{{snippet "a"}}', '{{#if a}}'.repeat(30)];
    const codes = new Set<string>();
    for (const problem of [...bodies, ...more, ...rest].flatMap((body) => [...parseTemplate(body, known).problems])) {
      codes.add(problem.code);
      expect(describeTemplateProblem(problem), problem.code).toMatch(/[.?a-z]$/);
      expect(describeTemplateProblem(problem), problem.code).not.toMatch(/\$|undefined|“”|tpl/);
    }
    expect(codes.size).toBe(21);
  });

  test('favourites come first, and a folder, a tag or a language narrows the list', () => {
    const replies = [
      { ...makeReply('A', 'a', 1), tags: ['vip'], folder: 'Care' },
      { ...makeReply('B', 'b', 2), favourite: true, lang: 'de' },
    ];
    const titles = (search: string, filter?: Parameters<typeof findReplies>[2]) => findReplies(replies, search, filter).map((r) => r.title);
    expect(titles('')).toEqual(['B', 'A']);
    expect([titles('', 'folder:Care'), titles('', 'tag:vip'), titles('', 'lang:de'), titles('', 'favourites')]).toEqual([
      ['A'],
      ['A'],
      ['B'],
      ['B'],
    ]);
    expect(titles('care')).toEqual(['A']);
  });

  test('a reply is kept without what is empty', () => {
    const draft = {
      ...makeReply(' A ', 'b', 1),
      shortcut: ' ;a',
      folder: ' ',
      lang: '',
      favourite: false,
      variants: [{ site: 'x', body: ' ' }],
    };
    expect(Object.keys(tidyReply(draft, 2)).sort()).toEqual([
      'body',
      'createdAt',
      'id',
      'shortcut',
      'tags',
      'title',
      'updatedAt',
      'usedCount',
    ]);
    expect(tidyReply(draft, 2)).toMatchObject({ title: 'A', shortcut: 'a', updatedAt: 2 });
    expect(readTags('a, b,, A ,')).toEqual(['A', 'b']);
  });
});

describe('figures', () => {
  test('times read as people say them', () => {
    const now = new Date(2026, 1, 3, 12).getTime();
    expect(formatRelative(now - 5_000, now)).toBe('now');
    expect(formatRelative(now - 120_000, now)).toBe('2m ago');
    expect(formatRelative(now - 90 * 86_400_000, now)).toMatch(/2025/);
  });
});

describe('welcome', () => {
  const draft = { brand: 'Acme', ticked: ['@acme'], competitors: 'Globex\nInitech, globex', myName: '', sites: [] };

  test('competitors stand one on a line, or between commas, each once', () => {
    expect(listCompetitors(draft.competitors)).toEqual(['Globex', 'Initech']);
  });

  test('a brand is needed', () => {
    expect(findProblems({ ...draft, brand: ' ' }).brand).toBeDefined();
    expect(findProblems(draft)).toEqual({ brand: undefined, competitors: undefined });
  });

  test('what is there stays, what is new is added, what was unticked goes', () => {
    const known = [acme, makeKeyword('#acme', 'brand', 1), makeKeyword('Umbrella', 'competitor', 1), makeKeyword('cold brew', 'topic', 1)];
    const { add, remove } = planKeywords(draft, known, 5);
    expect(add.map((k) => k.query)).toEqual(['@acme', 'Globex', 'Initech']);
    expect(remove.map((k) => k.query)).toEqual(['#acme', 'Umbrella']);
  });
});

test('an unknown table is asked about column by column, with its first cells and nobody’s markup', async () => {
  const { MapColumns } = await import('../../../components/map-columns.tsx');
  const rows = [
    ['Kürzel', 'Wortlaut', 'Notiz'],
    ['/dank', 'Vielen Dank, <b>das</b> freut uns sehr zu hören!', ''],
    ['/leid', 'Das tut uns leid. Was ist geschehen?', ''],
  ];
  const html = renderToString(<MapColumns fileName="vorlagen.csv" rows={rows} onMap={() => {}} onClose={() => {}} />);
  expect(html).toContain('What the columns of “vorlagen.csv” hold');
  expect(html.match(/<select[^>]*aria-label="[^"]*"/g)?.map((one) => /aria-label="([^"]*)"/.exec(one)?.[1])).toEqual([
    'What “Kürzel” holds',
    'What “Wortlaut” holds',
    'What “Notiz” holds',
  ]);
  expect(html).toContain('&lt;b>das&lt;/b>');
  expect(html).toContain('nothing in it');
  expect(html).toContain('Not imported: Kürzel, Notiz');
});

test('before the first keyword a round leads to it, and begins none', () => {
  expect(round([])).toContain('href="#keywords"');
  expect(round([])).not.toContain('Start:');
  expect(round([acme])).toContain('Start: 1 page');
});
