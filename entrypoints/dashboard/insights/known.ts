/** What of a view is known of its keywords, and what of it can be compared with the time before. */
import { sayCompared } from '../../../components/unheard-words.ts';
import { dayLength, hoursOf, periodBefore } from '../../../core/calendar.ts';
import { type Gathered, narrow, since } from '../../../core/insights.ts';
import { findGap, type Gap } from '../../../core/known.ts';
import { allSince, anySince, type Comparison, compareAll, compareAny, heardBy, type Unheard, unheard } from '../../../core/listened.ts';
import type { Keyword } from '../../../core/model.ts';
import type { View } from './use-insights.ts';

export interface Pair {
  readonly now: Gathered;
  readonly before: Gathered;
  /** What is left out; where `isKnown` is false, why there is nothing to compare. */
  readonly without: readonly Unheard[];
  readonly isKnown: boolean;
}

/** A view is asked from several places: what it comes to is worked out once. */
function once<T>(make: (view: View) => T): (view: View) => T {
  const known = new WeakMap<View, { made: T }>();
  return (view) => {
    const kept = known.get(view) ?? { made: make(view) };
    known.set(view, kept);
    return kept.made;
  };
}

const spansOf = ({ period, calendar }: View) => ({ now: hoursOf(period, calendar), before: hoursOf(periodBefore(period), calendar) });

const never = Number.POSITIVE_INFINITY;

const isVoice = ({ kind }: Keyword): boolean => kind === 'brand' || kind === 'competitor';

/** Those that are told of: the chosen ones, or all. */
const listAsked = ({ keywords, filter }: View): Keyword[] => keywords.filter(({ id }) => filter.keywordIds?.includes(id) ?? true);

/** From when on what is told of is known; undefined where it was not by the end of the time. */
export function volumeSince(view: View): number | undefined {
  const heard = heardBy(listAsked(view), spansOf(view).now.to);
  if (heard.length === 0) return undefined;
  return view.filter.keywordIds ? allSince(heard) : anySince(heard);
}

/** What was heard and read from when on it is known. */
export const knownVolume = once((view): Gathered => since(view.now, volumeSince(view) ?? never));

/** Whether anything of it could be heard in the time before. */
export const couldBeHeardBefore = (view: View): boolean => heardBy(listAsked(view), spansOf(view).before.to).length > 0;

function toPair({ now, before }: { now: Gathered; before: Gathered }, { keywordIds, from, without }: Comparison): Pair {
  const isKnown = keywordIds.length > 0;
  const cut = (gathered: Gathered): Gathered => since(without.length > 0 ? narrow(gathered, { keywordIds }) : gathered, from);
  return { now: cut(now), before: cut(before), without, isKnown };
}

/** The chosen keyword; or all that were listened for in both times. */
export const compareVolume = once((view): Pair => {
  const { now, before } = spansOf(view);
  const compare = view.filter.keywordIds ? compareAll : compareAny;
  return toPair(view, compare(listAsked(view), now, before));
});

export interface VoiceKnown {
  readonly gap: Gap | undefined;
  /** Who was not listened for by the end of the time, where that leaves one side empty. */
  readonly late: readonly Unheard[];
  /** Of the time itself, from when on all of them are listened for. */
  readonly now: Gathered;
  /** Where that is later than its first day. */
  readonly since: number | undefined;
  readonly compared: Pair;
}

/** Brands and competitors side by side. */
export const knownVoice = once((view): VoiceKnown => {
  const { now, before } = spansOf(view);
  const voices = view.keywords.filter(isVoice);
  const heard = heardBy(voices, now.to);
  const gapOf = (some: readonly Keyword[]) =>
    findGap({ kind: 'share-of-voice' }, { kinds: new Map(some.map(({ id, kind }) => [id, kind])) });
  const isMissing = gapOf(heard) !== undefined;
  const from = isMissing ? never : allSince(heard);
  return {
    gap: gapOf(voices),
    late: isMissing ? voices.filter((one) => !heard.includes(one)).map(unheard) : [],
    now: since(view.all, from),
    since: from > now.from && from < now.to ? from : undefined,
    compared: toPair({ now: view.all, before: view.allBefore }, compareAll(voices, now, before)),
  };
});

/** What is compared, in words. */
export const sayPair = (
  said: readonly string[],
  { without, isKnown }: Pair,
  { keywords, calendar }: Pick<View, 'keywords' | 'calendar'>,
): string[] => sayCompared(said, without, isKnown, { nameKeyword: (id) => keywords.find((one) => one.id === id)?.name ?? id, calendar });

/** Whether all of some days lies before a keyword was listened for. */
export const isBefore = ({ to }: { to: number }, moment: number | undefined, { calendar }: View): boolean =>
  moment === undefined || to + dayLength <= calendar.dayOf(moment);
