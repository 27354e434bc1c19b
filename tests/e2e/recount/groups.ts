import type { Chosen, Heard } from './choose.ts';
import * as say from './say.ts';
import { known, volumeOf } from './volume.ts';

export type GroupBy = 'Site' | 'Community' | 'Keyword' | 'Kind of post';

type Part = Pick<Heard, 'posts' | 'bare' | 'read'> & { key: string; name: string };

function listSites({ now: { posts, bare, read } }: Chosen): Part[] {
  const sites = new Set([...posts, ...bare, ...read].map(({ site }) => site));
  const of = (key: string) => (one: { site: string }) => one.site === key;
  return [...sites].map((key) => ({
    key,
    name: say.siteName(key),
    posts: posts.filter(of(key)),
    bare: bare.filter(of(key)),
    read: read.filter(of(key)),
  }));
}

/** However it is spelt; as it was read, where it was. */
function listCommunities({ now: { posts, readIn } }: Chosen): Part[] {
  const place = (one: { site: string; community?: string }) => one.community && `${one.site} ${one.community.toLowerCase()}`;
  const names = new Map<string, string>();
  for (const one of [...readIn, ...posts.toSorted((a, b) => a.seenAt - b.seenAt)]) {
    const key = place(one);
    if (key && !names.has(key)) names.set(key, one.community ?? '');
  }
  return [...names].map(([key, name]) => ({
    key: name,
    name,
    posts: posts.filter((one) => place(one) === key),
    bare: [],
    read: readIn.filter((one) => place(one) === key),
  }));
}

function listKeywords({ now: { posts, bare, read }, keywords, choice }: Chosen): Part[] {
  return keywords
    .filter(({ id }) => !choice.keyword || id === choice.keyword)
    .map(({ id, name }) => ({
      key: id,
      name,
      posts: posts.filter(({ keywordIds }) => keywordIds.includes(id)),
      bare: bare.filter(({ keywordId }) => keywordId === id),
      read,
    }))
    .filter((part) => part.posts.length + part.bare.length > 0);
}

const kinds: Record<string, string> = { post: 'Posts', comment: 'Comments', review: 'Reviews', message: 'Messages' };

const listKinds = ({ now: { posts, read } }: Chosen): Part[] =>
  Object.entries(kinds)
    .map(([key, name]) => ({ key, name, posts: posts.filter(({ kind }) => kind === key), bare: [], read }))
    .filter((part) => part.posts.length > 0);

const lists = { Site: listSites, Community: listCommunities, Keyword: listKeywords, 'Kind of post': listKinds };

export function groupTable(chosen: Chosen, by: GroupBy): string[][] {
  const total = volumeOf(chosen.now, chosen.clock).mentions;
  const rows = lists[by](chosen)
    .map((part) => ({ ...part, ...volumeOf(part, chosen.clock), scanned: volumeOf(part, chosen.clock).posts }))
    .sort((a, b) => b.mentions - a.mentions || (a.key < b.key ? -1 : 1))
    .map(({ name, mentions, scanned, rate }) => [
      name,
      say.number(mentions),
      total > 0 ? say.percent(mentions / total) : '',
      known(scanned),
      rate ? `${say.per(rate.rate)} | ${say.perRange(rate)}` : 'Unknown',
    ]);
  return [[by, 'Mentions', 'Share of all', 'Posts read', 'Mentions per 1,000 posts'], ...rows];
}
