/** What is kept of people, as it is read within a transaction. */
import type { Person } from '../core/model.ts';
import { groupOf, joinPeople } from '../core/people.ts';
import type { Database } from './db.ts';

/** The rows of everyone that `ids` are, and of the names they belong to. */
export async function readRows(db: Database, ids: readonly string[]): Promise<Person[]> {
  const found = (await db.people.bulkGet([...ids])).filter((row) => row !== undefined);
  const others = [...new Set(found.flatMap(groupOf))].filter((id) => !ids.includes(id));
  const more = others.length > 0 ? await db.people.bulkGet(others) : [];
  return [...found, ...more.filter((row) => row !== undefined)];
}

/** As the index of mentions by their writer has it. */
export function splitKey(id: string): [string, string] {
  const colon = id.indexOf(':');
  return [id.slice(0, colon), id.slice(colon + 1)];
}

/** What is kept of whoever `id` is, as far as their rows are among these. */
export function tagsIn(byId: ReadonlyMap<string, Person>, id: string): string[] {
  const row = byId.get(id);
  return row ? joinPeople(groupOf(row).flatMap((one) => byId.get(one) ?? [])).tags : [];
}
