import { expect, test } from 'vitest';
import { compareAudits, countAudit } from '../../../core/audit.ts';
import { isMetBefore } from '../../../core/goal-met.ts';
import { assess } from '../../../core/goals.ts';
import { take } from '../../../core/measures.ts';
import type { Goal, MeasureKind } from '../../../core/model.ts';
import { listMet, makePlanGoals } from '../../../core/plans.ts';
import { day, makeGoal, makeRows, start } from './measuring.ts';

const was = (value: number | undefined, n = 50) => ({ ...(value === undefined ? {} : { value }), n, posts: 900, from: 0, to: 28 * day });
const aim = (kind: MeasureKind, better: Goal['better'], target: number) => ({ measure: { kind }, better, target });
const quarter = 91 * day;

test('a share is met where it is there already, from as many as are needed to say so', () => {
  expect(isMetBefore(aim('share-of-voice', 'more', 0.2), was(0.67), quarter)).toBe(true);
  expect(isMetBefore(aim('share-of-voice', 'more', 0.7), was(0.67), quarter)).toBe(false);
  expect(isMetBefore(aim('share-of-voice', 'more', 0.2), was(0.67, 19), quarter)).toBe(false);
  expect(isMetBefore(aim('negative', 'less', 0.2), was(0.1), quarter)).toBe(true);
  expect(isMetBefore(aim('share-of-voice', 'more', 0.2), was(undefined), quarter)).toBe(false);
});

test('what adds up goes on as it did, and people are not other people', () => {
  expect(isMetBefore(aim('mentions', 'more', 90), was(28), quarter)).toBe(true);
  expect(isMetBefore(aim('mentions', 'more', 92), was(28), quarter)).toBe(false);
  expect(isMetBefore(aim('mentions', 'less', 90), was(28), quarter)).toBe(false);
  expect(isMetBefore(aim('people', 'more', 29), was(28), quarter)).toBe(false);
});

const unread = makeRows({ exposures: [], neverRead: true });
const month = { from: start, to: start + 28 * day };

test('before anything was read it is unknown what is open, and the goal for it is offered', () => {
  const baseline = take({ kind: 'open' }, unread, month);
  expect(baseline.value).toBeUndefined();
  expect(take({ kind: 'open' }, makeRows({ open: 0 }), month).value).toBe(0);
  expect(listMet('audit', [baseline])).toEqual([]);
  const [goal] = makePlanGoals({ plan: 'audit', baselines: [baseline], outcomes: ['Nothing lies'], ids: ['a'], now: start });
  expect(goal).toMatchObject({ target: 10, baseline: { n: 0 } });
  expect(assess(makeGoal({ measure: { kind: 'open' }, better: 'less', target: 10 }), unread, start + 30 * day).state).toBe('too-little');
});

test('an audit of what was never read knows nothing of what was not seen', () => {
  const counts = countAudit(unread, month);
  const of = (name: string) => compareAudits({ counts }, { counts }).find((line) => line.name === name)?.after.value;
  expect(['open', 'champions', 'communities', 'rate', 'voice'].map(of)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(of('posts')).toBe(0);
});
