/** A person, a site, or everything, out of every table. */
import Dexie from 'dexie';
import type { Answer, Mention, RecentPost, ReportDraft } from '../core/model.ts';
import { foldHandle } from '../core/mutes.ts';
import { removeAnswers } from './answer-writes.ts';
import { type Database, openDatabase, type TableName, write } from './db.ts';
import { mentionTables, putMentions, removeMentions } from './mention-writes.ts';
import { forgetSums } from './tallies.ts';

export type Erased = Record<string, number>;

export interface PersonName {
  site: string;
  handle: string;
}

export function readPersonId(id: string): PersonName {
  const cut = id.indexOf(':');
  return { site: id.slice(0, cut), handle: id.slice(cut + 1) };
}

interface Written {
  site: string;
  author: { handle?: string | undefined };
}

/** A handle is one whatever its case, with or without its @. */
export function isBy({ site, handle }: PersonName): (post: Written) => boolean {
  const folded = foldHandle(handle);
  return (post) => post.site === site && post.author.handle !== undefined && foldHandle(post.author.handle) === folded;
}

const isSameId = (id: string | undefined, person: PersonName): boolean => {
  if (!id) return false;
  const { site, handle } = readPersonId(id);
  return site === person.site && foldHandle(handle) === foldHandle(person.handle);
};

const ofSite = (db: Database, site: string) =>
  db.mentions.where('[site+seenAt]').between([site, Dexie.minKey], [site, Dexie.maxKey], true, true);

/** Walks the site once: an index knows a handle only in the one way it was written. */
async function listBy(db: Database, person: PersonName): Promise<string[]> {
  const wrote = isBy(person);
  const ids: string[] = [];
  await ofSite(db, person.site).each((mention) => {
    if (wrote(mention)) ids.push(mention.id);
  });
  return ids;
}

/** What someone else's post quoted of them goes with them; that post's own words are not theirs. */
async function forgetParents(db: Database, person: PersonName): Promise<number> {
  const wrote = isBy(person);
  const under: Mention[] = [];
  await ofSite(db, person.site).each((mention) => {
    const author = mention.parent?.author;
    if (author && wrote({ site: mention.site, author })) under.push(mention);
  });
  await putMentions(
    db,
    under.map(({ parent, ...mention }) => (parent?.postId ? { ...mention, parent: { postId: parent.postId } } : mention)),
  );
  return under.length;
}

/** Someone known elsewhere too is no longer said to be the one who goes, of whom nothing is begun either. */
async function forgetLinks(db: Database, isMeant: (id: string) => boolean): Promise<void> {
  await db.drafts.filter(({ id }) => id.startsWith('person ') && isMeant(id.slice('person '.length))).delete();
  const others = (ids: readonly string[]): string[] => ids.filter((id) => !isMeant(id));
  await db.people
    .filter(({ sameAs = [], notSameAs = [] }) => [...sameAs, ...notSameAs].some(isMeant))
    .modify((row) => {
      if (row.sameAs) row.sameAs = others(row.sameAs);
      if (row.notSameAs) row.notSameAs = others(row.notSameAs);
    });
}

async function eraseAnswers(db: Database, isMeant: (answer: Answer) => boolean): Promise<number> {
  const ids = await db.answers.filter(isMeant).primaryKeys();
  await removeAnswers(db, ids);
  return ids.length;
}

const removeNotices = (db: Database, mentions: ReadonlySet<string>): Promise<number> =>
  db.notices.filter(({ mentionId }) => mentionId !== undefined && mentions.has(mentionId)).delete();

/** Reports that quote them, and what was learnt at them. */
async function forgetUses(db: Database, mentionIds: readonly string[]): Promise<void> {
  const gone = new Set(mentionIds);
  await db.table('corrections').bulkDelete([...mentionIds]);
  await db
    .table<ReportDraft>('reports')
    .filter(({ quotes = [] }) => quotes.some((id) => gone.has(id)))
    .modify((draft) => {
      draft.quotes = draft.quotes?.filter((id) => !gone.has(id));
    });
}

const usesMentions = ['corrections', 'reports'] as const satisfies readonly TableName[];

/** Everything by and about `site:handle`, in one transaction. */
export function erasePerson(id: string): Promise<{ erased: Erased; mentionIds: string[] }> {
  const person = readPersonId(id);
  return write([...mentionTables, 'people', 'notices', 'recentPosts', ...usesMentions], async (db) => {
    const mentionIds = await listBy(db, person);
    const gone = new Set(mentionIds);
    await removeMentions(db, mentionIds);
    await forgetUses(db, mentionIds);
    const erased = {
      mentions: mentionIds.length,
      quotes: await forgetParents(db, person),
      people: await db.people.filter((row) => isSameId(row.id, person)).delete(),
      answers: await eraseAnswers(db, (answer) => isSameId(answer.personId, person) || gone.has(answer.mentionId ?? '')),
      notices: await removeNotices(db, gone),
      recentPosts: await db.recentPosts.filter((post: RecentPost) => isBy(person)(post)).delete(),
    };
    await forgetLinks(db, (other) => isSameId(other, person));
    return { erased, mentionIds };
  });
}

/** Counts of a site are kept by keys that begin with it. */
const bySite = ['exposures', 'coverage', 'tallies'] as const;

export function eraseSite(site: string): Promise<{ erased: Erased; mentionIds: string[] }> {
  const others = ['people', 'notices', 'recentPosts', 'rounds', 'siteChecks', 'scannedPosts', 'settings', ...usesMentions] as const;
  return write([...mentionTables, ...others, ...bySite], async (db) => {
    const mentionIds = await ofSite(db, site).primaryKeys();
    const gone = new Set(mentionIds);
    await removeMentions(db, mentionIds);
    await forgetUses(db, mentionIds);
    const erased: Erased = {
      mentions: mentionIds.length,
      people: await db.people.where('id').startsWith(`${site}:`).delete(),
      answers: await eraseAnswers(db, (answer) => answer.site === site || gone.has(answer.mentionId ?? '')),
      notices: await removeNotices(db, gone),
      recentPosts: await db.recentPosts.where('id').startsWith(`${site}:`).delete(),
      rounds: await db.rounds.where('id').startsWith(`${site}:`).delete(),
      siteChecks: await db.siteChecks.where('id').equals(site).delete(),
    };
    await db.scannedPosts.where('id').startsWith(`${site}:`).delete();
    await forgetSums(db);
    for (const table of bySite)
      erased[table] = await db
        .table(table)
        .filter((row: { site: string }) => row.site === site)
        .delete();
    await forgetLinks(db, (id) => id.startsWith(`${site}:`));
    await forgetSettings(db, site);
    return { erased, mentionIds };
  });
}

const isOf = (site: string) => (name: string) => name === site || name.startsWith(`${site}:`);

/** Notes about its communities, handles learnt on it, and warnings silenced there. Whether it is listened to is the person's to say. */
async function forgetSettings(db: Database, site: string): Promise<void> {
  const settings = await db.settings.get('settings');
  if (!settings) return;
  const without = <T>(record: Record<string, T> | undefined) =>
    record && Object.fromEntries(Object.entries(record).filter(([name]) => !isOf(site)(name)));
  const notes = without(settings.communityNotes);
  const learnt = without(settings.learntHandles);
  await db.settings.put({
    ...settings,
    ...(notes ? { communityNotes: notes } : {}),
    ...(learnt ? { learntHandles: learnt } : {}),
  });
}

/** Every row of every table. */
export async function eraseAll(): Promise<void> {
  const names = (await openDatabase()).tables.map(({ name }) => name as TableName);
  await write(names, async (db) => {
    for (const name of names) await db.table(name).clear();
  });
}
