/** What of two times can be compared: of keywords that were listened for in both. */
import { ofKeywords } from './keyword-lists.ts';
import { findGap, knownSince, listKeywordsOf, listVoicesBy } from './known.ts';
import { type Comparison, compareAll, compareAny, listenedSince, type Unheard, unheard } from './listened.ts';
import { type CountedMention, listIn, type MeasureRows, type Period } from './measures.ts';
import type { Measure, MeasureKind } from './model.ts';

export interface Compared {
  readonly measure: Measure;
  /** What is left out of it; where nothing can be compared, why. */
  readonly without: readonly Unheard[];
  readonly isKnown: boolean;
}

/** All keywords of two times together, as far as both heard them. */
export const compareTogether = (rows: MeasureRows, now: Period, before: Period): Comparison =>
  compareAny(listKeywordsOf(rows), now, before);

const isWhole = ({ from, without }: Comparison, before: Period): boolean => without.length === 0 && from <= before.from;

function compareRate(together: Comparison, before: Period): Compared {
  const { keywordIds, without } = together;
  if (isWhole(together, before) || keywordIds.length === 0) return { measure: { kind: 'rate' }, without, isKnown: without.length === 0 };
  return { measure: { kind: 'rate', keywordIds: [...keywordIds] }, without, isKnown: true };
}

/** Who keeps share of voice from being compared, or, where no competitor was listened for yet, from being told. */
function listUnvoiced(rows: MeasureRows, now: Period, before: Period): readonly Unheard[] {
  const measure = { kind: 'share-of-voice' as const };
  const voices = listVoicesBy(measure, rows, now.to);
  if (voices) return compareAll(voices, now, before).without;
  const named = listKeywordsOf(rows).filter(({ kind }) => kind === 'brand' || kind === 'competitor');
  return findGap(measure, rows) ? [] : named.filter((one) => listenedSince(one) >= now.to).map(unheard);
}

/** How a number is taken so that both times tell of the same keywords. */
export function compareFigure(kind: MeasureKind, rows: MeasureRows, now: Period, before: Period, together: Comparison): Compared {
  if (kind === 'rate') return compareRate(together, before);
  const without = kind === 'share-of-voice' ? listUnvoiced(rows, now, before) : [];
  return { measure: { kind }, without, isKnown: without.length === 0 };
}

/** What was said of the keywords of both times, and what was read, from when on they are listened for. */
export function rowsCompared(rows: MeasureRows, together: Comparison, before: Period): MeasureRows {
  if (isWhole(together, before)) return rows;
  const { keywordIds, from } = together;
  const isSince = ({ hour }: { readonly hour: number }): boolean => hour >= from;
  const mentions = rows.mentions.filter(({ seenAt }) => seenAt >= from);
  const { communities } = rows;
  return {
    ...rows,
    mentions: ofKeywords(mentions, keywordIds),
    exposures: rows.exposures.filter(isSince),
    ...(communities ? { communities: communities.filter(isSince) } : {}),
  };
}

/** The mentions that share of voice is counted from. */
export function listVoiced(rows: MeasureRows, { from, to }: Period): readonly CountedMention[] {
  const since = knownSince({ kind: 'share-of-voice' }, rows, to);
  return since === undefined ? [] : listIn(rows.mentions, { from: Math.max(from, since), to });
}
