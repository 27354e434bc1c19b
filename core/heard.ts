/** What is kept of a post, as a query asks of it. */
import type { Mention, RecentPost } from './model.ts';
import type { Heard } from './query-tree.ts';

type Kept = Pick<Mention, 'site' | 'url' | 'kind' | 'author' | 'text' | 'rating' | 'community'> &
  Partial<Pick<RecentPost, 'lang' | 'links'>>;

const host = /^https?:\/\/([^/?#:]+)/i;

/** A mention keeps no language, which is guessed from its words, and of its links those that it is a mention by. */
export function heardOf({ site, url, kind, author, text, rating, community, lang, links }: Kept): Heard {
  return { site, host: host.exec(url ?? '')?.[1]?.toLowerCase(), kind, author, text, rating, community, lang, links };
}
