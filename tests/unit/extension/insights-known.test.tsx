/** A competitor that was added ten days ago, beside a brand that was always there. */
import { renderToString } from 'preact-render-to-string';
import { expect, test, vi } from 'vitest';
import { calendarOf, dayLength } from '../../../core/calendar.ts';
import { type Gathered, type HeardPost, measureVolume, within } from '../../../core/insights.ts';
import type { Keyword } from '../../../core/model.ts';
import { compareRivals, measureShareOfVoice } from '../../../core/share-of-voice.ts';
import { compareVolume, couldBeHeardBefore, knownVoice, knownVolume, volumeSince } from '../../../entrypoints/dashboard/insights/known.ts';
import { Overview } from '../../../entrypoints/dashboard/insights/overview.tsx';
import type { View } from '../../../entrypoints/dashboard/insights/use-insights.ts';
import { makeKeyword } from './made-up.ts';

vi.mock('wxt/browser', async () => ({ browser: { i18n: { getMessage: (await import('./english.ts')).getMessage } } }));

const today = Date.UTC(2026, 10, 23);
const calendar = calendarOf('UTC');
const period = { from: today - 29 * dayLength, to: today };
const earlier = { from: today - 59 * dayLength, to: today - 30 * dayLength };
const added = today - 9 * dayLength;
const brand = makeKeyword('us', { createdAt: 1 });
const rival = makeKeyword('them', { kind: 'competitor', createdAt: added, name: 'Brackish' });

const heard = (keywordIds: string[], day: number): HeardPost => ({
  ...{ site: 'x', day, hour: day, kind: 'post', sentiment: 'unknown', intents: [], community: undefined, person: 0 },
  keywordIds,
});

/** One mention of the brand a day, and three of the competitor since it was added; 100 posts read a day. */
function makeView(keywords: Keyword[], filter: View['filter'] = {}): View {
  const days = Array.from({ length: 60 }, (_, i) => earlier.from + i * dayLength);
  const posts = days.flatMap((day) => [
    heard(['us'], day),
    ...(day >= added && keywords.includes(rival) ? [1, 2, 3].map(() => heard(['them'], day)) : []),
  ]);
  const read = days.map((day) => ({ site: 'x', community: undefined, day, hour: day, posts: 100 }));
  const whole: Gathered = { calendar, posts, untold: [], read, readCommunities: [] };
  const asked = { ...whole, posts: posts.filter(({ keywordIds }) => !filter.keywordIds || filter.keywordIds.includes(keywordIds[0]!)) };
  const [all, allBefore] = [within(whole, period), within(whole, earlier)];
  const [now, before] = [within(asked, period), within(asked, earlier)];
  const rest = { hasStrays: false, ofBrands: true, mine: now, mineBefore: before, places: all };
  return { calendar, period, days: 30, filter, keywords, now, before, all, allBefore, ...rest };
}

const textOf = (view: View): string =>
  renderToString(<Overview view={view} details={undefined} response={undefined} />)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

test('all mentions are compared by the keywords that were listened for in both times', () => {
  const view = makeView([brand, rival]);
  const { now, before, without } = compareVolume(view);
  expect([measureVolume(now).mentions, measureVolume(before).mentions]).toEqual([30, 30]);
  expect(without).toEqual([{ keywordId: 'them', since: added }]);
  expect(measureVolume(view.now).mentions).toBe(60);
  expect(textOf(view)).toContain('Compared without Brackish (listened for since Nov 14)');
  expect(textOf(view)).not.toContain('times the 30 days before');
});

test('share of voice is of the days on which both were listened for, and is not compared with days on which they were not', () => {
  const known = knownVoice(makeView([brand, rival]));
  expect(measureShareOfVoice(known.now, [brand, rival])).toMatchObject({ mine: 10, theirs: 30 });
  expect(known).toMatchObject({ gap: undefined, since: added, compared: { isKnown: false } });
  const text = textOf(makeView([brand, rival]));
  expect(text).toContain('25 %');
  expect(text).toContain('Nothing to compare with: Brackish (listened for since Nov 14)');
  expect(text).not.toContain('points from');
});

test('head to head nothing is said of the change of one that was not there before, and its rate is of what was read since', () => {
  const view = makeView([brand, rival]);
  const [second, first] = compareRivals(view.all, view.allBefore, view.keywords, knownVoice(view).now);
  expect(first).toMatchObject({ keywordId: 'us', mentions: 30, share: { share: 0.25, n: 40 }, change: { times: 1 } });
  expect(second).toMatchObject({ keywordId: 'them', mentions: 30, share: { share: 0.75 }, posts: 1_000, change: undefined });
  expect(second?.rate?.perThousand).toBe(30);
});

test('the chosen keyword is known from when it was added', () => {
  const view = makeView([brand, rival], { keywordIds: ['them'] });
  expect(volumeSince(view)).toBe(added);
  expect(couldBeHeardBefore(view)).toBe(false);
  expect(measureVolume(knownVolume(view))).toMatchObject({ mentions: 30, posts: 1_000 });
  expect(textOf(view)).toContain('30 days before: Unknown');
});

test('what is paused is not compared: since when it is, is not known', () => {
  const paused = { ...rival, createdAt: 1, paused: true };
  expect(compareVolume(makeView([brand, paused]))).toMatchObject({ isKnown: true, without: [{ keywordId: 'them' }] });
  expect(textOf(makeView([brand, paused]))).toContain('Nothing to compare with: Brackish (paused)');
});

test('without a competitor there is no share of voice, but what to do about it', () => {
  const text = textOf(makeView([brand]));
  expect(text).toContain('Add a competitor as a keyword');
  expect(text).not.toContain('100 %');
});

test('a post that names two competitors counts for each, of the mentions that share of voice is of', () => {
  const other = makeKeyword('other', { kind: 'competitor', createdAt: 1 });
  const posts = [heard(['us'], today), heard(['them', 'other'], today)];
  const whole: Gathered = { calendar, posts, untold: [], read: [], readCommunities: [] };
  const shares = compareRivals(whole, whole, [brand, rival, other]).map(({ share }) => share?.share);
  expect(shares).toEqual([0.5, 0.5, 0.5]);
});

test('of a time before the competitor was added there is no share of voice, and the competitor is why', () => {
  const view = makeView([brand, { ...rival, createdAt: today + 3 * dayLength }]);
  expect(textOf(view)).toContain('Nothing to compare with: Brackish (listened for since Nov 26)');
  expect(textOf(view)).not.toContain('Add a competitor');
});
