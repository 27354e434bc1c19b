import { expect, test } from 'vitest';
import { parseInboxFilter } from '../../../core/inbox-filter.ts';
import { compileFilter } from '../../../core/inbox-match.ts';
import type { Mention } from '../../../core/model.ts';

const hour = 3_600_000;
/** A Sunday. */
const sunday = Date.UTC(2026, 10, 1);

const said = (more: Partial<Mention>): Mention => ({
  id: 'x:1',
  site: 'x',
  postId: '1',
  kind: 'post',
  author: { handle: 'mira' },
  text: 'The export broke again',
  seenAt: sunday,
  hits: [],
  keywordIds: ['a'],
  status: 'new',
  ...more,
});
const passes = (text: string, more: Partial<Mention> = {}): boolean => compileFilter(parseInboxFilter(text).filter)(said(more));

test('several keywords are any of them', () => {
  expect(passes('keyword:b keyword:a')).toBe(true);
  expect(passes('keyword:b keyword:c')).toBe(false);
  expect(passes('keyword:b keyword:c', { keywordIds: ['a', 'c'] })).toBe(true);
});

test('what is counted is by others, and nobody paid for it', () => {
  expect(passes('is:counted')).toBe(true);
  expect(passes('is:counted', { own: true })).toBe(false);
  expect(passes('is:counted', { promoted: true })).toBe(false);
  expect(passes('is:counted is:starred')).toBe(false);
});

test('what a mention cannot tell of its answers is left to these, and its status rules some of it out', () => {
  expect(passes('is:answered', { status: 'ignored' })).toBe(true);
  expect(passes('is:unanswered')).toBe(true);
  expect(['new', 'snoozed', 'waiting', 'done', 'ignored'].map((status) => passes('is:open', { status: status as 'new' }))).toEqual([
    ...[true, true],
    ...[false, false, false],
  ]);
  expect(passes('is:inserted', { status: 'ignored' })).toBe(false);
  expect(passes('is:answerable', { status: 'ignored' })).toBe(true);
});

test('an hour is one of the clock of a zone, on one day of the week or on any', () => {
  const seenAt = sunday + 23.7 * hour;
  expect(passes('hour:sun-23@UTC', { seenAt })).toBe(true);
  expect(passes('hour:sun-22@UTC', { seenAt })).toBe(false);
  expect(passes('hour:mon-00@Europe/Berlin', { seenAt })).toBe(true);
  expect(passes('hour:00@Europe/Berlin', { seenAt })).toBe(true);
  expect(passes('hour:tue-00@Europe/Berlin', { seenAt })).toBe(false);
  // As all that is counted by the hour: by the hour (UTC) it was seen in, which begins at half past five there.
  expect(passes('hour:mon-04@Asia/Kolkata', { seenAt })).toBe(true);
});

test('a topic is a word or a phrase as rising words are counted, not the beginning of one', () => {
  expect(passes('topic:"export broke"')).toBe(true);
  expect(passes('topic:exp')).toBe(false);
  expect(passes('topic:"broke export"')).toBe(false);
});

test('a community is the same however it is written', () => {
  expect(passes('community:r/DevOps', { community: 'r/devops' })).toBe(true);
  expect(passes('community:r/DevOps', { community: 'r/devopsy' })).toBe(false);
});
