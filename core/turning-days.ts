/** A series by its days, and how those before a change vary: what changes of level are judged by (core/turning-level.ts). */
import { deviance } from './deviance.ts';
import type { Bin } from './usual.ts';

/** A day on which something was read. */
export interface Day {
  readonly at: number;
  /** Its first hour that was read, and the end of its last. */
  readonly first: number;
  end: number;
  bins: number;
  count: number;
  posts: number;
  /** Posts, each weighed by how much the keyword is spoken of at that time of day and week. */
  weighed: number;
  /** Mentions of a spike that was told and is over: neither usual, nor news once more. */
  told: number;
}

const dayLength = 86_400_000;

/** The bin becomes part of its day. `season`: how much more than usual is spoken at its time. */
export function takeIntoDays(days: Day[], bin: Bin, season: number, step: number): void {
  const at = Math.floor(bin.at / dayLength) * dayLength;
  let today = days.at(-1);
  if (today?.at !== at) {
    today = { at, first: bin.at, end: 0, bins: 0, count: 0, posts: 0, weighed: 0, told: 0 };
    days.push(today);
  }
  today.end = bin.at + step;
  today.bins += 1;
  today.count += bin.count;
  today.posts += bin.exposed;
  today.weighed += bin.exposed * season;
}

/** Mentions that are judged. */
export const judgedOf = ({ count, told }: Day): number => Math.max(0, count - told);

interface Products {
  counts: number;
  cross: number;
  squares: number;
}

/** Sums over days, and over pairs of one and the next, from which a rate and the spread around it follow at once. */
export interface DaySums extends Products {
  days: number;
  count: number;
  weighed: number;
  pairs: Products;
}

const noProducts = (): Products => ({ counts: 0, cross: 0, squares: 0 });

export const noDays = (): DaySums => ({ days: 0, count: 0, weighed: 0, ...noProducts(), pairs: noProducts() });

function addProducts(sums: Products, a: Day, b: Day, times: 1 | -1): void {
  sums.counts += times * judgedOf(a) * judgedOf(b);
  sums.cross += (times * (judgedOf(a) * b.weighed + judgedOf(b) * a.weighed)) / 2;
  sums.squares += times * a.weighed * b.weighed;
}

/** `next` is the day that it makes a pair with. */
export function addDay(sums: DaySums, day: Day, times: 1 | -1, next?: Day): void {
  sums.days += times;
  sums.count += times * judgedOf(day);
  sums.weighed += times * day.weighed;
  addProducts(sums, day, day, times);
  if (next) addProducts(sums.pairs, day, next, times);
}

/** As for a window of hours: what days vary beyond chance before it is known, as so many days' worth. */
const spreadBefore = 0.1;
const spreadWeight = 10;
const mostSpread = 5;

export const rateIn = ({ count, weighed }: DaySums): number => (count + 0.5) / weighed;

const beyond = (rate: number, { counts, cross, squares }: Products): number => counts - 2 * rate * cross + rate ** 2 * squares;

/**
 * φ by the method of moments, and two standard errors more, for what is not known of it must not make alarms. `lasting`: how much of it a day has
 * in common with the next, for what drifts makes long windows vary more than days that know nothing of one another.
 */
function spreadIn(sums: DaySums, rate: number): { spread: number; lasting: number } {
  const { days, squares, weighed, pairs } = sums;
  const square = rate ** 2 * squares;
  const excess = beyond(rate, sums) - rate * weighed;
  const prior = spreadWeight * Math.max(1, square / days);
  const spread = Math.max(0.01, ((excess * days) / Math.max(1, days - 1) + spreadBefore * prior) / (square + prior));
  const lasting = Math.max(0, beyond(rate, pairs)) / (rate ** 2 * pairs.squares + prior);
  const unsure = 1 + 2 * Math.sqrt(2 / days);
  return { spread: Math.min(mostSpread, spread) * unsure, lasting: Math.min(mostSpread, spread, lasting) };
}

/** What a mean over so many days varies. */
const variedIn = ({ spread, lasting }: { spread: number; lasting: number }, days: number): number =>
  (spread + 2 * lasting * Math.max(0, 1 - 1 / days)) / days;

/** How far `after` is from the rate of `before`. */
export function scoreDays(before: DaySums, after: DaySums): number {
  const rate = rateIn(before);
  // A few hours of a day vary more than a whole one.
  const days = Math.min(after.weighed ** 2 / after.squares, (after.weighed * before.days) / before.weighed);
  const spread = spreadIn(before, rate);
  const doubt = variedIn(spread, days) + variedIn(spread, before.weighed ** 2 / before.squares) + 1 / (before.count + 0.5);
  return deviance(after.count, rate * after.weighed, doubt);
}
