import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerKinds } from '../../../core/became.ts';
import { type InboxFilter, parseInboxFilter, printInboxFilter } from '../../../core/inbox-filter.ts';

const read = (text: string) => parseInboxFilter(text).filter;

test('a filter is read from the words a person types', () => {
  expect(
    parseInboxFilter(
      'status:new tag:launch is:starred assignee:me sentiment:negative intent:question since:2026-11-01 person:x/mira free words',
    ),
  ).toEqual({
    filter: {
      status: 'new',
      tag: 'launch',
      starred: true,
      assignee: 'me',
      sentiment: 'negative',
      intent: 'question',
      since: Date.UTC(2026, 10, 1),
      personId: 'x:mira',
      words: 'free words',
    },
    problems: [],
  });
  expect(read('')).toEqual({});
  expect(read('tag:"two words" community:"r/dev ops"')).toEqual({ tag: 'two words', community: 'r/dev ops' });
  expect(read('assignee:"Ada \\"A\\" B"')).toEqual({ assignee: 'Ada "A" B' });
});

test('what insights count can be asked for', () => {
  expect(read('is:counted is:starred')).toEqual({ counted: true, starred: true });
  expect(read('is:Open is:counted')).toEqual({ answer: 'open', counted: true });
  for (const answer of answerKinds) expect(parseInboxFilter(`is:${answer}`)).toEqual({ filter: { answer }, problems: [] });
  expect(parseInboxFilter('is:answered is:open is:replied').problems.map(({ code, words }) => [code, ...words])).toEqual([
    ['duplicate', 'is', 'open'],
    ['bad-value', 'is', 'replied'],
  ]);
  expect(read('keyword:a keyword:b')).toEqual({ keywordIds: ['a', 'b'] });
  expect(read('keyword:a tag:x keyword:b keyword:"c d"')).toEqual({ keywordIds: ['a', 'b', 'c d'], tag: 'x' });
  expect(parseInboxFilter('keyword:a keyword:a').problems.map(({ code }) => code)).toEqual(['duplicate']);
  expect(read('hour:Mon-9@Europe/Berlin')).toEqual({ hour: 'mon-09@Europe/Berlin' });
  expect(read('hour:23@UTC topic:"export broke"')).toEqual({ hour: '23@UTC', topic: 'export broke' });
  expect(parseInboxFilter('hour:24@UTC hour:9').problems.map(({ code }) => code)).toEqual(['bad-value', 'bad-value']);
});

test('until names the last day that is still in it', () => {
  expect(read('until:2026-11-01')).toEqual({ until: Date.UTC(2026, 10, 2) });
  expect(read('until:2026-11-01T10:00Z')).toEqual({ until: Date.UTC(2026, 10, 1, 10) });
});

test('whatever uses the query language is a query', () => {
  expect(read('status:new "lost my draft" OR crash')).toEqual({ status: 'new', query: '"lost my draft" OR crash' });
  expect(read('sail* site:reddit')).toEqual({ site: 'reddit', query: 'sail*' });
  expect(read('site:news.ycombinator.com kind:comment')).toEqual({ kind: 'comment', query: 'site:news.ycombinator.com' });
  expect(read('author:mira NOT rating:<3')).toEqual({ query: 'author:mira NOT rating:<3' });
  expect(read('a tag:x b')).toEqual({ tag: 'x', words: 'a b' });
});

test('what stands in brackets, quotes or beside an operator is no property', () => {
  expect(read('(site:x OR site:reddit) status:new')).toEqual({ status: 'new', query: '(site:x OR site:reddit)' });
  expect(read('"status:new"')).toEqual({ query: '"status:new"' });
  expect(read('draft OR site:x')).toEqual({ query: 'draft OR site:x' });
  expect(read('NOT kind:review')).toEqual({ query: 'NOT kind:review' });
});

test('a value that is none is a problem that says where it stands, and the rest holds', () => {
  const { filter, problems } = parseInboxFilter('status:open tag:a since:2026-02-30');
  expect(filter).toEqual({ tag: 'a' });
  expect(problems.map(({ code, words, span }) => [code, ...words, span.start, span.end])).toEqual([
    ['bad-value', 'status', 'open', 0, 11],
    ['bad-value', 'since', '2026-02-30', 18, 34],
  ]);
  expect(parseInboxFilter('tag:a tag:b').problems.map(({ code }) => code)).toEqual(['duplicate']);
  const query = parseInboxFilter('tag:a draft OR');
  expect(query.problems.map(({ code, span }) => [code, span.start, span.end])).toEqual([['missing-operand', 12, 14]]);
});

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    'a b',
    '"',
    '\\',
    'x:y',
    'r/dev ops',
    'a OR b',
    '(a)',
    'status:new',
    'is:starred',
    '“q”',
    'tag:',
    '{a} b',
    'query:"x"',
    '東京',
  ),
);
const trimmed = text.map((one) => one.trim()).filter((one) => one !== '');
const solid = text.filter((one) => one.trim() !== '');
const time = fc.oneof(
  fc.integer({ min: 0, max: 4e12 }),
  fc.integer({ min: 0, max: 40_000 }).map((days) => days * 86_400_000),
);
const filters: fc.Arbitrary<InboxFilter> = fc.record(
  {
    status: fc.constantFrom('new', 'waiting', 'done', 'snoozed', 'ignored'),
    keywordId: solid,
    site: fc.constantFrom('x', 'reddit', 'a-1'),
    tag: solid,
    starred: fc.constant(true as const),
    assignee: solid,
    personId: solid.map((handle) => `x:${handle}`),
    kind: fc.constantFrom('post', 'comment', 'review', 'message'),
    community: solid,
    sentiment: fc.constantFrom('positive', 'neutral', 'negative', 'unknown'),
    intent: fc.constantFrom('question', 'bug', 'press'),
    since: time,
    until: time,
    thread: solid,
    counted: fc.constant(true as const),
    answer: fc.constantFrom(...answerKinds),
    hour: fc.constantFrom('mon-00@UTC', '23@America/Argentina/Buenos_Aires', 'sun-09@Etc/GMT+5'),
    topic: trimmed,
    words: trimmed,
    query: trimmed,
  },
  { requiredKeys: [] },
);
/** Some ask for several keywords, which then stand in the place of one. */
const severally = fc
  .tuple(filters, fc.option(fc.uniqueArray(solid, { minLength: 2, maxLength: 4 })))
  .map(
    ([{ keywordId, ...rest }, keywordIds]): InboxFilter =>
      keywordIds ? { ...rest, keywordIds } : keywordId === undefined ? rest : { ...rest, keywordId },
  );

test('what is printed reads as the same filter', () => {
  fc.assert(
    fc.property(severally, (filter) => {
      const printed = printInboxFilter(filter);
      expect(parseInboxFilter(printed).filter).toEqual(filter);
      expect(printInboxFilter(parseInboxFilter(printed).filter)).toBe(printed);
    }),
    { numRuns: 3_000 },
  );
});

test('any text is a filter, and printing it changes nothing of what it means', () => {
  const piece = fc.oneof(
    text,
    fc.constantFrom('status:new', 'OR', 'NOT', '(', ')', 'site:x', 'kind:post', 'tag:"a b"', 'NEAR/3', 'words:a', 'query:b', '"'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const filter = read(pieces.join(' '));
      expect(read(printInboxFilter(filter))).toEqual(filter);
    }),
    { numRuns: 3_000 },
  );
});
