/** Which plays apply to a post: where all that a play asks for holds. */
import { heardOf } from './heard.ts';
import { readIntent } from './intent.ts';
import { langOf } from './lang.ts';
import { compileMatcher } from './matcher.ts';
import type { IntentKind, KeywordKind, Mention, Play, ReplyContext, SentimentValue } from './model.ts';
import type { Heard } from './query-tree.ts';

/** What of a post a play can ask for. */
export interface PlayedPost {
  readonly heard: Heard;
  readonly keywordKinds: readonly KeywordKind[];
  readonly intents: readonly IntentKind[];
  readonly sentiment: SentimentValue;
}

function guessIntents(text: string, lang: string | undefined, rating: number | undefined): IntentKind[] {
  const intent = readIntent(text, lang ?? langOf(text), rating);
  return intent === 'other' ? [] : [intent];
}

export function playedMention(mention: Mention, kinds: ReadonlyMap<string, KeywordKind>): PlayedPost {
  return {
    heard: heardOf(mention),
    keywordKinds: mention.keywordIds.flatMap((id) => kinds.get(id) ?? []),
    intents: mention.intents ?? guessIntents(mention.text, undefined, mention.rating),
    sentiment: mention.sentiment?.value ?? 'unknown',
  };
}

/** A post that is no mention yet, as far as its page told of it. */
export function playedContext({
  siteId,
  site,
  url,
  author = {},
  excerpt = '',
  community,
  rating,
  lang,
  keywordKind,
}: ReplyContext): PlayedPost {
  return {
    heard: heardOf({ site: siteId ?? site, url, kind: 'post', author, text: excerpt, community, rating, lang }),
    keywordKinds: keywordKind ? [keywordKind] : [],
    intents: guessIntents(excerpt, lang, rating),
    sentiment: 'unknown',
  };
}

const overlaps = <T>(wanted: readonly T[] | undefined, has: readonly T[]): boolean =>
  !wanted || wanted.length === 0 || wanted.some((one) => has.includes(one));

/** How much a play asks for. */
const countAsked = ({ when: { query, intents = [], sentiments = [], keywordKinds = [] } }: Play): number =>
  [query ?? '', intents, sentiments, keywordKinds].filter(({ length }) => length > 0).length;

/** What asks for most fits best and stands first; of the same fit, in the order of the plays. A query that cannot be read finds nothing. */
export function listPlaysFor(plays: readonly Play[], post: PlayedPost): Play[] {
  const asking = plays.filter(({ when }) => when.query);
  const found =
    asking.length > 0
      ? new Set(compileMatcher(asking.map(({ id, when }) => ({ id, query: when.query ?? '' }))).match(post.heard).keywordIds)
      : undefined;
  const fitting = plays.filter(
    ({ id, when }) =>
      (!when.query || found?.has(id)) &&
      overlaps(when.intents, post.intents) &&
      overlaps(when.sentiments, [post.sentiment]) &&
      overlaps(when.keywordKinds, post.keywordKinds),
  );
  return fitting.sort((a, b) => countAsked(b) - countAsked(a));
}
