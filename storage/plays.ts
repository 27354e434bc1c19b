import type { Play } from '../core/model.ts';
import { type Database, reading, write } from './db.ts';

const inOrder = (a: Play, b: Play): number => a.order - b.order || a.createdAt - b.createdAt;

const readPlays = async (db: Database): Promise<Play[]> => (await db.plays.toArray()).sort(inOrder);

/** As the person ordered them. */
export const listPlays = (): Promise<Play[]> => reading(readPlays);

export const savePlays = (plays: readonly Play[]): Promise<unknown> => write(['plays'], (db) => db.plays.bulkPut([...plays]));

export const removePlay = (id: string): Promise<void> => write(['plays'], (db) => db.plays.delete(id));

/** One place up (-1) or down (1). All are numbered anew: two that came from different teams may bear the same number. */
export const movePlay = (id: string, by: 1 | -1): Promise<void> =>
  write(['plays'], async (db) => {
    const plays = await readPlays(db);
    const at = plays.findIndex((play) => play.id === id);
    const other = plays[at + by];
    const moved = plays[at];
    if (!moved || !other) return;
    plays[at] = other;
    plays[at + by] = moved;
    await db.plays.bulkPut(plays.map((play, order) => ({ ...play, order })));
  });
