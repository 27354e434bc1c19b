/** A reply, filled in → what speaks against it here, and what could be said instead. */
import { likeness } from '../core/alike.ts';
import type { Reply, ReplyContext, Situation } from '../core/model.ts';
import { type CommunityNote, checkReply, hushKey, nearlySame, type Past, type Warning } from '../core/reply-guard.ts';
import type { Suggested } from '../core/suggest-replies.ts';
import { type Desk, type FilledReply, fillReply } from './fill-reply.ts';

/** What the background knows that bears on an answer. */
export interface Advice {
  situation: Situation;
  past: Past;
  suggested: Suggested[];
  note?: CommunityNote | undefined;
  hushed: string[];
  brand: string;
}

/** Where the background could not be asked, at least what can be seen here is checked. */
export function adviceFor(context: ReplyContext | undefined, known: Advice | undefined): Advice {
  const situation = { site: context?.siteId ?? 'generic' };
  return known ?? { situation, past: { onSite: [], toPerson: [], toPost: [] }, suggested: [], hushed: [], brand: '' };
}

export function checkFilled(filled: FilledReply, desk: Desk, known: Advice | undefined): Warning[] {
  const { situation, past, note, hushed, brand } = adviceFor(desk.context, known);
  const { text, names } = filled;
  const { replies = [], now = Date.now(), context } = desk;
  return checkReply({
    text,
    names,
    situation,
    past,
    replies,
    now,
    note,
    hushed,
    brand,
    community: context?.community,
    limitHere: context?.limit,
    written: context?.written,
  });
}

/** By what these warnings are remembered where they are not wanted any more. */
export function listHushKeys(warnings: readonly Warning[], { context }: Pick<Desk, 'context'>, known: Advice | undefined): string[] {
  const { site } = adviceFor(context, known).situation;
  return warnings.map(({ code }) => hushKey(code, site, context?.community));
}

/** The same in other words. `turn`: a `{{choose}}` of the reply itself falls out differently. */
export interface Alternative {
  reply: Reply;
  filled: FilledReply;
  kind: 'turn' | 'like';
}

const mostTurns = 6;
const mostOffered = 3;

const languageOf = (lang: string | undefined): string | undefined => lang?.toLowerCase().split('-')[0];

/** False where both the reply and the post say their language, and it is not the same. */
function isUnderstood({ lang }: Reply, situation: Situation): boolean {
  const [own, theirs] = [languageOf(lang), languageOf(situation.lang)];
  return !own || !theirs || own === theirs;
}

/** Words for the same that fit and were not said lately: other turns of the reply, then replies that share a tag with it. */
export function findAlternatives(reply: Reply, desk: Desk, known: Advice | undefined): Alternative[] {
  const { past, situation } = adviceFor(desk.context, known);
  const said = [...past.onSite, ...past.toPerson].map(({ text }) => text ?? '');
  const isFresh = ({ text, names }: FilledReply) => names.length === 0 && said.every((one) => likeness(one, text) < nearlySame);
  const asked = fillReply(reply, desk).text;
  // That the post was answered before is true of whatever is said; everything else would speak against this one as well.
  const isOther = (filled: FilledReply) =>
    filled.text !== asked && checkFilled(filled, desk, known).every(({ code }) => code === 'answered');
  const turns = Array.from({ length: mostTurns }, (_, i) => ({ ...reply, usedCount: reply.usedCount + i + 1 }));
  const others = (desk.replies ?? []).filter(
    (one) => one.id !== reply.id && one.tags.some((tag) => reply.tags.includes(tag)) && isUnderstood(one, situation),
  );
  const offered = [
    ...turns.map((one): Alternative => ({ reply: one, filled: fillReply(one, desk), kind: 'turn' })),
    ...others.map((one): Alternative => ({ reply: one, filled: fillReply(one, desk), kind: 'like' })),
  ].filter(({ filled }) => isFresh(filled) && isOther(filled));
  return offered.filter(({ filled }, i) => offered.findIndex((one) => one.filled.text === filled.text) === i).slice(0, mostOffered);
}
