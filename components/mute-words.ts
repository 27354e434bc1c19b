import type { Mute } from '../core/model.ts';
import { formatDay, formatRelative } from './time.tsx';
import { type WordKey, word } from './words.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long a mute can be made to last; without a length it stays until it is lifted. */
export const muteLengths = [
  { name: 'muteDay', length: day },
  { name: 'muteWeek', length: 7 * day },
  { name: 'muteMonth', length: 30 * day },
  { name: 'muteLasting', length: undefined },
] as const satisfies readonly { name: WordKey; length: number | undefined }[];

export const endOf = (length: number | undefined, now: number): number | undefined => (length === undefined ? undefined : now + length);

/** Who or what is muted, and where: "@bob on X", "r/devops on Reddit", "X", "“rocket salad”". */
export function nameMute({ kind, site, value }: Pick<Mute, 'kind' | 'site' | 'value'>, nameSite: (place: string) => string): string {
  if (kind === 'place') return nameSite(value);
  if (kind === 'phrase') return word('quoted', value);
  return site === undefined ? value : word('mutedOn', value, nameSite(site));
}

/** "ends in 3d", "until 4 Mar 2027", "until you lift it". */
export function nameEnd({ until }: Pick<Mute, 'until'>, now: number): string {
  if (until === undefined) return word('mutedLasting');
  if (until <= now) return word('mutedEnded');
  const left = until - now;
  if (left > 30 * day) return word('mutedUntil', formatDay(until));
  // Rounded, so that a week is not called six days a second after it was chosen.
  const unit = left >= day ? day : left >= hour ? hour : minute;
  return word('mutedEnds', formatRelative(now + Math.max(unit, Math.round(left / unit) * unit), now));
}
