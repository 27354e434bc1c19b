/** Invented rows to measure. */
import type { CountedMention, MeasureRows } from '../../../core/measures.ts';
import type { Goal } from '../../../core/model.ts';

export const day = 86_400_000;
export const start = Date.UTC(2026, 9, 1);

export function makeCounted(i: number, change: Partial<CountedMention> = {}): CountedMention {
  const { seenAt = start + i * 60_000, answeredAt } = change;
  return {
    post: i,
    site: 'x',
    keywordIds: ['us'],
    seenAt,
    status: 'new',
    tags: [],
    intents: [],
    personId: `x:person${i}`,
    ...(answeredAt === undefined ? {} : { answeredAfter: Math.max(0, answeredAt - seenAt) }),
    ...change,
  };
}

export const many = (n: number, change: (i: number) => Partial<CountedMention> = () => ({}), first = 0): CountedMention[] =>
  Array.from({ length: n }, (_, i) => makeCounted(first + i, change(i)));

export const makeRows = (change: Partial<MeasureRows> = {}): MeasureRows => ({
  mentions: [],
  exposures: [{ site: 'x', hour: start, posts: 1_000 }],
  kinds: new Map([
    ['us', 'brand'],
    ['them', 'competitor'],
  ]),
  peopleTags: new Map(),
  open: 0,
  dayOf: (time) => Math.floor(time / day) * day,
  answering: { target: day, howLong: (from, to) => Math.max(0, to - from) },
  ...change,
});

/** Something was read on each of these days, counted from the first. */
export const readOn = (days: Iterable<number>, posts = 100) => [...days].map((i) => ({ site: 'x', hour: start + i * day, posts }));
export const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

export const makeGoal = (change: Partial<Goal> = {}): Goal => ({
  id: 'g1',
  outcome: '40 leads a quarter',
  measure: { kind: 'people', tags: ['lead'] },
  better: 'more',
  target: 40,
  from: start,
  until: start + 90 * day,
  createdAt: start,
  ...change,
});
