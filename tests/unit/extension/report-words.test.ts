import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { listCharts } from '../../../components/report-charts.ts';
import { makePage, type ReportContents } from '../../../components/report-words.ts';
import { calendarOf } from '../../../core/calendar.ts';
import { makeReport, type ReportInput } from '../../../core/report.ts';
import type { PageChart, PagePart, ReportPage } from '../../../core/report-page.ts';
import { printSvg } from '../../../core/svg.ts';
import { day, makeGoal, makeRows, many, start } from '../core/measuring.ts';

const messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>;

function getMessage(key: string, values: string[] = []): string {
  const { message = '', placeholders = {} } = messages[key] ?? {};
  return message.replace(
    /\$([A-Z]+)\$/g,
    (_, name: string) => values[Number(placeholders[name.toLowerCase()]!.content.slice(1)) - 1] ?? '',
  );
}

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const period = { id: 'week:2026-10-08', span: 'week' as const, from: start + 7 * day, to: start + 14 * day };
const before = { from: start, to: start + 7 * day };
const names: Record<string, string> = { us: 'Tidewater', cloud: 'Tidewater Cloud', them: 'Brackish' };

const inWeek = (n: number, week: 0 | 1, change: (i: number) => object = () => ({}), first = 0) =>
  many(n, (i) => ({ seenAt: start + week * 7 * day + i, ...change(i) }), first);

interface Made {
  mentions?: ReturnType<typeof many>;
  rows?: Partial<ReportInput['rows']>;
}

const make = ({ mentions = [], rows, ...change }: Partial<Omit<ReportInput, 'rows'>> & Made = {}) =>
  makeReport({
    period,
    before,
    stretches: Array.from({ length: 8 }, (_, i) => period.from + i * day),
    goals: [],
    now: period.to,
    ...change,
    rows: makeRows({
      mentions,
      exposures: [0, 7].map((at) => ({ site: 'x', hour: start + at * day, posts: 1_000 })),
      ...rows,
    }),
  });

const page = (facts: ReturnType<typeof make>, change: Partial<ReportContents> = {}): ReportPage =>
  makePage({
    facts,
    names: {
      brand: 'Tidewater',
      keywords: Object.entries(names).map(([id, name]) => ({ id, name })),
      nameSite: (site) => site,
      calendar: calendarOf('UTC'),
    },
    texts: {},
    quotes: [],
    ...change,
  });

const partOf = <K extends PagePart['kind']>(whole: ReportPage, kind: K, title?: string) =>
  whole.parts.find(
    (part): part is Extract<PagePart, { kind: K }> => part.kind === kind && (!title || ('title' in part && part.title === title)),
  )!;
const textOf = (whole: ReportPage, name: string): string =>
  whole.parts.flatMap((part) => (part.kind === 'text' && part.name === name ? part.text : [])).join('');

const chart = (facts: ReturnType<typeof make>, title: string): PageChart =>
  listCharts(facts, (id) => names[id] ?? id, calendarOf('UTC')).find((one) => one.title === title)!;

test('whose voice it is adds up: own brands are one bar, of as many mentions as the share of voice above it', () => {
  const kinds = new Map([
    ['us', 'brand' as const],
    ['cloud', 'brand' as const],
    ['them', 'competitor' as const],
  ]);
  const mentions = [
    ...inWeek(40, 1),
    ...inWeek(18, 1, () => ({ keywordIds: ['us', 'cloud'] }), 40),
    ...inWeek(42, 1, () => ({ keywordIds: ['them'] }), 58),
  ];
  const facts = make({ mentions, rows: { kinds } });
  const { note, pictures, table } = chart(facts, 'Whose voice');
  expect(note).toContain('100 mentions of you and competitors');
  expect(facts.figures.find(({ kind }) => kind === 'share-of-voice')?.now).toMatchObject({ value: 0.58, n: 100 });
  expect(table.rows.map(([name, now]) => [name, now])).toEqual([
    ['Your brands', '58 %'],
    ['Brackish', '42 %'],
    ['Tidewater', '58 %'],
    ['Tidewater Cloud', '18 %'],
  ]);
  const drawn = printSvg(pictures!.wide);
  expect(drawn).toContain('>Your brands<');
  expect(drawn).not.toContain('>Tidewater Cloud<');
});

test('a report says by date and number what it is of and what it is compared with', () => {
  const mentions = [...inWeek(30, 0), ...inWeek(40, 1, undefined, 30)];
  const { lead } = page(make({ mentions }));
  expect(lead).toBe(
    'Oct 8, 2026 – Oct 14, 2026: 40 mentions in 1,000 posts read on 1 site. Compared with Oct 1, 2026 – Oct 7, 2026: 30 mentions in 1,000 posts.',
  );
  const early = make({ mentions, now: period.from + 2.5 * day, before: { from: start, to: start + 3 * day } });
  expect(page(early).lead).toContain('Oct 8, 2026 – Oct 10, 2026, not over yet: 40 mentions in 1,000 posts read on 1 site.');
  expect(page(early).lead).toContain('Compared with as many days of the time before, Oct 1, 2026 – Oct 3, 2026: 30 mentions');
});

test('each number has its interval, and both times what they were counted from', () => {
  const { table } = partOf(page(make({ mentions: [...inWeek(30, 0), ...inWeek(40, 1, undefined, 30)] })), 'figures');
  expect(table.head.slice(1, 3).map((head) => head.replace(/\s/g, ' '))).toEqual(['Oct 8 – 14', 'Oct 1 – 7']);
  expect(table.rows[0]).toEqual([
    'Mentions per 1,000 posts read',
    '40 (30–54)',
    '30 (21–43)',
    'May be chance',
    '40 mentions in 1,000 posts read (before: 30 in 1,000)',
  ]);
  expect(table.rows[1]?.[1]).toBe('100 % (91–100\u00a0%)');
});

test('a report of a time long past tells nothing of what is open today', () => {
  const rows = { open: 2_916 };
  const next = (now: number) => textOf(page(make({ rows, now })), 'next');
  expect(next(period.to - day)).toContain('2,916 mentions are open');
  expect(next(period.to + day)).toContain('Today 2,916 mentions are open');
  expect(next(period.to + 30 * day)).toBe('What came next stands in the report of the time after it.');
});

test('an outcome says where it was, where it is to be and by when', () => {
  const goal = makeGoal({
    measure: { kind: 'share-of-voice' },
    target: 0.6,
    baseline: { value: 0.46, n: 50, posts: 900, from: 0, to: start },
    until: Date.UTC(2026, 11, 31),
  });
  const mentions = [...inWeek(50, 1), ...inWeek(50, 1, () => ({ keywordIds: ['them'] }), 50)];
  const [outcome] = partOf(page(make({ mentions, goals: [goal] })), 'outcomes').outcomes;
  expect(outcome?.standing).toBe('50 % · before: 46 % · wanted: at least 60 % by Dec 31, 2026');
});
