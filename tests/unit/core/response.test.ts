import { expect, test } from 'vitest';
import { createCalendar, hourLength } from '../../../core/calendar.ts';
import type { Mention } from '../../../core/model.ts';
import { measureResponse } from '../../../core/response.ts';

const calendar = createCalendar('Europe/Berlin');
const minute = 60_000;
const now = Date.UTC(2026, 10, 27, 12);
const asked = (id: string, change: Partial<Mention> = {}) => ({ id, seenAt: now - 10 * hourLength, status: 'new' as const, ...change });
const measure = (mentions: ReturnType<typeof asked>[], answers: Parameters<typeof measureResponse>[1], rules = { target: 60 * minute }) =>
  measureResponse(mentions, answers, rules, calendar, now);

test('the first reply that was seen in the page is the answer; what was only put into a box is none', () => {
  const found = measure(
    [asked('a'), asked('b')],
    [
      { mentionId: 'a', insertedAt: now - 9 * hourLength, postedAt: now - 8 * hourLength },
      { mentionId: 'a', insertedAt: now - 9 * hourLength, postedAt: now - 9 * hourLength },
      { mentionId: 'b', insertedAt: now },
    ],
  );
  expect([found.answered, found.open, found.unseen]).toEqual([1, 1, 1]);
  expect(found.sinceSeen?.median).toBe(hourLength);
});

test('what is marked done or waiting, or moved by a rule, was not answered by that, and is not open', () => {
  const found = measure([asked('a', { status: 'done' }), asked('b', { status: 'waiting' }), asked('c', { status: 'snoozed' })], []);
  expect([found.answered, found.closed, found.open]).toEqual([0, 2, 1]);
  expect(found.answeredShare?.share).toBe(0);
});

test('what was set aside is in no share, unless it was answered after all', () => {
  const ignored = { status: 'ignored' as const };
  const found = measure([asked('a', ignored), asked('b', ignored)], [{ mentionId: 'b', insertedAt: now, postedAt: now }]);
  expect([found.setAside, found.answered, found.answeredShare?.n]).toEqual([1, 1, 1]);
});

test('what may still be answered in time counts neither for nor against', () => {
  const fresh = asked('c', { seenAt: now - 5 * minute });
  const found = measure([asked('a'), asked('b'), fresh], [{ mentionId: 'a', insertedAt: now, postedAt: now - 10 * hourLength + minute }]);
  expect([found.withinTarget?.share, found.withinTarget?.n, found.stillInTime]).toEqual([0.5, 2, 1]);
});

test('whatever is open and was first seen before the last that is late is late', () => {
  const late = [asked('a'), asked('b', { seenAt: now - 61 * minute, status: 'snoozed' })];
  const others = [asked('c', { seenAt: now - 60 * minute }), asked('d', { status: 'done' }), asked('e', { status: 'ignored' })];
  expect(measure([...others, ...late], [])).toMatchObject({ late: { count: 2, until: now - 61 * minute + 1 }, stillInTime: 1, open: 3 });
  expect(measure(others, []).late).toBeUndefined();
  // Of working time none passes at night: all that was heard in one counts as heard at its end.
  const hours = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 };
  const evening = asked('f', { seenAt: Date.UTC(2026, 10, 26, 20) });
  const morning = asked('g', { seenAt: Date.UTC(2026, 10, 27, 8) });
  const atNine = { target: 239 * minute, ...{ hours } };
  expect(measure([evening, morning], [], atNine).late).toEqual({ count: 2, until: morning.seenAt + 1 });
  expect(measure([evening, morning], [], { ...atNine, target: 240 * minute }).late).toBeUndefined();
});

test('how old a post was when it was first seen is told apart from how long it then waited', () => {
  const old = asked('a', { postedAt: now - 30 * hourLength });
  const found = measure([old], [{ mentionId: 'a', insertedAt: now, postedAt: now - 7 * hourLength }]);
  expect(found.sinceSeen?.median).toBe(3 * hourLength);
  expect(found.sincePosted?.median).toBe(23 * hourLength);
  expect(found.ageWhenSeen?.median).toBe(20 * hourLength);
});

test('with working hours, only they pass', () => {
  const hours = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 };
  // Seen on Thursday at 22:00 in Berlin, answered on Friday at 09:30.
  const seenAt = Date.UTC(2026, 10, 26, 21);
  const found = measure([asked('a', { seenAt })], [{ mentionId: 'a', insertedAt: now, postedAt: Date.UTC(2026, 10, 27, 8, 30) }], {
    target: 60 * minute,
    ...{ hours },
  });
  expect(found.sinceSeen?.median).toBe(30 * minute);
  expect(found.withinTarget?.share).toBe(1);
  expect(found.byHour[22]?.answered).toBe(1);
});

test('who answers after hours is told so, and how long it took by the clock', () => {
  const hours = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 };
  // Seen on Thursday at 20:00 in Berlin, answered 40 minutes later; seen at 16:00, answered at 16:30.
  const evening = Date.UTC(2026, 10, 26, 19);
  const day = Date.UTC(2026, 10, 26, 15);
  const mentions = [asked('a', { seenAt: evening }), asked('b', { seenAt: evening }), asked('c', { seenAt: day })];
  const answers = [
    { mentionId: 'a', insertedAt: now, postedAt: evening + 40 * minute },
    { mentionId: 'b', insertedAt: now, postedAt: evening + 50 * minute },
    { mentionId: 'c', insertedAt: now, postedAt: day + 30 * minute },
  ];
  const found = measure(mentions, answers, { target: 60 * minute, ...{ hours } });
  expect(found.sinceSeen?.median).toBe(0);
  expect([found.afterHours, found.byClock?.median]).toEqual([2, 40 * minute]);
  // Without hours the clock is all there is.
  expect(measure(mentions, answers)).toMatchObject({ afterHours: 0, byClock: undefined });
});

test('a reply that was written before its mention was first seen here took no time', () => {
  const found = measure([asked('a')], [{ mentionId: 'a', insertedAt: now, postedAt: now - 20 * hourLength }]);
  expect(found.sinceSeen?.median).toBe(0);
});
