/** What a person typed as the target of a goal: the number it says, or what is wrong with it. */
import { isCount } from './measures.ts';
import type { Goal, MeasureKind } from './model.ts';
import { type NumberReading, readTypedNumber } from './typed-number.ts';

/**
 * `none`: no number, or more than one. `below`: less than nothing. `part`: of what is counted in whole ones. `above`: more than there can be.
 * `unclear`: it may be either of two numbers. `always`: so however things go, which is no goal.
 */
export type TargetProblem =
  | { readonly problem: 'none' | 'below' | 'part' | 'always' }
  | { readonly problem: 'above'; readonly most: number }
  | { readonly problem: 'unclear'; readonly either: readonly number[] };

/** In the unit it is typed in: percent, hours, per 1,000. */
export type TargetReading = { readonly value: number } | TargetProblem;

const yearOfHours = 8_784;

const mosts: Readonly<Record<MeasureKind, number>> = {
  read: 1e12,
  rate: 1_000,
  'share-of-voice': 100,
  answered: 100,
  'response-time': yearOfHours,
  negative: 100,
  people: 1e12,
  mentions: 1e12,
  open: 1e12,
};

const isWhole = (kind: MeasureKind): boolean => isCount(kind) || kind === 'open';
const isShare = (kind: MeasureKind): boolean => mosts[kind] === 100;

/** The unit stands beside the field already; who writes it again means the same. */
function withoutUnit(kind: MeasureKind, text: string): string {
  if (isShare(kind)) return text.replace(/\s*[%％]\s*$/, '');
  return kind === 'response-time' ? text.replace(/\s*(h|hrs?|hours?)\.?\s*$/i, '') : text;
}

const isAlwaysSo = (better: Goal['better'], value: number, most: number): boolean =>
  better === 'more' ? value === 0 : value === most && most <= 1_000;

function choose(readings: readonly NumberReading[], kind: MeasureKind, better: Goal['better']): TargetReading {
  const most = mosts[kind];
  const fitting = isWhole(kind) ? readings.filter(({ decimals }) => !decimals) : readings;
  if (fitting.length === 0) return { problem: readings.length > 0 ? 'part' : 'none' };
  const [value, other] = fitting.map((one) => one.value).filter((one) => one <= most);
  if (value === undefined) return { problem: 'above', most };
  if (other !== undefined) return { problem: 'unclear', either: [other, value] };
  return isAlwaysSo(better, value, most) ? { problem: 'always' } : { value };
}

export function readTarget(text: string, { kind, better }: { kind: MeasureKind; better: Goal['better'] }): TargetReading {
  const typed = withoutUnit(kind, text.trim());
  const below = /^[-−–]\s*(?=\d)/.exec(typed);
  if (below) return { problem: readTypedNumber(typed.slice(below[0].length)).length > 0 ? 'below' : 'none' };
  return choose(readTypedNumber(typed), kind, better);
}

/** As it is shown to be changed. Three digits behind the point alone would be read as thousands by some: a fourth says that they are not. */
export function writeTarget(value: number): string {
  const text = String(Math.round(value * 1_000) / 1_000);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
