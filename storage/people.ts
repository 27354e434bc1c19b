import type { Keyword, Mention, Person } from '../core/model.ts';
import { type Database, reading, write } from './db.ts';

/** Someone who wrote a mention. `id` is `site:handle`. */
export interface PersonSummary {
  id: string;
  site: string;
  handle: string;
  name: string;
  url?: string;
  tags: string[];
  note: string;
  mentions: number;
  lastSeenAt: number;
}

/** People are summed up from this many of the newest mentions, so that the page opens as fast at a million as at ten. */
const lookedAt = 5_000;

function addMention(people: Map<string, PersonSummary>, { site, author, seenAt }: Mention): void {
  if (!author.handle) return;
  const id = `${site}:${author.handle}`;
  const known = people.get(id);
  if (known) known.mentions += 1;
  else
    people.set(id, {
      id,
      site,
      handle: author.handle,
      name: author.name ?? author.handle,
      ...(author.url ? { url: author.url } : {}),
      tags: [],
      note: '',
      mentions: 1,
      lastSeenAt: seenAt,
    });
}

function addKept(people: Map<string, PersonSummary>, { id, name, tags, note }: Person): void {
  const [site = '', ...handle] = id.split(':');
  const known = people.get(id) ?? { id, site, handle: handle.join(':'), name, mentions: 0, lastSeenAt: 0, tags, note };
  people.set(id, { ...known, name: name || known.name, tags, note });
}

/** Who wrote the latest mentions, and whoever was kept by hand; the most talkative first. */
export function listPeople(limit = 500): Promise<PersonSummary[]> {
  return reading(async (db) => {
    const [recent, kept] = await Promise.all([db.mentions.orderBy('seenAt').reverse().limit(lookedAt).toArray(), db.people.toArray()]);
    const people = new Map<string, PersonSummary>();
    for (const mention of recent) if (!mention.own) addMention(people, mention);
    for (const person of kept) addKept(people, person);
    return [...people.values()].sort((a, b) => b.mentions - a.mentions || b.lastSeenAt - a.lastSeenAt).slice(0, limit);
  });
}

export const getPerson = (id: string): Promise<Person | undefined> => reading((db) => db.people.get(id));

/** Without a note and tags nothing of a person needs keeping. */
export const saveNote = (id: string, name: string, note: string): Promise<unknown> =>
  write(['people'], async (db) => {
    const known = await db.people.get(id);
    const person = { id, name: name || (known?.name ?? ''), tags: known?.tags ?? [], note: note.trim() };
    return person.note === '' && person.tags.length === 0 ? db.people.delete(id) : db.people.put(person);
  });

/** All that the card of a mention says. */
export interface CardFacts {
  mention?: Mention;
  keywords: Keyword[];
  person?: { id: string; mentions: number; answeredAt?: number; note: string };
}

/** Someone who wrote more than this has been answered lately or not at all, as far as a card is concerned. */
const mostLookedAt = 500;

async function readPerson(db: Database, { site, author: { handle } }: Mention): Promise<CardFacts['person']> {
  if (!handle) return undefined;
  const id = `${site}:${handle}`;
  const by = db.mentions.where('[site+author.handle]').equals([site, handle]);
  const [mentions, ids, kept] = await Promise.all([by.count(), by.clone().limit(mostLookedAt).primaryKeys(), db.people.get(id)]);
  const answers = await db.answers.where('mentionId').anyOf(ids).toArray();
  const times = answers.map(({ insertedAt, postedAt }) => postedAt ?? insertedAt);
  return { id, mentions, note: kept?.note ?? '', ...(times.length > 0 ? { answeredAt: Math.max(...times) } : {}) };
}

export const readCard = (mentionId: string): Promise<CardFacts> =>
  reading(async (db) => {
    const mention = await db.mentions.get(mentionId);
    if (!mention) return { keywords: [] };
    const [keywords, person] = await Promise.all([db.keywords.bulkGet(mention.keywordIds), readPerson(db, mention)]);
    return { mention, keywords: keywords.filter((keyword) => keyword !== undefined), ...(person ? { person } : {}) };
  });
