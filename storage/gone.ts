/** What pages say of posts they do not show any more. */
import { addGone } from '../core/evidence.ts';
import { mentionIdOf } from '../core/mention.ts';
import type { Gone, Mention } from '../core/model.ts';
import { write } from './db.ts';
import { mentionTables, putMentions } from './mention-writes.ts';

/**
 * Notes with each of them that is kept that it is gone; what was kept of it stays as it is.
 * @returns for how many this was news
 */
export const noteGone = (site: string, posts: readonly Gone[], now: number): Promise<number> =>
  write(mentionTables, async (db) => {
    const what = new Map(posts.map((post) => [mentionIdOf(site, post.postId), post.what]));
    const kept = (await db.mentions.bulkGet([...what.keys()])).filter((mention) => mention !== undefined);
    const changed = kept.flatMap((old): { old: Mention; row: Mention }[] => {
      const changes = addGone(old, what.get(old.id) ?? 'unavailable', now);
      return JSON.stringify(changes) === JSON.stringify(old.changes ?? []) ? [] : [{ old, row: { ...old, changes } }];
    });
    await putMentions(
      db,
      changed.map(({ row }) => row),
      changed.map(({ old }) => old),
    );
    return changed.length;
  });
