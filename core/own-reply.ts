/**
 * What a post that was seen in a page means for the answers we know of: it is one of them, sent; it is a reply the person wrote without us;
 * or the other side has written again. No clock and no database here: what is decided can be tested by itself.
 */
import { likenessTo } from './likeness.ts';
import { mentionIdOf } from './mention.ts';
import type { Answer, Mention, SeenPost } from './model.ts';
import { foldHandle } from './mutes.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Clocks differ, and sites round. */
const slack = 2 * minute;
/** So long after it was put in, a text may still be sent: under the very post, or known by its words alone. */
export const longest = { under: 30 * 24 * hour, alike: 2 * 24 * hour, stranger: 2 * hour };
/** A person touches a text up before it is sent. */
const nearly = 0.75;
/** "Thanks!" is everybody's. */
const fewestLetters = 24;

/** What is known when a post has been seen. */
export interface Known {
  /** All of this site of the last month, and all to the posts above it. */
  answers: readonly Answer[];
  /** Of the mentions it may stand under. */
  mentions: readonly Mention[];
  now: number;
}

export type Meaning =
  | { kind: 'sent'; answer: Answer; mentionId: string | undefined }
  | { kind: 'back'; answer: Answer; mentionId: string; isLatest: boolean };

const day = 24 * hour;
/** Some sites say only on which day. Where it is midnight to the millisecond, the whole day may be meant, wherever it began. */
const isDay = (time: number): boolean => time % day === 0;

/** The latest that it may have been written. */
const latestOf = (time: number, now: number): number => Math.min(isDay(time) ? time + day - 1 : time, now);

const timeOf = (seen: SeenPost, now: number): number => Math.min(seen.postedAt ?? now, now);

/** When it was sent, of what was put in at `insertedAt`: on the day that its page says, and not before. */
function sentTime({ postedAt }: SeenPost, insertedAt: number, now: number): number {
  if (postedAt === undefined || !isDay(postedAt)) return Math.min(postedAt ?? now, now);
  const isSameDay = insertedAt >= postedAt - day / 2 && insertedAt < postedAt + (3 * day) / 2;
  return isSameDay ? Math.max(insertedAt, Math.min(postedAt, now)) : Math.min(postedAt, now);
}

const addressed = /^\s*@([\p{L}\p{N}_.-]*[\p{L}\p{N}_-](?:@[\w.-]+)?)/u;

/** Where nothing says whom a post answers, the name that it begins with may: then it is not the one above. */
function isToAnother({ text, parent }: SeenPost, { author }: Mention): boolean {
  const name = parent === undefined ? addressed.exec(text)?.[1] : undefined;
  if (name === undefined) return false;
  const fold = (written: string | undefined) => foldHandle(written ?? '').replace(/[\s@].*$/u, '');
  const begins = (written: string | undefined) => fold(written) !== '' && fold(written) === fold(name);
  return !begins(author.handle) && !(author.name ?? '').split(/\s+/).some(begins);
}

/** The posts it may answer: the one it names, or else the one its page is about. */
export function listAbove({ postId, parent, thread }: SeenPost): string[] {
  return [...new Set([parent ?? thread])].filter((id): id is string => id !== undefined && id !== postId);
}

const isSame = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && foldHandle(a) === foldHandle(b);
const handleOf = (personId: string | undefined): string | undefined => personId?.slice(personId.indexOf(':') + 1);

/** The answer that this post is, of those that have not been seen yet. */
function findSent(seen: SeenPost, { answers, mentions, now }: Known): Answer | undefined {
  const above = listAbove(seen).map((id) => mentionIdOf(seen.site, id));
  const isLetters = seen.text.replace(/[^\p{L}\p{N}]/gu, '').length >= fewestLetters;
  const writers = new Map(mentions.map(({ id, author }) => [id, author.handle]));
  let best: { answer: Answer; score: number } | undefined;
  for (const answer of answers) {
    const age = sentTime(seen, answer.insertedAt, now) - answer.insertedAt;
    if (answer.postId !== undefined || age < -slack) continue;
    // Whoever is answered may quote the answer word for word.
    if (!seen.own && isSame(seen.handle, handleOf(answer.personId) ?? writers.get(answer.mentionId ?? ''))) continue;
    const under = answer.mentionId !== undefined && above.includes(answer.mentionId);
    const likeness = answer.text ? likenessTo(answer.text)(seen.text) : 0;
    const known = seen.own && ((under && age <= longest.under) || (likeness >= nearly && age <= longest.alike));
    const guessed = !seen.own && isLetters && likeness >= nearly && age <= longest.stranger && (under || above.length === 0);
    const score = likeness + (under ? 1 : 0) - age / (100 * longest.under);
    if ((known || guessed) && score > (best?.score ?? 0)) best = { answer, score };
  }
  return best?.answer;
}

/** A reply that the person wrote by hand, under a mention. */
function findByHand(seen: SeenPost, { mentions, now }: Known): Mention | undefined {
  if (!seen.own) return undefined;
  const above = listAbove(seen);
  const mention = mentions.find(({ site, postId, own }) => site === seen.site && above.includes(postId) && !own);
  if (!mention) return undefined;
  // A page about a mention may show above it what it answers; only what is named as its parent is surely not that.
  const isAfter =
    seen.postedAt !== undefined &&
    mention.postedAt !== undefined &&
    latestOf(seen.postedAt, now) >= mention.postedAt &&
    seen.postedAt <= now;
  return seen.parent !== undefined || (isAfter && !isToAnother(seen, mention)) ? mention : undefined;
}

/** When an answer was sent; undefined while it has not been seen. */
const sentAt = ({ postId, postedAt }: Answer): number | undefined => (postId === undefined ? undefined : postedAt);

/** The latest of our answers that this post follows, by the person who was answered. */
function findFollowed(seen: SeenPost, known: Known): Meaning | undefined {
  const at = timeOf(seen, known.now);
  const sent = known.answers.filter(
    (answer) => answer.site === seen.site && sentAt(answer) !== undefined && answer.mentionId !== undefined,
  );
  const followed = sent.filter((answer) => {
    const mention = known.mentions.find(({ id }) => id === answer.mentionId);
    const who = handleOf(answer.personId) ?? mention?.author.handle;
    if (!isSame(seen.handle, who) || mentionIdOf(seen.site, seen.postId) === answer.mentionId) return false;
    if (seen.parent === answer.postId) return true;
    const inThread = [seen.parent, seen.thread].some((id) => id !== undefined && mentionIdOf(seen.site, id) === answer.mentionId);
    return inThread && seen.postedAt !== undefined && at > (sentAt(answer) ?? 0);
  });
  const latest = (some: readonly Answer[]) => [...some].sort((a, b) => (sentAt(b) ?? 0) - (sentAt(a) ?? 0))[0];
  const answer = latest(followed);
  if (!answer?.mentionId) return undefined;
  const last = latest(sent.filter(({ mentionId }) => mentionId === answer.mentionId));
  return { kind: 'back', answer: { ...answer, answeredBackAt: at }, mentionId: answer.mentionId, isLatest: last?.id === answer.id };
}

/** Undefined where it means nothing, or is known already. */
export function readSeen(seen: SeenPost, known: Known): Meaning | undefined {
  const { answers, now } = known;
  if (answers.some(({ site, postId }) => site === seen.site && postId === seen.postId)) return undefined;
  const facts = { site: seen.site, postId: seen.postId, postedAt: timeOf(seen, now), ...(seen.url ? { url: seen.url } : {}) };
  const answer = findSent(seen, known);
  if (answer) {
    const postedAt = sentTime(seen, answer.insertedAt, now);
    return { kind: 'sent', answer: { ...answer, ...facts, postedAt }, mentionId: answer.mentionId };
  }
  const mention = findByHand(seen, known);
  if (mention) return { kind: 'sent', answer: writtenByHand(seen, mention, facts), mentionId: mention.id };
  const back = seen.own ? undefined : findFollowed(seen, known);
  return back?.kind === 'back' && isNews(answers, back.answer, seen) ? back : undefined;
}

/** Without a time of its own, a second sight of it cannot be told from another post. */
function isNews(answers: readonly Answer[], { id, answeredBackAt = 0 }: Answer, seen: SeenPost): boolean {
  const before = answers.find((answer) => answer.id === id)?.answeredBackAt;
  return before === undefined || (seen.postedAt !== undefined && answeredBackAt > before);
}

type Facts = Pick<Answer, 'site' | 'postId' | 'url'> & { postedAt: number };

function writtenByHand({ site, postId, text, community }: SeenPost, mention: Mention, facts: Facts): Answer {
  return {
    ...facts,
    id: `seen:${site}:${postId}`.slice(0, 500),
    mentionId: mention.id,
    insertedAt: facts.postedAt,
    text,
    ...(community ? { community } : {}),
    ...(mention.author.handle ? { personId: `${site}:${mention.author.handle}` } : {}),
  };
}

/** What becomes of the mention; undefined where it stays as it is, because the person said so afterwards or it is so already. */
export function moveBy(mention: Mention, meaning: Meaning): Pick<Mention, 'status' | 'moved'> | undefined {
  const { answer } = meaning;
  const sent = meaning.kind === 'sent';
  const at = (sent ? answer.postedAt : answer.answeredBackAt) ?? answer.insertedAt;
  if (meaning.kind === 'back' && !meaning.isLatest) return undefined;
  // What was decided while the reply was being written, or after it, was decided with it in mind.
  const since = sent ? answer.insertedAt - slack : at;
  if (mention.statusAt !== undefined && mention.statusAt >= since) return undefined;
  if (mention.statusAt === undefined && sent && (mention.status === 'done' || mention.status === 'ignored')) return undefined;
  // An older reply says nothing new about a mention that was written to again.
  if (sent && mention.moved && mention.moved.at > at) return undefined;
  return { status: sent ? 'waiting' : 'new', moved: { why: sent ? 'own-reply' : 'answered-back', at } };
}
