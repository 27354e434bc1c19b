/** Names are left out of what people wrote, and of nothing else. */
import { expect, test, vi } from 'vitest';
import { redactContents } from '../../../components/report-redact.ts';
import { defaultTexts, makePage, type ReportContents } from '../../../components/report-words.ts';
import { calendarOf } from '../../../core/calendar.ts';
import type { KeptTurningPoint, Mention } from '../../../core/model.ts';
import { createRedactor } from '../../../core/redact.ts';
import { makeReport } from '../../../core/report.ts';
import { listReportRows, printReportHtml, printReportMarkdown, printReportPlain, printReportRich } from '../../../core/report-print.ts';
import { day, makeGoal, makeRows, many, start } from '../core/measuring.ts';

vi.mock('wxt/browser', async () => ({ browser: { i18n: { getMessage: (await import('./english.ts')).getMessage } } }));

const from = start + 7 * day;
const hour = 3_600_000;

/** A report in which whatever a person or a stranger can write says `said`. */
function makeContents(said: string, change: Partial<ReportContents> = {}): ReportContents {
  const mentions = [
    ...many(60, (i) => ({ seenAt: start + i, sentiment: 'positive', answeredAt: start + hour })),
    ...many(30, (i) => ({ seenAt: from + i, community: `r/${said}`, sentiment: 'negative', answeredAt: from + 9 * hour }), 60),
    ...many(40, (i) => ({ seenAt: from + 100 + i, keywordIds: ['them'], intents: ['question'] }), 90),
  ];
  const turn = {
    ...{ id: 't', keywordId: 'us', at: from, since: from, until: from + hour, direction: 'up', kind: 'spike', z: 5, p: 0, weeks: 9 },
    ...{ from, to: from + hour, count: 9, expected: 2, posts: 90, bins: 1, state: 'confirmed', note: `note ${said}` },
    drivers: (['term', 'community', 'site'] as const).map((kind) => ({ kind, value: kind === 'site' ? 'x' : said, count: 9 })),
  } as unknown as KeptTurningPoint;
  const word = { term: said, others: [`also ${said}`], now: 9, before: 1, example: `they said ${said}` };
  const facts = makeReport({
    period: { id: 'week:1', span: 'week', from, to: from + 7 * day },
    before: { from: start, to: from },
    stretches: [from, from + 7 * day],
    rows: makeRows({ mentions, exposures: [start, from].map((at) => ({ site: 'x', hour: at, posts: 1_000 })), open: 20 }),
    goals: [
      makeGoal({ outcome: `fewer ${said}`, owner: said, measure: { kind: 'mentions', tags: [said] } }),
      makeGoal({
        id: 'g2',
        outcome: `more ${said}`,
        measure: { kind: 'answered' },
        target: 0.99,
        baseline: { value: 0.5, n: 20, posts: 100, from: start - day, to: start },
      }),
    ],
    turns: [turn],
    rising: { words: [word] },
    now: from + 7 * day,
  });
  const quote = {
    id: 'x:1',
    site: 'x',
    text: `I asked ${said}`,
    author: { name: said, handle: `@${said}` },
    seenAt: from,
  } as unknown as Mention;
  return {
    facts,
    names: {
      brand: 'Tidewater',
      keywords: [
        { id: 'us', name: 'Tidewater' },
        { id: 'them', name: 'Brackish' },
      ],
      nameSite: () => 'X',
      calendar: calendarOf('UTC'),
    },
    texts: {},
    quotes: [{ ...quote, url: 'https://x.example/1' }],
    ...change,
  };
}

const words = { name: '[name]', link: '[link]', address: '[address]' };
const everywhere = (contents: ReportContents): string[] => {
  const page = makePage(contents);
  return [
    JSON.stringify(page),
    ...[printReportHtml, printReportMarkdown, printReportPlain, printReportRich].map((print) => print(page)),
    listReportRows(page)
      .map((row) => row.join('\t'))
      .join('\n'),
  ];
};

const ours = ['posts', 'voice', 'reply', 'open', 'mark', 'share', 'new', 'read', 'mentions', 'week', 'may', 'oct', 'before', 'brands', 'x'];
const redact = createRedactor({ names: ours, handles: ours.map((one) => `@${one}`), keep: [] }, words);

test('our own words and figures stay, whoever is called like one of them', () => {
  const made = makeContents('quibble', { quotes: [] });
  const outcomes = made.facts.outcomes.map(({ goal: { owner: _, ...goal }, progress }) => ({ goal, progress }));
  const contents = { ...made, facts: { ...made.facts, outcomes } };
  const redacted = everywhere(redactContents(contents, redact));
  expect(redacted).toEqual(everywhere(contents));
  for (const text of redacted) expect(text).toMatch(/Share of voice/);
});

test('of a quote all stays but who said it, and of an outcome all but who looks after it', () => {
  for (const text of everywhere(redactContents(makeContents('quibble'), redact)).slice(0, 5)) {
    expect(text.replace(/[\u2068\u2069\\]|<\/?bdi>/g, '')).toContain('[name] on X, Oct 8, 2026');
    expect(text.replace(/\\/g, '')).toContain('Looked after by [name]');
    expect(text).not.toContain('@quibble');
  }
});

test.each(['Mira', ...ours.filter((one) => one.length > 1)])('what is written of %s anywhere is written without the name', (name) => {
  const marker = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  const contents = makeContents(`${marker}Okafor`, { texts: { summary: `Ask ${marker}Okafor.` } });
  const taken = createRedactor({ names: [`${marker}Okafor`], handles: [], keep: [] }, words);
  const [whole, redacted] = [everywhere(contents), everywhere(redactContents(contents, taken))];
  for (const text of whole) expect(text).toContain(`${marker}Okafor`);
  for (const text of redacted) {
    expect(text).not.toContain(`${marker}Okafor`);
    expect(text).not.toContain('x.example');
  }
});

test('who wrote a quote is not named, though no one knows the name for one', () => {
  const page = everywhere(redactContents(makeContents('quibble'), (text) => text));
  for (const text of page) expect(text).not.toContain('quibble (@quibble)');
});

test('what the person wrote themselves goes without names too', () => {
  const contents = makeContents('quibble', { texts: { next: 'Thank Mira for the share of voice.' } });
  const [page = ''] = everywhere(redactContents(contents, createRedactor({ names: ['Mira'], handles: [], keep: [] }, words)));
  expect(page).toContain('Thank [name] for the share of voice.');
});

test('a sentence of ours in what the person changed stays one', () => {
  const contents = makeContents('Quibble');
  const [ours = ''] = defaultTexts(contents.facts, contents.names).changed.split('\n').slice(-1);
  expect(ours).toMatch(/mentions|posts/);
  const written = { ...contents, texts: { changed: `The posts of Quibble were read. ${ours}\nSo say posts.` } };
  const [page = ''] = everywhere(
    redactContents(written, createRedactor({ names: ['posts', 'Quibble', 'mentions', 'read'], handles: [], keep: [] }, words)),
  );
  expect(page).toContain(JSON.stringify(`The [name] of [name] were [name]. ${ours}\nSo say [name].`).slice(1, -1));
});

test('names in Arabic and Hebrew keep their direction to themselves, on the page and in every file', () => {
  const contents = makeContents('quibble');
  const quotes = contents.quotes.map((quote) => ({ ...quote, author: { name: 'محمد\u202e علي', handle: '@מערכת79' } }));
  const page = makePage({ ...contents, quotes });
  const part = page.parts.find(({ kind }) => kind === 'quotes');
  const signed = (first: string, last: string) => `${first}محمد علي${last} (${first}@מערכת79${last}) on X, `;
  expect(part?.kind === 'quotes' && part.quotes[0]?.by).toContain(signed('\u2068', '\u2069'));
  for (const print of [printReportHtml, printReportRich]) expect(print(page)).toContain(signed('<bdi>', '</bdi>'));
  for (const print of [printReportMarkdown, printReportPlain]) expect(print(page)).toContain(signed('\u2068', '\u2069'));
  // A cell of a table is read by programs too.
  expect(listReportRows(page).flat().join('\n')).toContain(signed('', ''));
});
