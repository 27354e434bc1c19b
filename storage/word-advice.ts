/** Words of a mention that may be left out of its keyword or muted, weighed by what else was kept and dismissed. */
import { findGuard, type WordAdvice } from '../core/guard.ts';
import { listGuardWords } from '../core/guard-words.ts';
import type { Keyword, Mention } from '../core/model.ts';
import { postsFor } from '../core/try-query.ts';
import { listMentions } from './mentions.ts';
import { listTriedPosts } from './tried-posts.ts';

const lookedAt = 500;

export async function adviseWords(mention: Mention, keyword: Keyword | undefined, now: number): Promise<WordAdvice> {
  const [words, guard] = await Promise.all([
    listWords(mention, keyword?.id ?? '', keyword?.query ?? ''),
    keyword && listTriedPosts(now).then((posts) => findGuard(mention.id, keyword, postsFor(keyword.id, posts))),
  ]);
  if (!guard) return { words };
  const best = words.find((one) => one.word === guard.text) ?? { word: guard.text, dismissed: guard.removes - 1, kept: guard.loses };
  return { words: [best, ...words.filter((one) => one !== best)], guard };
}

async function listWords(mention: Mention, keywordId: string, query: string) {
  const mentions = await listMentions({ ...(keywordId ? { keywordId } : {}), limit: lookedAt });
  const others = mentions.filter(({ id, own }) => id !== mention.id && !own);
  return listGuardWords(mention.text, query, {
    dismissed: others.filter(({ status }) => status === 'ignored').map(({ text }) => text),
    // What still lies in New may be as irrelevant as this one: it is no reason to keep a word.
    kept: others.filter(({ status }) => status === 'done' || status === 'waiting' || status === 'snoozed').map(({ text }) => text),
  });
}
