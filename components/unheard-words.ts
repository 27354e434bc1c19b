/** Keywords that were not listened for all the time, in words. */
import type { Calendar } from '../core/calendar.ts';
import { isolate } from '../core/isolate.ts';
import type { Gap } from '../core/known.ts';
import type { Unheard } from '../core/listened.ts';
import { formatShortDay } from './date-words.ts';
import { word } from './words.ts';

export interface UnheardNames {
  readonly nameKeyword: (id: string) => string;
  readonly calendar: Calendar;
}

/** "Brackish (listened for since Nov 18), Lowmoor (paused)". */
export const listUnheard = (unheard: readonly Unheard[], { nameKeyword, calendar }: UnheardNames): string =>
  unheard
    .map(({ keywordId, since }) =>
      since === undefined
        ? word('unheardPaused', isolate(nameKeyword(keywordId)))
        : word('unheardSince', isolate(nameKeyword(keywordId)), formatShortDay(since, calendar)),
    )
    .join(', ');

/** What there has to be before any share of voice can be told. */
export function sayVoiceGap(gap: Gap | undefined): string {
  if (gap === 'brand') return word('voiceNoBrand');
  return gap === 'competitor' ? word('voiceNoCompetitor') : '';
}

/** Against the time before: what is left out of it, or that there is nothing to compare, and why. */
export function sayCompared(said: readonly string[], without: readonly Unheard[], isKnown: boolean, names: UnheardNames): string[] {
  if (without.length === 0) return [...said];
  const list = listUnheard(without, names);
  return isKnown ? [...said, word('comparedWithout', list)] : [word('notComparable', list)];
}
