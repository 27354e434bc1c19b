import { gatherPosts, type TriedPost } from '../core/try-query.ts';
import { listMentions } from './mentions.ts';
import { listRecent } from './recent-posts.ts';

/** Older mentions say little about what is written now, and a keyword is tried between two keystrokes. */
const newestMentions = 5_000;

/** What keywords are tried on: the newest mentions and the posts scanned lately. */
export async function listTriedPosts(now: number): Promise<TriedPost[]> {
  const [mentions, recent] = await Promise.all([listMentions({ limit: newestMentions }), listRecent(now)]);
  return gatherPosts(mentions, recent);
}
