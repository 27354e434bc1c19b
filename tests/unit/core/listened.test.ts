import { expect, test } from 'vitest';
import { allSince, compareAll, compareAny, heardBy } from '../../../core/listened.ts';

const day = 86_400_000;
const now = { from: 30 * day, to: 60 * day };
const before = { from: 0, to: 30 * day };
const keyword = (id: string, createdAt: number, paused = false) => ({ id, createdAt, paused });
const old = keyword('old', -100 * day);

test('a keyword is known from the hour on in which it was created', () => {
  expect(allSince([old, keyword('new', 50 * day + 1_800_000)])).toBe(50 * day);
  expect(heardBy([old, keyword('later', 61 * day)], now.to)).toEqual([old]);
});

test('side by side only days are compared on which all were listened for', () => {
  expect(compareAll([old, keyword('half', 20 * day)], now, before)).toEqual({ keywordIds: ['old', 'half'], from: 20 * day, without: [] });
  expect(compareAll([old, keyword('new', 50 * day)], now, before)).toMatchObject({
    keywordIds: [],
    without: [{ keywordId: 'new', since: 50 * day }],
  });
});

test('what was created after both times has nothing to do with them', () => {
  expect(compareAll([old, keyword('later', 70 * day)], now, before)).toMatchObject({ keywordIds: ['old'], without: [] });
  expect(compareAny([old, keyword('later', 70 * day)], now, before)).toMatchObject({ keywordIds: ['old'], without: [] });
});

test('with one that is paused nothing is compared: it is not known since when', () => {
  expect(compareAll([old, keyword('silent', 0, true)], now, before)).toMatchObject({ keywordIds: [], without: [{ keywordId: 'silent' }] });
  expect(compareAny([old, keyword('silent', 0, true)], now, before)).toMatchObject({
    keywordIds: ['old'],
    without: [{ keywordId: 'silent' }],
  });
});

test('together those are compared that were listened for in both times', () => {
  expect(compareAny([old, keyword('half', 20 * day), keyword('new', 50 * day)], now, before)).toEqual({
    keywordIds: ['old'],
    from: -100 * day,
    without: [
      { keywordId: 'half', since: 20 * day },
      { keywordId: 'new', since: 50 * day },
    ],
  });
});

test('who began within the earlier time is compared from then on', () => {
  const begun = [keyword('a', 20 * day), keyword('b', 20 * day + 3 * 3_600_000), keyword('c', 40 * day)];
  expect(compareAny(begun, now, before)).toMatchObject({ keywordIds: ['a', 'b'], from: 20 * day + 3 * 3_600_000 });
});

test('who began within the later time has nothing to compare with', () => {
  expect(compareAny([keyword('a', 40 * day)], now, before)).toMatchObject({
    keywordIds: [],
    without: [{ keywordId: 'a', since: 40 * day }],
  });
});
