/** What becomes of a capture: a new mention, or news about one we have. No database here, so that every rule can be tested by itself. */
import { isCutFrom } from '../core/edits.ts';
import { joinCounts, listChanges } from '../core/evidence.ts';
import type { Author, Capture, Hit, Mention } from '../core/model.ts';

/** A clock that runs ahead must not put a mention above all later ones for ever. */
export function toMention(capture: Capture, now: number): Mention {
  const { hits, keywordIds, seenAt, ...post } = capture;
  return {
    ...post,
    id: `${post.site}:${post.postId}`,
    hits,
    keywordIds,
    seenAt: Math.min(seenAt, now),
    status: post.own ? 'ignored' : 'new',
  };
}

const samePlace = (a: Hit) => (b: Hit) => a.keywordId === b.keywordId && a.start === b.start && a.end === b.end;

function joinHits(old: readonly Hit[], fresh: readonly Hit[], limit: number): Hit[] {
  const added = fresh.filter((hit) => hit.end <= limit && !old.some(samePlace(hit)));
  return [...old, ...added].sort((a, b) => a.start - b.start).slice(0, 500);
}

const mostLinks = 5;

/** Other keywords find other links of the same post. */
function joinLinks(old: Mention['links'] = [], fresh: Mention['links'] = []): Pick<Mention, 'links'> {
  const links = [...new Set([...old, ...fresh])].slice(0, mostLinks);
  return links.length > 0 ? { links } : {};
}

const joinAuthor = (old: Author, fresh: Author): Author => ({
  ...old,
  ...Object.fromEntries(Object.entries(fresh).filter(([, value]) => value !== undefined)),
});

/** Lists show the minute of a post, of which its thread knows the second; two times that do not agree are left at the first. */
function finerTime(old: number | undefined, fresh: number | undefined): number | undefined {
  if (old === undefined || fresh === undefined) return old ?? fresh;
  const step = [60_000, 1000].find((whole) => old % whole === 0) ?? 0;
  return fresh > old && fresh < old + step ? fresh : old;
}

/** A page that shows less of what stands around a post says nothing new about it. */
function joinSurroundings(old: Mention, fresh: Mention): Pick<Mention, 'thread' | 'parent' | 'counts'> {
  const isSame = old.parent?.postId === undefined || fresh.parent?.postId === undefined || old.parent.postId === fresh.parent.postId;
  const parent = isSame && old.parent && fresh.parent ? { ...fresh.parent, ...old.parent } : (old.parent ?? fresh.parent);
  const thread = old.thread ?? fresh.thread;
  const counts = joinCounts(old.counts, fresh.counts);
  return { ...(thread ? { thread } : {}), ...(parent ? { parent } : {}), ...(counts ? { counts } : {}) };
}

/** The first sight of a post decides when it was seen, and the person decides its status: neither is changed by seeing it again. */
export function mergeMention(old: Mention, fresh: Mention): Mention {
  // Of a post that is shown whole in one place and cut in another, the whole one is worth keeping.
  const keepText = old.text === fresh.text || isCutFrom(fresh.text, old.text);
  const own = old.own || fresh.own;
  const changes = listChanges(old, keepText ? { ...fresh, text: old.text } : fresh, !isCutFrom(fresh.text, old.text));
  return {
    ...old,
    ...Object.fromEntries(Object.entries(fresh).filter(([, value]) => value !== undefined)),
    author: joinAuthor(old.author, fresh.author),
    text: keepText ? old.text : fresh.text,
    // Offsets into a text that is gone mean nothing, so an edit brings its own.
    hits: keepText ? joinHits(old.hits, fresh.hits, old.text.length) : fresh.hits,
    keywordIds: [...new Set([...old.keywordIds, ...fresh.keywordIds])],
    ...joinLinks(old.links, fresh.links),
    ...joinSurroundings(old, fresh),
    ...(changes.length > 0 ? { changes } : {}),
    postedAt: finerTime(old.postedAt, fresh.postedAt),
    seenAt: old.seenAt,
    status: own && old.status === 'new' ? 'ignored' : old.status,
  };
}
