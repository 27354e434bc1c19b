/**
 * One person under several names. Each name (`site:handle`) keeps a row of its own, which lists the others it belongs to; what is said of the
 * person is what all of their rows say together. So a merge can be taken back, and each name has again what it had.
 */
import type { Person } from './model.ts';

/** Where a handle is known. The handle may hold colons; a site's id cannot. */
export function splitPersonId(id: string): { site: string; handle: string } {
  const colon = id.indexOf(':');
  return colon < 0 ? { site: '', handle: id } : { site: id.slice(0, colon), handle: id.slice(colon + 1) };
}

export const personIdFor = (site: string, handle: string): string => `${site}:${handle}`;

/** Tags that mean something to Earshot; a person may have any others besides. */
export const personTags = ['champion', 'lead', 'customer', 'press', 'unhappy'] as const;
export type PersonTag = (typeof personTags)[number];

export const hasPersonTag = ({ tags }: Pick<Person, 'tags'>, tag: string): boolean => tags.some((one) => one.trim().toLowerCase() === tag);

/** The ids of one person, this one first. */
export const groupOf = (person: Pick<Person, 'id' | 'sameAs'>): string[] => [...new Set([person.id, ...(person.sameAs ?? [])])];

export const emptyPerson = (id: string): Person => ({ id, name: '', tags: [], note: '' });

const mostTogether = 51;
const mostApart = 200;
const longestNote = 20_000;

/** All that is kept of someone, from each of their rows; where two differ, the first one's word stands. */
export function joinPeople(rows: readonly Person[]): Omit<Person, 'id' | 'sameAs' | 'notSameAs'> {
  const notes = [...new Set(rows.map(({ note }) => note.trim()).filter((note) => note !== ''))];
  const fields = Object.assign({}, ...rows.map((row) => row.fields ?? {}).reverse()) as Record<string, string>;
  return {
    name: rows.find(({ name }) => name !== '')?.name ?? '',
    tags: tidyTags(rows.flatMap(({ tags }) => tags)),
    note: notes.join('\n').slice(0, longestNote),
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
  };
}

const hasFields = (fields: Person['fields']): boolean => Object.keys(fields ?? {}).length > 0;

/** Of whom nothing is kept needs no row. */
export const isWorthKeeping = ({ tags, note, sameAs = [], notSameAs = [], fields }: Person): boolean =>
  tags.length > 0 || note !== '' || sameAs.length > 0 || notSameAs.length > 0 || hasFields(fields);

/** With these ids, or without the field where there are none. */
function withIds(person: Person, ids: { sameAs: readonly string[]; notSameAs: readonly string[] }): Person {
  const { sameAs: _, notSameAs: __, ...rest } = person;
  return {
    ...rest,
    ...(ids.sameAs.length > 0 ? { sameAs: [...ids.sameAs] } : {}),
    ...(ids.notSameAs.length > 0 ? { notSameAs: ids.notSameAs.slice(-mostApart) } : {}),
  };
}

const rowOf = (rows: readonly Person[], id: string): Person => rows.find((row) => row.id === id) ?? emptyPerson(id);

/** The groups of both become one. Undefined where that is more names than anyone has. `rows` are those of both groups that are kept. */
export function mergePeople(rows: readonly Person[], a: string, b: string): Person[] | undefined {
  const all = [...new Set([...groupOf(rowOf(rows, a)), ...groupOf(rowOf(rows, b))])];
  if (all.length > mostTogether) return undefined;
  return all.map((id) => {
    const row = rowOf(rows, id);
    const apart = (row.notSameAs ?? []).filter((other) => !all.includes(other));
    return withIds(row, { sameAs: all.filter((other) => other !== id), notSameAs: apart });
  });
}

const addApart = (row: Person, others: readonly string[]): readonly string[] => [...new Set([...(row.notSameAs ?? []), ...others])];

/** One name is taken out of its group, and is not suggested for it again. */
export function takeApart(rows: readonly Person[], id: string): Person[] {
  const others = groupOf(rowOf(rows, id)).slice(1);
  const left = others.map((other) => {
    const row = rowOf(rows, other);
    return withIds(row, { sameAs: (row.sameAs ?? []).filter((one) => one !== id), notSameAs: addApart(row, [id]) });
  });
  return [withIds(rowOf(rows, id), { sameAs: [], notSameAs: addApart(rowOf(rows, id), others) }), ...left];
}

/** They are two people, whatever their names look like. */
export function markApart(rows: readonly Person[], a: string, b: string): Person[] {
  const [first, second] = [rowOf(rows, a), rowOf(rows, b)];
  return [
    withIds(first, { sameAs: first.sameAs ?? [], notSameAs: addApart(first, [b]) }),
    withIds(second, { sameAs: second.sameAs ?? [], notSameAs: addApart(second, [a]) }),
  ];
}

/** What a person writes of someone: it is said of the whole person, so it lies with one of their names and with no other. */
export interface PersonChange {
  readonly name?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly note?: string | undefined;
  readonly fields?: Readonly<Record<string, string>> | undefined;
}

export function changePerson(rows: readonly Person[], id: string, change: PersonChange): Person[] {
  const { fields: kept, ...row } = rowOf(rows, id);
  const fields = tidyFields(change.fields ?? kept ?? {});
  const main: Person = {
    ...row,
    ...(change.name === undefined ? {} : { name: change.name.trim() }),
    ...(change.tags === undefined ? {} : { tags: tidyTags(change.tags) }),
    ...(change.note === undefined ? {} : { note: change.note.trim() }),
    ...(hasFields(fields) ? { fields } : {}),
  };
  const others = groupOf(row)
    .slice(1)
    .map((other): Person => {
      const { fields: theirs, ...rest } = rowOf(rows, other);
      return {
        ...rest,
        ...(change.tags === undefined ? {} : { tags: [] }),
        ...(change.note === undefined ? {} : { note: '' }),
        ...(change.fields === undefined && theirs ? { fields: theirs } : {}),
      };
    });
  return [main, ...others];
}

const mostTags = 50;

export const tidyTags = (tags: readonly string[]): string[] => {
  const byFolded = new Map<string, string>();
  for (const tag of tags.map((one) => one.trim().slice(0, 60)))
    if (tag && !byFolded.has(tag.toLowerCase())) byFolded.set(tag.toLowerCase(), tag);
  return [...byFolded.values()].slice(0, mostTags);
};

/** What a reply can ask for: `{{person.company}}`. */
const fieldName = /^\p{L}[\p{L}\p{N}_-]{0,39}$/u;
const reserved: readonly string[] = ['note', 'tags', 'name', 'constructor'];
const mostFields = 30;

/** A field's name as it is kept; undefined where a reply could not ask for it. */
export function tidyFieldName(name: string): string | undefined {
  const tidy = name.trim().toLowerCase().replace(/\s+/g, '_');
  return fieldName.test(tidy) && !reserved.includes(tidy) ? tidy : undefined;
}

function tidyFields(fields: Readonly<Record<string, string>>): Record<string, string> {
  const tidy = Object.entries(fields).flatMap(([name, value]) => {
    const kept = tidyFieldName(name);
    return kept && value.trim() ? [[kept, value.trim().slice(0, 500)] as const] : [];
  });
  return Object.fromEntries(tidy.slice(0, mostFields));
}
