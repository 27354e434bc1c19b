import type { View } from '../core/model.ts';
import { reading, write } from './db.ts';

/** In the order the person gave them. */
export const listViews = (): Promise<View[]> =>
  reading(async (db) => (await db.views.toArray()).sort((a, b) => a.order - b.order || a.createdAt - b.createdAt));

export const saveViews = (views: readonly View[]): Promise<unknown> => write(['views'], (db) => db.views.bulkPut([...views]));

export const removeView = (id: string): Promise<void> => write(['views'], (db) => db.views.delete(id));
