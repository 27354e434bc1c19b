/** A person as a list shows them: what was heard of all of their names, what is kept of them, and what is owed to them. */
import { readIntent } from './intent.ts';
import { langOf } from './lang.ts';
import type { Answer, IntentKind, KeywordKind, Mention, Person } from './model.ts';
import { groupOf, joinPeople, splitPersonId } from './people.ts';
import type { Alias } from './people-alike.ts';
import { byUrgency, type Listed, listsOf, type PeopleListName, type Said } from './people-lists.ts';

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
export function lastAnswers(answers: readonly Answer[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const answer of answers) if (answer.personId) times.set(answer.personId, Math.max(times.get(answer.personId) ?? 0, timeOf(answer)));
  return times;
}

/** From when on the newest are read for what they do; what is older than `oldest` was looked up by itself, and is read too. */
export interface Span {
  guessFrom: number;
  oldest: number;
}

export interface Gathered {
  kept: ReadonlyMap<string, Person>;
  byId: ReadonlyMap<string, readonly Mention[]>;
  kinds: ReadonlyMap<string, KeywordKind>;
  answered: ReadonlyMap<string, number>;
  now: number;
}

/** By name: what was heard of it lately. */
export function groupMentions(mentions: readonly Mention[]): Map<string, Mention[]> {
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
export function listGroups({ kept, byId }: Pick<Gathered, 'kept' | 'byId'>): string[][] {
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

export function summarise(ids: string[], { kept, byId, kinds, answered, now }: Gathered, { guessFrom, oldest }: Span): PersonSummary {
  const [id = ''] = ids;
  const { site, handle } = splitPersonId(id);
  const heard = ids.flatMap((one) => byId.get(one) ?? []);
  const rows = ids.flatMap((one) => kept.get(one) ?? []);
  const { name, tags, note, fields = {} } = joinPeople(rows);
  const newest = heard.reduce<Mention | undefined>((best, one) => (!best || one.seenAt > best.seenAt ? one : best), undefined);
  const answeredAt = Math.max(...ids.map((one) => answered.get(one) ?? 0));
  const said = heard.map((mention) => toSaid(mention, kinds, mention.seenAt >= guessFrom || mention.seenAt < oldest));
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

export const aliasesOf = (people: readonly PersonSummary[], kept: ReadonlyMap<string, Person>, byId: Gathered['byId']): Alias[] =>
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

export const byWeight = (a: PersonSummary, b: PersonSummary): number =>
  b.mentions - a.mentions || b.lastSeenAt - a.lastSeenAt || (a.id < b.id ? -1 : 1);

/** Who is on a list is shown in any case. */
export function choose(people: readonly PersonSummary[], limit: number): PersonSummary[] {
  const sorted = [...people].sort(byWeight);
  const first = sorted.slice(0, limit);
  return [...first, ...sorted.slice(limit).filter(({ lists, tags }) => lists.length > 0 || tags.length > 0)].slice(0, limit * 2);
}

export function countOwn(mentions: readonly Mention[]): Map<string, number> {
  const own = new Map<string, number>();
  for (const { own: isOwn, site, author } of mentions) {
    const id = `${site}:${author.handle}`;
    if (isOwn && author.handle) own.set(id, (own.get(id) ?? 0) + 1);
  }
  return own;
}

/** Those on one list, in its order. */
export const listOn = (people: readonly PersonSummary[], list: PeopleListName): { person: PersonSummary; listed: Listed }[] =>
  people
    .flatMap((person) => person.lists.filter((listed) => listed.list === list).map((listed) => ({ person, listed })))
    .sort((a, b) => byUrgency(a.listed, b.listed));
