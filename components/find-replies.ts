import type { Reply } from '../core/model.ts';

/** Which replies are shown: all, or those of a folder, with a tag, in a language. */
export type ReplyFilter = 'all' | 'favourites' | `folder:${string}` | `tag:${string}` | `lang:${string}`;

function passes({ favourite, folder, tags, lang }: Reply, filter: ReplyFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'favourites') return favourite === true;
  const [kind, ...rest] = filter.split(':');
  const value = rest.join(':');
  return kind === 'folder' ? folder === value : kind === 'tag' ? tags.includes(value) : lang === value;
}

/** Replies in which each word of `search` stands somewhere: those with it in the title first, of each the favourites first. */
export function findReplies(replies: readonly Reply[], search: string, filter: ReplyFilter = 'all'): Reply[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const found = replies.filter((reply) => {
    const { title, body, shortcut, tags, folder = '', lang = '', variants = [] } = reply;
    const everything = fold([title, body, shortcut, ...tags, folder, lang, ...variants.map((one) => one.body)].join(' '));
    return passes(reply, filter) && words.every((w) => everything.includes(w));
  });
  const inTitle = (reply: Reply) => words.length > 0 && words.every((w) => fold(reply.title).includes(w));
  const rankOf = (reply: Reply) => (inTitle(reply) ? 0 : 2) + (reply.favourite ? 0 : 1);
  return found.sort((a, b) => rankOf(a) - rankOf(b));
}

/** All there is to choose between, each with how many have it. */
export function listFilters(
  replies: readonly Reply[],
): { filter: ReplyFilter; kind: 'folder' | 'tag' | 'lang'; name: string; count: number }[] {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { folder, tags, lang } of replies) {
    if (folder) add(`folder:${folder}`);
    for (const tag of new Set(tags)) add(`tag:${tag}`);
    if (lang) add(`lang:${lang}`);
  }
  return [...counts].sort().map(([filter, count]) => {
    const [kind = '', ...rest] = filter.split(':');
    return { filter: filter as ReplyFilter, kind: kind as 'folder' | 'tag' | 'lang', name: rest.join(':'), count };
  });
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
