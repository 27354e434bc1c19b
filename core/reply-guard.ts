/** What speaks against putting a reply in as it is. Each warning has its numbers; the words for them are the screen's. */
import { likeness } from './alike.ts';
import { countLength } from './limits.ts';
import type { Answer, Reply, Situation } from './model.ts';
import { splitReply } from './split-reply.ts';
import { readTone } from './tone.ts';
import { findWebLinks } from './web-links.ts';

/** What one earlier answer was. */
export interface Earlier {
  at: number;
  text: string;
  /** The canned reply it was made from, as it is called now. */
  title?: string;
}

export type Warning =
  | { code: 'unresolved'; names: readonly string[] }
  | {
      code: 'too-long';
      used: number;
      limit: number;
      sure: boolean;
      unit: string;
      /** It in parts that fit, and the same with "1/3" at the end of each. */
      parts: readonly string[] | undefined;
      numbered: readonly string[] | undefined;
    }
  | { code: 'repeated'; likeness: number; to: 'person' | 'site'; earlier: Earlier }
  | { code: 'answered'; what: 'post' | 'person'; times: number; earlier: Earlier }
  | { code: 'link-repeated'; link: string; times: number; of: number }
  | { code: 'no-promotion'; note: string; link: string | undefined }
  | { code: 'tone'; tone: 'thanks' | 'sorry'; intent: 'complaint' | 'praise'; rating: number | undefined };

export type WarningCode = Warning['code'];

/** What was answered before, newest first. */
export interface Past {
  onSite: readonly Answer[];
  toPerson: readonly Answer[];
  toPost: readonly Answer[];
}

/** What the person has written down about a community. */
export interface CommunityNote {
  text: string;
  noPromotion?: boolean | undefined;
}

export interface Draft {
  text: string;
  /** Names without a value in it. */
  names: readonly string[];
  situation: Situation;
  past: Past;
  replies: readonly Pick<Reply, 'id' | 'title'>[];
  now: number;
  note?: CommunityNote | undefined;
  /** What would be promoted, besides links: the brand. */
  brand?: string | undefined;
  /** The limit the page states. */
  limitHere?: number | undefined;
  /** What stands in the box already, and stays there. */
  written?: string | undefined;
  community?: string | undefined;
  /** What the person wants no warning of, as `hushKey` writes it. */
  hushed?: readonly string[] | undefined;
}

/** From here on two replies read as one. */
export const nearlySame = 0.7;
const day = 86_400_000;
/** A person answered longer ago than this is not in the same conversation any more. */
const lately = 30 * day;

/** What an overruled warning is remembered by: the kind of it, on this site (a note: in this community). */
export function hushKey(code: WarningCode, site: string, community?: string): string {
  return `${code}@${site}${code === 'no-promotion' && community ? `:${community}` : ''}`;
}

/** An unresolved name is never put in, whatever the person says. */
export const mayOverrule = ({ code }: Warning): boolean => code !== 'unresolved';

function toEarlier(answer: Answer, { replies }: Draft): Earlier {
  const title = replies.find(({ id }) => id === answer.replyId)?.title;
  return { at: answer.postedAt ?? answer.insertedAt, text: answer.text ?? '', ...(title ? { title } : {}) };
}

function checkLength({ text, situation: { site }, limitHere, written = '' }: Draft): Warning[] {
  const { over, used, limit, sure, unit } = countLength(site, text, limitHere);
  if (limit === undefined) return [];
  const before = written.trim() === '' ? 0 : countLength(site, written).used;
  if (!over && before + used <= limit) return [];
  const here = before === 0 ? limitHere : limit - before;
  const split = (numbered: boolean) => (here === undefined || here > 0 ? splitReply(site, text, { here, numbered }) : undefined);
  return [{ code: 'too-long', used: before + used, limit, sure, unit, parts: split(false), numbered: split(true) }];
}

interface Alike {
  answer: Answer;
  likeness: number;
}

function findMostAlike(text: string, answers: readonly Answer[]): Alike | undefined {
  return answers
    .filter((answer) => answer.text)
    .map((answer) => ({ answer, likeness: likeness(text, answer.text ?? '') }))
    .reduce<Alike | undefined>((best, one) => (best && best.likeness >= one.likeness ? best : one), undefined);
}

function checkRepeated(draft: Draft): Warning[] {
  const { text, past } = draft;
  const person = findMostAlike(text, past.toPerson);
  const site = findMostAlike(text, past.onSite);
  // The same to the same person is worse than the same to another.
  const [to, most] = person && person.likeness >= nearlySame ? (['person', person] as const) : (['site', site] as const);
  if (!most || most.likeness < nearlySame) return [];
  return [{ code: 'repeated', likeness: most.likeness, to, earlier: toEarlier(most.answer, draft) }];
}

function checkAnswered(draft: Draft): Warning[] {
  const { past, now } = draft;
  const [last] = past.toPost;
  if (last) return [{ code: 'answered', what: 'post', times: past.toPost.length, earlier: toEarlier(last, draft) }];
  const recent = past.toPerson.filter(({ insertedAt }) => now - insertedAt < lately);
  const [answer] = recent;
  return answer ? [{ code: 'answered', what: 'person', times: recent.length, earlier: toEarlier(answer, draft) }] : [];
}

/** The same page with another campaign, or without its slash, is the same link. */
const plainLink = (link: string): string =>
  link
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/([?&])(?:utm_[a-z]+|ref|fbclid|gclid)=[^&#]*/gi, '$1')
    .replace(/[?&/#]+$/, '')
    .toLowerCase();
const linksOf = (text: string): string[] => findWebLinks(text).map(({ start, end }) => text.slice(start, end));

function checkLinks({ text, past }: Draft): Warning[] {
  const before = past.onSite.map((answer) => new Set(linksOf(answer.text ?? '').map(plainLink)));
  const counted = linksOf(text).map((link) => ({ link, times: before.filter((links) => links.has(plainLink(link))).length }));
  const [most] = counted.sort((a, b) => b.times - a.times);
  return most && most.times > 0 ? [{ code: 'link-repeated', ...most, of: before.length }] : [];
}

function checkPromotion({ text, note, brand }: Draft): Warning[] {
  if (!note?.noPromotion) return [];
  const [link] = linksOf(text);
  const named = brand?.trim() && text.toLowerCase().includes(brand.trim().toLowerCase());
  return link || named ? [{ code: 'no-promotion', note: note.text, link }] : [];
}

function checkTone({ text, situation: { intent, rating } }: Draft): Warning[] {
  const tone = readTone(text);
  const angry = intent === 'complaint' || (rating !== undefined && rating <= 2);
  if (tone === 'thanks' && angry) return [{ code: 'tone', tone, intent: 'complaint', rating }];
  if (tone === 'sorry' && intent === 'praise' && !angry) return [{ code: 'tone', tone, intent, rating }];
  return [];
}

/** All that speaks against it, the worst first. With a name unresolved nothing else matters: such a text is not one yet. */
export function checkReply(draft: Draft): Warning[] {
  if (draft.names.length > 0) return [{ code: 'unresolved', names: draft.names }];
  const warnings = [checkLength, checkTone, checkPromotion, checkRepeated, checkAnswered, checkLinks].flatMap((check) => check(draft));
  const { situation, community, hushed = [] } = draft;
  return warnings.filter(({ code }) => !hushed.includes(hushKey(code, situation.site, community)));
}
