import type { Mute } from '../core/model.ts';
import { reading, write } from './db.ts';

/** Newest first; those that have ended are among them until the background sweeps them out. */
export const listMutes = (): Promise<Mute[]> =>
  reading(async (db) => (await db.mutes.toArray()).sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1)));

export const saveMutes = (mutes: readonly Mute[]): Promise<unknown> => write(['mutes'], (db) => db.mutes.bulkPut([...mutes]));

export const removeMute = (id: string): Promise<void> => write(['mutes'], (db) => db.mutes.delete(id));
