/**
 * Everyone who wrote the latest mentions, and whoever was kept by hand. However many mentions there are, so many are read, in one stroke; how
 * many a person wrote in all is counted by the index.
 */
import { readIntent } from '../core/intent.ts';
import { langOf } from '../core/lang.ts';
import type { Answer, IntentKind, KeywordKind, Mention, Person } from '../core/model.ts';
import { groupOf, joinPeople, splitPersonId } from '../core/people.ts';
import { type Alias, type SamePerson, suggestSame } from '../core/people-alike.ts';
import { byUrgency, type Listed, listsOf, type PeopleListName, type Said } from '../core/people-lists.ts';
import { type Database, reading } from './db.ts';
import { splitKey } from './people.ts';

/** A person: of several names the one they write most under stands for all. */
export interface PersonSummary {
  /** `site:handle`. */
  id: string;
  /** All names, this one first. */
  ids: string[];
  site: string;
  handle: string;
  name: string;
  url?: string;
  tags: string[];
  note: string;
  fields: Readonly<Record<string, string>>;
  /** How many there are in all, the person's own posts left out. */
  mentions: number;
  firstSeenAt: number;
  lastSeenAt: number;
  answeredAt?: number;
  lists: Listed[];
}

export interface PeopleList {
  people: PersonSummary[];
  /** Who may be the same person. */
  alike: SamePerson[];
  /** How many of the newest mentions this rests on, and how many there are. */
  lookedAt: number;
  all: number;
}

const mostMentions = 5_000;
const mostShown = 500;
/** Where nobody has said what a mention does, it is read from its words: for the newest only, because that takes time. */
const mostRead = 1_000;
const mostAnswers = 5_000;

/** In order of time, the newest last. One read of a range is many times as fast as a walk through it. */
async function readNewest(db: Database, most: number): Promise<Mention[]> {
  const [from] = await db.mentions
    .orderBy('seenAt')
    .reverse()
    .offset(most - 1)
    .limit(1)
    .keys();
  return from === undefined
    ? db.mentions.orderBy('seenAt').toArray()
    : db.mentions
        .where('seenAt')
        .aboveOrEqual(from)
        .limit(most * 2)
        .toArray();
}

function guessIntents({ text, rating }: Mention): readonly IntentKind[] {
  const intent = readIntent(text, langOf(text), rating);
  return intent === 'other' ? [] : [intent];
}

function toSaid(mention: Mention, kinds: ReadonlyMap<string, KeywordKind>, guess: boolean): Said {
  const intents = mention.intents ?? (guess ? guessIntents(mention) : []);
  const about = mention.keywordIds.map((id) => kinds.get(id)).filter((kind) => kind !== undefined);
  const { value } = mention.sentiment ?? {};
  return {
    mentionId: mention.id,
    at: mention.postedAt ?? mention.seenAt,
    status: mention.status,
    intents,
    about,
    negative: value === 'negative',
    positive: value === 'positive',
  };
}

const timeOf = ({ insertedAt, postedAt }: Answer): number => postedAt ?? insertedAt;

/** When each was answered last, by `site:handle`. */
function lastAnswers(answers: readonly Answer[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const answer of answers) if (answer.personId) times.set(answer.personId, Math.max(times.get(answer.personId) ?? 0, timeOf(answer)));
  return times;
}

interface Gathered {
  kept: ReadonlyMap<string, Person>;
  byId: ReadonlyMap<string, readonly Mention[]>;
  kinds: ReadonlyMap<string, KeywordKind>;
  answered: ReadonlyMap<string, number>;
  now: number;
}

/** By name: what was heard of it lately. */
function groupMentions(mentions: readonly Mention[]): Map<string, Mention[]> {
  const byId = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const { handle } = mention.author;
    if (!handle || mention.own) continue;
    const id = `${mention.site}:${handle}`;
    const known = byId.get(id);
    if (known) known.push(mention);
    else byId.set(id, [mention]);
  }
  return byId;
}

/** Each person once: the names that belong together, the one most is heard of first. */
function listGroups({ kept, byId }: Pick<Gathered, 'kept' | 'byId'>): string[][] {
  const seen = new Set<string>();
  const groups: string[][] = [];
  const often = (id: string) => byId.get(id)?.length ?? 0;
  for (const id of [...byId.keys(), ...kept.keys()]) {
    if (seen.has(id)) continue;
    const row = kept.get(id);
    const ids = row ? groupOf(row) : [id];
    for (const one of ids) seen.add(one);
    groups.push(ids.sort((a, b) => often(b) - often(a) || (a < b ? -1 : 1)));
  }
  // Who is known by hand alone, without a tag or a word, was only told apart from somebody.
  return groups.filter((ids) => ids.some((id) => often(id) > 0 || isSaid(kept.get(id))));
}

const isSaid = (row: Person | undefined): boolean =>
  row !== undefined &&
  (row.tags.length > 0 || row.note !== '' || Object.keys(row.fields ?? {}).length > 0 || (row.sameAs ?? []).length > 0);

function summarise(ids: string[], { kept, byId, kinds, answered, now }: Gathered, guessFrom: number): PersonSummary {
  const [id = ''] = ids;
  const { site, handle } = splitPersonId(id);
  const heard = ids.flatMap((one) => byId.get(one) ?? []);
  const rows = ids.flatMap((one) => kept.get(one) ?? []);
  const { name, tags, note, fields = {} } = joinPeople(rows);
  const newest = heard.reduce<Mention | undefined>((best, one) => (!best || one.seenAt > best.seenAt ? one : best), undefined);
  const answeredAt = Math.max(...ids.map((one) => answered.get(one) ?? 0));
  const said = heard.map((mention) => toSaid(mention, kinds, mention.seenAt >= guessFrom));
  return {
    ...{ id, ids, site, handle, tags, note, fields },
    name: name || newest?.author.name || handle,
    ...(newest?.author.url ? { url: newest.author.url } : {}),
    mentions: heard.length,
    firstSeenAt: heard.length > 0 ? Math.min(...heard.map(({ seenAt }) => seenAt)) : 0,
    lastSeenAt: newest?.seenAt ?? 0,
    ...(answeredAt > 0 ? { answeredAt } : {}),
    lists: listsOf({ tags, said, answeredAt: answeredAt || undefined }, now),
  };
}

const aliasesOf = (people: readonly PersonSummary[], kept: ReadonlyMap<string, Person>, byId: Gathered['byId']): Alias[] =>
  people.flatMap(({ ids, fields }) =>
    ids.map((id): Alias => {
      const author = byId.get(id)?.at(-1)?.author;
      const row = kept.get(id);
      return {
        id,
        name: row?.name || author?.name || '',
        url: author?.url,
        website: fields.website,
        group: ids,
        notSameAs: row?.notSameAs ?? [],
      };
    }),
  );

const byWeight = (a: PersonSummary, b: PersonSummary): number =>
  b.mentions - a.mentions || b.lastSeenAt - a.lastSeenAt || (a.id < b.id ? -1 : 1);

/** Who is on a list is shown in any case. */
function choose(people: readonly PersonSummary[], limit: number): PersonSummary[] {
  const sorted = [...people].sort(byWeight);
  const first = sorted.slice(0, limit);
  return [...first, ...sorted.slice(limit).filter(({ lists, tags }) => lists.length > 0 || tags.length > 0)].slice(0, limit * 2);
}

/** Of the few that are shown; the others were summed up from what was read. Own posts are no mentions, so they are taken off again. */
async function countAll(db: Database, people: PersonSummary[], own: ReadonlyMap<string, number>): Promise<void> {
  const index = db.mentions.where('[site+author.handle]');
  const counts = await Promise.all(people.map(({ ids }) => index.anyOf(ids.map(splitKey)).count()));
  people.forEach((person, i) => {
    const ours = person.ids.reduce((sum, id) => sum + (own.get(id) ?? 0), 0);
    person.mentions = Math.max(person.mentions, (counts[i] ?? 0) - ours);
  });
}

function countOwn(mentions: readonly Mention[]): Map<string, number> {
  const own = new Map<string, number>();
  for (const { own: isOwn, site, author } of mentions) {
    const id = `${site}:${author.handle}`;
    if (isOwn && author.handle) own.set(id, (own.get(id) ?? 0) + 1);
  }
  return own;
}

/** The most talkative first. `now` decides whom it is time to follow up. */
export function listPeople(now: number, { shown = mostShown, lookAt = mostMentions } = {}): Promise<PeopleList> {
  return reading(async (db) => {
    const [recent, rows, keywords, answers, all] = await Promise.all([
      readNewest(db, lookAt),
      db.people.toArray(),
      db.keywords.toArray(),
      db.answers.orderBy('insertedAt').reverse().limit(mostAnswers).toArray(),
      db.mentions.count(),
    ]);
    const kept = new Map(rows.map((row) => [row.id, row]));
    const byId = groupMentions(recent);
    const kinds = new Map(keywords.map(({ id, kind }) => [id, kind]));
    const gathered: Gathered = { kept, byId, kinds, answered: lastAnswers(answers), now };
    const guessFrom = recent.at(-mostRead)?.seenAt ?? 0;
    const everyone = listGroups(gathered).map((ids) => summarise(ids, gathered, guessFrom));
    const people = choose(everyone, shown);
    if (all > recent.length) await countAll(db, people, countOwn(recent));
    return { people: people.sort(byWeight), alike: suggestSame(aliasesOf(people, kept, byId)), lookedAt: recent.length, all };
  });
}

/** Those on one list, in its order. */
export const listOn = (people: readonly PersonSummary[], list: PeopleListName): { person: PersonSummary; listed: Listed }[] =>
  people
    .flatMap((person) => person.lists.filter((listed) => listed.list === list).map((listed) => ({ person, listed })))
    .sort((a, b) => byUrgency(a.listed, b.listed));

const mostFound = 20;

/** People by the beginning of their handle, among all mentions there are, on these sites. */
export function findByHandle(start: string, sites: readonly string[]): Promise<string[]> {
  const wanted = start.trim().replace(/^@/, '');
  if (wanted.length < 2) return Promise.resolve([]);
  return reading(async (db) => {
    const found = await Promise.all(
      sites.map((site) =>
        db.mentions
          .where('[site+author.handle]')
          .between([site, wanted], [site, `${wanted}\uffff`], true, true)
          .limit(mostFound * 5)
          .keys(),
      ),
    );
    return [...new Set((found.flat() as unknown as [string, string][]).map(([site, handle]) => `${site}:${handle}`))].slice(0, mostFound);
  });
}
