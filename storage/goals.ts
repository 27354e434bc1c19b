import type { Goal } from '../core/model.ts';
import { reading, write } from './db.ts';

/** What ends first stands first. */
export const listGoals = (): Promise<Goal[]> =>
  reading(async (db) => (await db.goals.toArray()).sort((a, b) => a.until - b.until || a.createdAt - b.createdAt));

export const saveGoals = (goals: readonly Goal[]): Promise<unknown> => write(['goals'], (db) => db.goals.bulkPut([...goals]));

export const removeGoal = (id: string): Promise<void> => write(['goals'], (db) => db.goals.delete(id));
