import type { Reply } from '../core/model.ts';

/** Replies in which each word of `search` stands somewhere, those with it in the title first. */
export function findReplies(replies: readonly Reply[], search: string): Reply[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const found = replies.filter((reply) => {
    const everything = fold([reply.title, reply.body, reply.shortcut, ...reply.tags].join(' '));
    return words.every((w) => everything.includes(w));
  });
  if (words.length === 0) return found;
  const inTitle = (reply: Reply) => words.every((w) => fold(reply.title).includes(w));
  return [...found.filter(inTitle), ...found.filter((reply) => !inTitle(reply))];
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
