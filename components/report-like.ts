/** What a difference between two times is told of: the numbers themselves, or of answers those with as much time to answer in both. */
import type { Reading } from '../core/measures.ts';
import type { Figure } from '../core/report.ts';
import { formatMeasure, formatSpan, nameMeasureKind } from './measure-words.ts';
import { formatNumber, word } from './words.ts';

export const comparedOf = ({ now, before, like }: Figure): { readonly now: Reading; readonly before: Reading } => like ?? { now, before };

/** "Share of mentions answered within 24 h (of those at least that old)". */
export function nameCompared({ kind, like }: Figure, ofBrands: boolean): string {
  const name = nameMeasureKind(kind, ofBrands);
  if (!like) return name;
  return kind === 'answered' ? word('likeAnswered', name, formatSpan(like.target)) : word('likeResponse', name);
}

const sayHalf = ({ value }: Reading): string => (value === undefined ? word('likeHalfNot') : word('likeHalf', formatSpan(value)));

/** What it was counted from, and what it was compared by where that is another number. */
export function sayComparedBy({ kind, now, before, like }: Figure, basis: string): string {
  if (!like || now.n === 0 || before.n === 0) return basis;
  if (kind !== 'answered') return word('basisLikeResponse', basis, sayHalf(like.now), sayHalf(like.before));
  const shares = [like.now, like.before].flatMap(({ value, n }) => [formatMeasure(kind, value), formatNumber(n)]);
  return word('basisLikeAnswered', basis, formatSpan(like.target), ...shares);
}

/** "; of the 351 at least 24 h old, 52 % within that time (before: 50 %)". */
export function sayLikeLevel({ kind, moved, like }: Figure): string {
  if (like?.now.value === undefined || like.before.value === undefined) return '';
  const was = word(moved === 'unsure' ? 'saySummaryBeforeUnsure' : 'saySummaryBefore', formatMeasure(kind, like.before.value));
  return word('saySummaryWithin', formatNumber(like.now.n), formatSpan(like.target), formatMeasure(kind, like.now.value), was);
}
