/**
 * Since when keywords are listened for. Before it was created nothing of a keyword could be heard: how often it was named is unknown then, not
 * zero. Posts read before are not searched again for a new one (docs/decisions/0009: it is only tried on them), so that nothing makes those days
 * known. Since when a keyword is paused is not kept: while it is, nothing is compared with it.
 */
import { dayLength, startOfHour } from './calendar.ts';
import type { Keyword } from './model.ts';

export type Listened = Pick<Keyword, 'id' | 'createdAt'> & Partial<Pick<Keyword, 'paused'>>;

/** A time in moments: `to` is the first one after it. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The hour in which it was created counts: what was read in it before is little. */
export const listenedSince = ({ createdAt }: Listened): number => startOfHour(createdAt);

/** From here on all of them are listened for. */
export const allSince = (keywords: readonly Listened[]): number => Math.max(Number.NEGATIVE_INFINITY, ...keywords.map(listenedSince));

/** From here on any of them is. */
export const anySince = (keywords: readonly Listened[]): number => Math.min(Number.POSITIVE_INFINITY, ...keywords.map(listenedSince));

/** Those that could be heard by then at all: what was created later takes nothing from a time that was over. */
export const heardBy = <T extends Listened>(keywords: readonly T[], to: number): T[] =>
  keywords.filter((keyword) => listenedSince(keyword) < to);

/** Why a keyword is not compared. */
export interface Unheard {
  readonly keywordId: string;
  /** Absent: it is paused. */
  readonly since?: number;
}

export const unheard = (keyword: Listened): Unheard =>
  keyword.paused ? { keywordId: keyword.id } : { keywordId: keyword.id, since: listenedSince(keyword) };

const latest = (keywords: readonly Listened[]): Listened | undefined =>
  keywords.reduce<Listened | undefined>((last, one) => (last && last.createdAt >= one.createdAt ? last : one), undefined);

export interface Comparison {
  /** Of these, from that moment on, in both times. */
  readonly keywordIds: readonly string[];
  readonly from: number;
  /** What is left out of it: where `keywordIds` is empty, why there is nothing to compare. */
  readonly without: readonly Unheard[];
}

/** Side by side: all of them have to be heard in both times. */
export function compareAll(keywords: readonly Listened[], now: Span, before: Span): Comparison {
  const heard = heardBy(keywords, now.to);
  const from = allSince(heard);
  const last = heard.find(({ paused }) => paused) ?? latest(heard);
  if (last && (last.paused || from >= before.to)) return { keywordIds: [], from, without: [unheard(last)] };
  return { keywordIds: heard.map(({ id }) => id), from, without: [] };
}

/**
 * Together: those that were listened for since the beginning of the earlier time, or since the first of them was within it; who is new here adds
 * keywords within a day.
 */
export function compareAny(keywords: readonly Listened[], now: Span, before: Span): Comparison {
  const heard = heardBy(keywords, now.to);
  const running = heard.filter(({ paused }) => !paused);
  const first = Math.max(before.from, anySince(running));
  const both = running.filter((one) => listenedSince(one) < first + dayLength);
  const from = allSince(both);
  const isKnown = both.length > 0 && from < before.to;
  const compared = new Set(isKnown ? both : []);
  return { keywordIds: [...compared].map(({ id }) => id), from, without: heard.filter((one) => !compared.has(one)).map(unheard) };
}
