import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { listCharts } from '../../../components/report-charts.ts';
import { calendarOf } from '../../../core/calendar.ts';
import { makeReport, type ReportInput } from '../../../core/report.ts';
import type { PageChart } from '../../../core/report-page.ts';
import { printSvg } from '../../../core/svg.ts';
import { day, makeRows, many, start } from '../core/measuring.ts';

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
