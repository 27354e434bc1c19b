/** What a difference between two times is told of: the numbers themselves, or of answers those with as much time to answer in both. */
import type { Reading } from '../core/measures.ts';
import type { Figure } from '../core/report.ts';
import { formatMeasure, formatSpan, nameMeasureKind } from './measure-words.ts';
import { formatNumber, word } from './words.ts';

export const comparedOf = ({ now, before, followed }: Figure): { readonly now: Reading; readonly before: Reading } =>
  followed ?? { now, before };

/** "Share of mentions answered within 24 h (of those at least that old)". */
export function nameCompared({ kind, followed }: Figure, ofBrands: boolean): string {
  const name = nameMeasureKind(kind, ofBrands);
  if (!followed) return name;
  return kind === 'answered' ? word('likeAnswered', name, formatSpan(followed.target)) : word('likeResponse', name);
}

const sayHalf = ({ value }: Reading): string => (value === undefined ? word('likeHalfNot') : word('likeHalf', formatSpan(value)));

/** What it was counted from, and what it was compared by where that is another number. */
export function sayComparedBy({ kind, now, before, followed }: Figure, basis: string): string {
  if (!followed || now.n === 0 || before.n === 0) return basis;
  if (kind !== 'answered') return word('basisLikeResponse', basis, sayHalf(followed.now), sayHalf(followed.before));
  const shares = [followed.now, followed.before].flatMap(({ value, n }) => [formatMeasure(kind, value), formatNumber(n)]);
  return word('basisLikeAnswered', basis, formatSpan(followed.target), ...shares);
}

/** "; of the 351 at least 24 h old, 52 % within that time (before: 50 %)". */
export function sayFollowedLevel({ kind, moved, followed }: Figure): string {
  if (followed?.now.value === undefined || followed.before.value === undefined) return '';
  const was = word(moved === 'unsure' ? 'saySummaryBeforeUnsure' : 'saySummaryBefore', formatMeasure(kind, followed.before.value));
  return word('saySummaryWithin', formatNumber(followed.now.n), formatSpan(followed.target), formatMeasure(kind, followed.now.value), was);
}
