/** A goal of each kind, in each state there is. */
import { day } from './clock.ts';
import type { Goal } from './goals.ts';
import { takeMeasure } from './measures.ts';
import type { Rows } from './rows.ts';

type Draft = Pick<Goal, 'outcome' | 'measure' | 'better' | 'target'> & { began: number; ends: number; owner?: string };

const drafts: readonly Draft[] = [
  { outcome: 'Heard more', measure: { kind: 'read' }, better: 'more', target: 90_000, began: 42, ends: 30 },
  { outcome: 'Talked about', measure: { kind: 'rate' }, better: 'more', target: 3, began: 40, ends: 31 },
  { outcome: 'Wanted', measure: { kind: 'rate', intents: ['buying'], keywordIds: ['k0'] }, better: 'more', target: 1, began: 30, ends: 32 },
  { outcome: 'Louder than they are', measure: { kind: 'share-of-voice' }, better: 'more', target: 0.6, began: 35, ends: 33, owner: 'Ada' },
  { outcome: 'Louder in one', measure: { kind: 'share-of-voice', keywordIds: ['k1'] }, better: 'more', target: 0.9, began: 20, ends: 34 },
  { outcome: 'Nobody left alone', measure: { kind: 'answered' }, better: 'more', target: 0.8, began: 33, ends: 35 },
  { outcome: 'Refunds answered', measure: { kind: 'answered', tags: ['refund'] }, better: 'more', target: 0.8, began: 3, ends: 36 },
  { outcome: 'Sooner', measure: { kind: 'response-time' }, better: 'less', target: 4 * 3_600_000, began: 29, ends: 37 },
  { outcome: 'Sooner still', measure: { kind: 'response-time' }, better: 'less', target: 60 * 3_600_000, began: 50, ends: -5 },
  { outcome: 'Fewer are cross', measure: { kind: 'negative' }, better: 'less', target: 0.25, began: 28, ends: 38 },
  {
    outcome: 'Fewer are cross with them',
    measure: { kind: 'negative', keywordIds: ['k2'] },
    better: 'less',
    target: 0.9,
    began: 27,
    ends: 39,
  },
  { outcome: 'Friends', measure: { kind: 'people', tags: ['CHAMPION'] }, better: 'more', target: 12, began: 26, ends: 40 },
  { outcome: 'Customers', measure: { kind: 'people', tags: ['customer'] }, better: 'more', target: 40, began: 45, ends: 41 },
  { outcome: 'Fewer refunds', measure: { kind: 'mentions', tags: ['refund'] }, better: 'less', target: 90, began: 44, ends: 42 },
  { outcome: 'No complaints', measure: { kind: 'mentions', intents: ['complaint'] }, better: 'less', target: 2, began: 43, ends: 43 },
  { outcome: 'Named often', measure: { kind: 'mentions', keywordIds: ['k0'] }, better: 'more', target: 900, began: 41, ends: 44 },
  { outcome: 'Two of a kind', measure: { kind: 'mentions', keywordIds: ['k3'] }, better: 'more', target: 20, began: 0.5, ends: 45 },
  { outcome: 'Nothing lies', measure: { kind: 'open' }, better: 'less', target: 100, began: 19, ends: 46 },
  { outcome: 'Not yet', measure: { kind: 'mentions' }, better: 'more', target: 5, began: -2, ends: 47 },
];

/** The half millisecond of rounding that a day is moved by keeps what is written at the same time apart. */
function makeGoal(rows: Rows, { began, ends, ...goal }: Draft, now: number, i: number): Goal {
  const from = Math.round(now - began * day) - 1;
  const { value, n, posts, sites } = takeMeasure(rows, goal.measure, { from: from - 28 * day, to: from });
  // One as it was set before sites were kept.
  const kept = sites && !goal.measure.intents ? { sites } : {};
  const baseline = { ...(value === undefined ? {} : { value }), n, posts, ...kept, from: from - 28 * day, to: from };
  return { ...goal, id: `made-up-${i}`, from, until: Math.round(now + ends * day), createdAt: from, baseline };
}

export const makeGoals = (rows: Rows, now: number): Goal[] => drafts.map((draft, i) => makeGoal(rows, draft, now, i));
