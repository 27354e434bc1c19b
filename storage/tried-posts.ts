import { compileMutes } from '../core/mutes.ts';
import { gatherPosts, type TriedPost } from '../core/try-query.ts';
import { listMentions } from './mentions.ts';
import { listMutes } from './mutes.ts';
import { listRecent } from './recent-posts.ts';

/** Older mentions say little about what is written now, and a keyword is tried between two keystrokes. */
const newestMentions = 5_000;

/** No keyword has this id: only what is muted for all of them is muted for it. */
const anyKeyword = '';

/** What keywords are tried on: the newest mentions and the posts scanned lately. */
export async function listTriedPosts(now: number): Promise<TriedPost[]> {
  const [mentions, recent, mutes] = await Promise.all([listMentions({ limit: newestMentions }), listRecent(now), listMutes()]);
  const muted = compileMutes(mutes);
  const ids = [...new Set(mutes.flatMap(({ keywordId = [] }) => keywordId))];
  return gatherPosts(mentions, recent, (post) => {
    const found = muted.find(post, [anyKeyword, ...ids], now);
    return found.has(anyKeyword) ? 'all' : [...found.keys()];
  });
}
