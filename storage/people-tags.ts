import { reading } from './db.ts';

/** The tags of everyone who has any, by `site:handle`. */
export const listPersonTags = (): Promise<ReadonlyMap<string, readonly string[]>> =>
  reading(async (db) => new Map((await db.people.toArray()).flatMap(({ id, tags }) => (tags.length > 0 ? [[id, tags] as const] : []))));
