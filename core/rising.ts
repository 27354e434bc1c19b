/** Which words rise with the person's own brands, or with what they chose: against their own past and against what is said of competitors. */
import { countDiscoveries } from './discoveries.ts';
import { excerptOf } from './mention.ts';
import type { Keyword, Mention } from './model.ts';
import { findTopics, type Topic } from './topics.ts';

/** Words are counted in the newest of them: more take longer than anyone looks. */
const mostTexts = 4_000;

export interface RisingRows {
  /** Newest first. */
  readonly now: readonly Mention[];
  readonly before: readonly Mention[];
  readonly keywords: readonly Pick<Keyword, 'id' | 'kind' | 'name'>[];
  /** Of these alone; absent: of all brands, or of everything where there is none. */
  readonly keywordIds?: readonly string[] | undefined;
  /** There are more, which were not read. */
  readonly isCut?: boolean;
}

export interface Rising {
  readonly topics: readonly Topic[];
  /** In how many of the newest posts words were counted, where there are more. */
  readonly cut: number | undefined;
  /** Whose words they are: of mentions of any of these, first seen then or later where not all were counted. */
  readonly keywordIds: readonly string[];
  readonly since: number | undefined;
}

export function listRising({ now, before, keywords, keywordIds, isCut = false }: RisingRows, limit: number): Rising {
  const brands = keywords.filter(({ kind }) => kind === 'brand').map(({ id }) => id);
  const asked = keywordIds ?? (brands.length > 0 ? brands : keywords.map(({ id }) => id));
  const others = keywords.filter(({ id, kind }) => kind === 'competitor' && !asked.includes(id)).map(({ id }) => id);
  const names = (ids: readonly string[]) => (mention: Mention) => mention.keywordIds.some((id) => ids.includes(id));
  const isOurs = names(asked);
  const isTheirs = names(others);
  const ours = now.filter(isOurs);
  const past = before.filter(isOurs);
  const theirs = now.filter((mention) => isTheirs(mention) && !isOurs(mention));
  const newest = (mentions: readonly Mention[]) => mentions.slice(0, mostTexts);
  return {
    topics: findTopics(newest(ours), newest(past), newest(theirs), {
      limit,
      without: keywords.map(({ name }) => name),
      tell: countDiscoveries,
    }),
    cut: isCut || [ours, past, theirs].some(({ length }) => length > mostTexts) ? newest(ours).length : undefined,
    keywordIds: asked,
    since: ours.length > mostTexts ? newest(ours).at(-1)?.seenAt : undefined,
  };
}

export interface JoinedTopic {
  readonly topic: Topic;
  /** What else the same posts say. */
  readonly others: readonly string[];
}

/** Of the posts of two terms, together with those of only one: from so many on it is one thing that is said. */
const samePosts = 0.6;

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((id) => b.has(id)).length;
  return shared > 0 && shared / (a.size + b.size - shared) >= samePosts;
}

const listSaying = (term: string, mentions: readonly Pick<Mention, 'id' | 'text'>[]): Set<string> => {
  const sought = term.toLowerCase();
  return new Set(mentions.flatMap(({ id, text }) => (text.toLowerCase().includes(sought) ? [id] : [])));
};

/** Words that come from the same posts are told once, by the surest of them. */
export function joinTopics(topics: readonly Topic[], mentions: readonly Pick<Mention, 'id' | 'text'>[], limit: number): JoinedTopic[] {
  const joined: { topic: Topic; others: string[]; ids: Set<string> }[] = [];
  for (const topic of topics) {
    const ids = listSaying(topic.term, mentions);
    const same = joined.find((one) => isSame(one.ids, ids));
    if (same) same.others.push(topic.term);
    else joined.push({ topic, others: [], ids });
  }
  return joined.slice(0, limit).map(({ topic, others }) => ({ topic, others }));
}

/** One that the person has not put aside, where there is one. */
export function chooseExample({ examples }: Topic, byId: ReadonlyMap<string, Mention>): Mention | undefined {
  const found = examples.flatMap((id) => byId.get(id) ?? []);
  return found.find(({ status }) => status !== 'ignored') ?? found[0];
}

/** The words around the term. */
export function excerptAt(term: string, { text, hits }: Pick<Mention, 'text' | 'hits'>, most: number): string {
  const start = text.toLowerCase().indexOf(term.toLowerCase());
  return excerptOf(text, start < 0 ? hits : [{ keywordId: '', start, end: start + term.length }], most).text;
}
