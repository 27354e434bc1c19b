/** Post → what is kept of it for a while, whether it was a mention or not, so that keywords can be tried on it. */
import { cut, defined, keepField, keepUrl, mentionIdOf, type PostFacts } from './mention.ts';
import type { RecentPost } from './model.ts';

export const longestRecentText = 2_000;
/** A page may hang any number of links on a post; the window has room for what keywords ask of them, their beginning. */
const longestLink = 300;
const mostLinks = 10;
const longestId = 500;
const longestLang = 35;

export interface RecentFacts extends PostFacts {
  lang?: string | undefined;
  links?: readonly string[] | undefined;
}

/**
 * What may never be kept: what the person wrote, what says nothing, and messages that stand in no community, for those may be private
 * conversations that only someone signed in can read.
 */
const isForgotten = (post: RecentFacts, text: string): boolean =>
  post.own === true || text === '' || post.id === '' || post.id.length > longestId || (post.kind === 'message' && !post.community);

/** @returns undefined for a post that is not to be kept. */
export function buildRecent(site: string, post: RecentFacts, text: string, now: number): RecentPost | undefined {
  if (isForgotten(post, text)) return undefined;
  const { author, rating } = post;
  const links = post.links?.slice(0, mostLinks).map((link) => cut(link, longestLink));
  return defined({
    id: mentionIdOf(site, post.id),
    site,
    url: keepUrl(post.url),
    kind: post.kind,
    author: defined({ handle: keepField(author.handle), name: keepField(author.name) }),
    text: cut(text, longestRecentText),
    community: keepField(post.community),
    rating: rating !== undefined && rating >= 0 && rating <= 10 ? rating : undefined,
    lang: post.lang && post.lang.length <= longestLang ? post.lang : undefined,
    links: links && links.length > 0 ? links : undefined,
    seenAt: Math.floor(now),
  });
}
