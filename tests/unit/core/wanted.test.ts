import { expect, test } from 'vitest';
import { assess } from '../../../core/goals.ts';
import type { Goal } from '../../../core/model.ts';
import { findWanted } from '../../../core/wanted.ts';
import { day, makeGoal, makeRows, start } from './measuring.ts';

const now = start + 30 * day;

const find = (name: Parameters<typeof findWanted>[0], goals: readonly Goal[]) =>
  findWanted(name, goals, new Map(goals.map((goal) => [goal.id, assess(goal, makeRows(), now)])))?.id;

const rate = (id: string, change: Partial<Goal> = {}): Goal => makeGoal({ id, measure: { kind: 'rate' }, target: 3, ...change });

test('a goal for a part of the mentions is not wanted of all of them', () => {
  expect(find('rate', [rate('buying', { measure: { kind: 'rate', intents: ['buying'] } })])).toBeUndefined();
  expect(find('rate', [rate('tagged', { measure: { kind: 'rate', tags: ['refund'] } })])).toBeUndefined();
  expect(find('rate', [rate('one', { measure: { kind: 'rate', keywordIds: ['us'] } })])).toBeUndefined();
  expect(find('champions', [makeGoal({ measure: { kind: 'people', tags: ['Champion', 'vip'] } })])).toBeUndefined();
  expect(find('champions', [makeGoal({ id: 'five', measure: { kind: 'people', tags: ['CHAMPION'] } })])).toBe('five');
});

test('of several goals the latest that runs is wanted', () => {
  const over = rate('over', { until: now - day, createdAt: start + 9 });
  const later = rate('later', { from: now + day, createdAt: start + 8 });
  expect(find('rate', [rate('old', { createdAt: start }), rate('new', { createdAt: start + 5 }), over, later])).toBe('new');
  expect(find('rate', [over])).toBeUndefined();
});

test('a goal for posts read stands beside the posts read, and not beside sites', () => {
  const goals = [makeGoal({ id: 'read', measure: { kind: 'read' }, target: 13_000 })];
  expect(find('posts', goals)).toBe('read');
  expect(find('sites', goals)).toBeUndefined();
});
