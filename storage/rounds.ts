import type { Round } from '../core/model.ts';
import { reading, write } from './db.ts';

/** When each search, and each site's notifications, were last gone through. */
export const listRounds = (): Promise<Round[]> => reading((db) => db.rounds.toArray());

export const saveRounds = (rounds: readonly Round[]): Promise<unknown> => write(['rounds'], (db) => db.rounds.bulkPut([...rounds]));
