/** A report says by which numbers answers of two times were compared. */
import { expect, test, vi } from 'vitest';
import { makePage } from '../../../components/report-words.ts';
import { calendarOf } from '../../../core/calendar.ts';
import { makeReport } from '../../../core/report.ts';
import { listReportRows, printReportPlain } from '../../../core/report-print.ts';
import { day, makeRows, many, start } from '../core/measuring.ts';

vi.mock('wxt/browser', async () => ({ browser: { i18n: { getMessage: (await import('./english.ts')).getMessage } } }));

const hour = 3_600_000;
const from = start + 10 * day;
const now = from + 5 * day;

/** One each hour: the first time half of them after 10 hours and half after 30, the second each or each so many-th after `later` hours. */
function make(later: number, every = 1) {
  const mentions = many(15 * 24, (i) => {
    const seenAt = start + i * hour;
    const answeredAt = seenAt + (seenAt < from ? (i % 2 === 0 ? 10 : 30) : later) * hour;
    return { seenAt, ...(answeredAt < now && (seenAt < from || i % every === 0) ? { answeredAt } : {}) };
  });
  const facts = makeReport({
    period: { id: 'week:1', span: 'week', from, to: from + 10 * day },
    before: { from: start, to: start + 5 * day },
    stretches: [from, from + 10 * day],
    rows: makeRows({ mentions, exposures: [start, from].map((at) => ({ site: 'x', hour: at, posts: 5_000 })) }),
    goals: [],
    now,
  });
  const names = { brand: 'Tidewater', keywords: [], nameSite: () => 'X', calendar: calendarOf('UTC') };
  return makePage({ facts, names, texts: {}, quotes: [] });
}

test('the table, the summary and what changed tell the same, of as many as had the time', () => {
  const said = printReportPlain(make(10));
  expect(said).toContain(
    'Answered: 92 % of the 120 of your brands that want an answer; of the 97 at least 24 h old, 100 % within that time (before: 50 %).',
  );
  expect(said).toContain(
    '120 mentions that want an answer (before: 120). Compared: within 24 h, of those at least that old: 100 % of 97 (before: 50 % of 120)',
  );
  expect(said).toContain('Compared, those still open counted in: half within 10 h (before: half within 10 h)');
  expect(said).toContain('answered within 24 h (of those at least that old) rose from 50 % to 100 %. That is better.');
});

test('where fewer than half are answered, how long that takes is not known yet', () => {
  const said = printReportPlain(make(30, 3));
  expect(said).toContain('Compared, those still open counted in: fewer than half yet (before: half within 10 h)');
  expect(said).toContain('answered within 24 h (of those at least that old) fell from 50 % to 0 %. That is worse.');
});

test('in the table for spreadsheets what was compared has rows of its own', () => {
  const rows = listReportRows(make(10)).filter((row) => row.length > 5 && row.some((cell) => cell.includes('of those at least that old')));
  expect(rows.map((row) => [row.at(-5), row.at(-2), row.at(-1)])).toEqual([
    ['100', '97', '5000'],
    ['50', '120', '5000'],
  ]);
});
