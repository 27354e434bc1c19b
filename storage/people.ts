import type { Answer, Keyword, Mention, Person } from '../core/model.ts';
import {
  changePerson,
  emptyPerson,
  groupOf,
  isWorthKeeping,
  joinPeople,
  markApart,
  mergePeople,
  type PersonChange,
  takeApart,
} from '../core/people.ts';
import { listFieldNames } from '../core/people-lists.ts';
import { type Database, reading, write } from './db.ts';
import { mentionTables } from './mention-writes.ts';
import { readRows, splitKey, tagsIn } from './person-rows.ts';
import { weighWrittenBy } from './weigh.ts';

/** The ids of the person that `id` is a name of, this one first. */
export async function readGroup(db: Database, id: string): Promise<string[]> {
  const row = await db.people.get(id);
  return row ? groupOf(row) : [id];
}

/** All that is kept of whom `id` is a name of; undefined where nothing is. */
export const getPerson = (id: string): Promise<Person | undefined> =>
  reading(async (db) => {
    const rows = await readRows(db, [id]);
    const own = rows.find((row) => row.id === id);
    return rows.length > 0 ? { ...(own ?? emptyPerson(id)), ...joinPeople(rows) } : undefined;
  });

/** The same for a reply, which may ask for what is kept of others: so there is an answer for everyone, as soon as anything is. */
export const getKnownPerson = (id: string): Promise<(Person & { fieldNames: string[] }) | undefined> =>
  reading(async (db) => {
    const [rows, all] = await Promise.all([readRows(db, [id]), db.people.toArray()]);
    const fieldNames = listFieldNames(all);
    const own = rows.find((row) => row.id === id) ?? emptyPerson(id);
    return rows.length + fieldNames.length > 0 ? { ...own, ...joinPeople(rows), fieldNames } : undefined;
  });

/** What replies may ask for of a person, as far as it was ever written down. */
export const listPersonFields = (): Promise<string[]> => reading(async (db) => listFieldNames(await db.people.toArray()));

/** Of whom nothing is kept any more goes. */
async function putRows(db: Database, rows: readonly Person[], now: number): Promise<void> {
  const known = await db.people.bulkGet(rows.map(({ id }) => id));
  const dated = rows.map((row, i) => (known[i] ? row : { ...row, createdAt: now }));
  await db.people.bulkPut(dated.filter(isWorthKeeping));
  await db.people.bulkDelete(rows.filter((row) => !isWorthKeeping(row)).map(({ id }) => id));
}

/** A note about whoever wrote a post. It is shown and edited as that of the whole person, whichever name it was begun with. */
export const saveNote = (id: string, name: string, note: string, now = Date.now()): Promise<unknown> =>
  savePerson(id, { note, ...(name ? { name } : {}) }, now);

const tagsOf = (rows: readonly Person[], ids: readonly string[]): string[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => tagsIn(byId, id).join('\n'));
};

/** Where a change leaves someone with other tags, all they wrote weighs otherwise from then on. */
const changing = <T>(ids: readonly string[], work: (db: Database) => Promise<T>): Promise<T> =>
  write(['people', 'keywords', ...mentionTables], async (db) => {
    const before = await readRows(db, ids);
    const done = await work(db);
    const after = await readRows(db, [...new Set([...ids, ...before.flatMap(groupOf)])]);
    const all = [...new Set([...ids, ...[...before, ...after].flatMap(groupOf)])];
    const [had, has] = [tagsOf(before, all), tagsOf(after, all)];
    await weighWrittenBy(
      db,
      all.filter((_, i) => had[i] !== has[i]),
    );
    return done;
  });

export const savePerson = (id: string, change: PersonChange, now: number): Promise<unknown> =>
  changing([id], async (db) => putRows(db, changePerson(await readRows(db, [id]), id, change), now));

/** Two are one. False where that is more names than anyone has. */
export const joinPerson = (a: string, b: string, now: number): Promise<boolean> =>
  changing([a, b], async (db) => {
    const rows = mergePeople(await readRows(db, [a, b]), a, b);
    if (rows) await putRows(db, rows, now);
    return rows !== undefined;
  });

/** A name leaves the person it was taken for, and has again what was kept of it before. */
export const splitPerson = (id: string, now: number): Promise<unknown> =>
  changing([id], async (db) => putRows(db, takeApart(await readRows(db, [id]), id), now));

/** It is remembered that they are two. */
export const keepApart = (a: string, b: string, now: number): Promise<unknown> =>
  changing([a, b], async (db) => putRows(db, markApart(await readRows(db, [a, b]), a, b), now));

/** As it was before: for whoever takes a merge or a change back. */
export const restorePeople = (rows: readonly Person[]): Promise<unknown> =>
  changing(
    rows.map(({ id }) => id),
    async (db) => {
      await db.people.bulkPut(rows.filter(isWorthKeeping));
      await db.people.bulkDelete(rows.filter((row) => !isWorthKeeping(row)).map(({ id }) => id));
    },
  );

/** The rows as they are, for `restorePeople`. Names that have none are among them, empty. */
export const readPeopleRows = (ids: readonly string[]): Promise<Person[]> =>
  reading(async (db) => {
    const rows = await readRows(db, ids);
    return [...new Set([...ids, ...rows.map(({ id }) => id)])].map((id) => rows.find((row) => row.id === id) ?? emptyPerson(id));
  });

/** All that the card of a mention says. */
export interface CardFacts {
  mention?: Mention;
  keywords: Keyword[];
  person?: { id: string; mentions: number; answeredAt?: number; note: string };
}

/** Someone who wrote more than this has been answered lately or not at all, as far as a card is concerned. */
const mostLookedAt = 500;

const timeOf = ({ insertedAt, postedAt }: Answer): number => postedAt ?? insertedAt;

async function readPerson(db: Database, { site, author: { handle } }: Mention): Promise<CardFacts['person']> {
  if (!handle) return undefined;
  const id = `${site}:${handle}`;
  const ids = await readGroup(db, id);
  const by = db.mentions.where('[site+author.handle]').anyOf(ids.map((one) => splitKey(one)));
  const [mentions, mentionIds, rows] = await Promise.all([by.count(), by.clone().limit(mostLookedAt).primaryKeys(), readRows(db, ids)]);
  const [toPosts, toThem] = await Promise.all([
    db.answers.where('mentionId').anyOf(mentionIds).toArray(),
    db.answers.where('personId').anyOf(ids).limit(mostLookedAt).toArray(),
  ]);
  const times = [...toPosts, ...toThem].map(timeOf);
  return { id, mentions, note: joinPeople(rows).note, ...(times.length > 0 ? { answeredAt: Math.max(...times) } : {}) };
}

export const readCard = (mentionId: string): Promise<CardFacts> =>
  reading(async (db) => {
    const mention = await db.mentions.get(mentionId);
    if (!mention) return { keywords: [] };
    const [keywords, person] = await Promise.all([db.keywords.bulkGet(mention.keywordIds), readPerson(db, mention)]);
    return { mention, keywords: keywords.filter((keyword) => keyword !== undefined), ...(person ? { person } : {}) };
  });

/** The tags of those who wrote these mentions, under whichever name, by `site:handle`. */
export const readTagsOf = (mentions: readonly Mention[]): Promise<Map<string, string[]>> =>
  reading(async (db) => {
    const ids = [...new Set(mentions.flatMap(({ site, author }) => (author.handle ? [`${site}:${author.handle}`] : [])))];
    const byId = new Map((await readRows(db, ids)).map((row) => [row.id, row]));
    return new Map(ids.map((id) => [id, tagsIn(byId, id)]));
  });
