/**
 * How many words are told of all that are compared. Of thousands of terms dozens lie above any fixed z by chance alone. Of those that are told, one in
 * ten at the most is false on average (Benjamini and Hochberg, Journal of the Royal Statistical Society B 57, 1995): in order of their z, the k surest
 * are told for the largest k of which the k-th is as sure as chance in 0.1 · k/m. m is the number of terms that are said often enough, in both together,
 * to be told at all (Tarone, Biometrics 46, 1990; Gilbert, Applied Statistics 54, 2005): how they are spread over the two says nothing of that, and
 * rarer ones could not have been.
 */
import { type Compared, logOdds, surely } from './topics.ts';

const falseShare = 0.1;

/** How often chance alone lies above z, from 1.9 on: Laplace's continued fraction. */
function chanceOf(z: number): number {
  let rest = z;
  for (let k = 16; k > 0; k--) rest = z + k / rest;
  return Math.exp(-(z ** 2) / 2) / (rest * Math.sqrt(2 * Math.PI));
}

/** In how many texts of both a term has to stand to be told if all of them are of now. */
function leastToTell({ own, other, fewest }: Compared): number {
  let least = fewest;
  while (least <= own.texts + other.texts && logOdds(least, own.total, 0, other.total) < surely) least += 1;
  return least;
}

/** How many terms might have been told. */
function countTested(compared: Compared): number {
  const { own, other, isNamed } = compared;
  const least = leastToTell(compared);
  let tested = 0;
  for (const [term, { count }] of own.terms) if (count + (other.terms.get(term)?.count ?? 0) >= least && !isNamed(term)) tested += 1;
  for (const [term, { count }] of other.terms) if (count >= least && !own.terms.has(term) && !isNamed(term)) tested += 1;
  return tested;
}

/** @param scores z of each that is sure by itself, the surest first */
export function countDiscoveries(scores: readonly number[], compared: Compared): number {
  const tested = Math.max(scores.length, countTested(compared));
  return 1 + scores.findLastIndex((z, i) => chanceOf(z) * tested <= falseShare * (i + 1));
}
