import { expect, test } from 'vitest';
import { createCalendar } from '../../../core/calendar.ts';
import { type Gathered, gather } from '../../../core/insights.ts';
import { readFilter } from '../../../entrypoints/dashboard/inbox/use-inbox-filter.ts';
import { areWholeHours, leadToAnswers } from '../../../entrypoints/dashboard/insights/leads.ts';
import type { View } from '../../../entrypoints/dashboard/insights/use-insights.ts';
import { makeKeyword } from './made-up.ts';

const day = Date.UTC(2026, 10, 23);
const calendar = createCalendar('UTC');
const none: Gathered = gather({ tallies: [], exposures: [], communities: [] }, calendar);
const keywords = [makeKeyword('a', { kind: 'brand' }), makeKeyword('b', { kind: 'competitor' })];
const view: View = {
  calendar,
  period: { from: day, to: day },
  days: 1,
  filter: {},
  keywords,
  ...{ now: none, before: none, mine: none, mineBefore: none, all: none, allBefore: none, places: none },
  ofBrands: true,
  hasStrays: false,
};
const filterOf = (href = ''): unknown => readFilter(decodeURIComponent(href.replace('#inbox/filter/', '')), keywords).filter;

test('what became of mentions leads to those of the brands, and where there are too many to no older ones than were read', () => {
  const brands = { keywordId: 'a', since: day, until: day + 86_400_000, counted: true, answer: 'open' };
  const lead = (since: number | undefined) => leadToAnswers(view, { since }, 3, { answer: 'open' });
  expect(lead(undefined)?.count).toBe(3);
  expect(filterOf(lead(undefined)?.href)).toEqual(brands);
  expect(filterOf(lead(day - 1)?.href)).toEqual(brands);
  expect(filterOf(lead(day + 5_000)?.href)).toEqual({ ...brands, since: day + 5_000 });
  expect(leadToAnswers(view, { since: undefined }, 0, { answer: 'open' })).toBeUndefined();
});

test('an hour leads nowhere where the clock on the wall is half an hour off', () => {
  const seen = [{ seenAt: day + 10 * 60_000 }, { seenAt: day + 50 * 60_000 }];
  expect(areWholeHours(createCalendar('Europe/Berlin'), seen)).toBe(true);
  expect(areWholeHours(createCalendar('Asia/Kolkata'), seen)).toBe(false);
  expect(areWholeHours(createCalendar('Asia/Kolkata'), [])).toBe(true);
});
