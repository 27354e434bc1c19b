import type { Macro } from '../core/model.ts';
import { reading, write } from './db.ts';

/** By name. */
export const listMacros = (): Promise<Macro[]> =>
  reading(async (db) => (await db.macros.toArray()).sort((a, b) => a.name.localeCompare(b.name) || a.createdAt - b.createdAt));

export const getMacro = (id: string): Promise<Macro | undefined> => reading((db) => db.macros.get(id));

export const saveMacros = (macros: readonly Macro[]): Promise<unknown> => write(['macros'], (db) => db.macros.bulkPut([...macros]));

export const removeMacro = (id: string): Promise<void> => write(['macros'], (db) => db.macros.delete(id));
