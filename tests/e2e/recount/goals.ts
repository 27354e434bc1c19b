/** How a goal is doing, in the words of docs/goals.md. */
import { day } from './clock.ts';
import { nameKind, sayCounted, sayMeasure } from './measure-words.ts';
import { likenTaken, type Measure, type Taken, takeMeasure } from './measures.ts';
import type { Rows } from './rows.ts';
import * as say from './say.ts';
import { countRange } from './statistics.ts';

export interface Goal {
  id: string;
  outcome: string;
  measure: Measure;
  better: 'more' | 'less';
  target: number;
  baseline?: { value?: number; n: number; posts: number; from: number; to: number; sites?: { site: string; n: number; posts: number }[] };
  from: number;
  until: number;
  owner?: string;
  plan?: string;
  createdAt: number;
}

export const isCount = ({ kind }: Measure): boolean => ['read', 'people', 'mentions'].includes(kind);
const fourWeeks = 28 * day;

/** Counts run from the first day; everything else is of the last four weeks of it. */
export function takeGoal(rows: Rows, goal: Goal, now: number): Taken {
  const to = Math.max(goal.from, Math.min(now, goal.until));
  return takeMeasure(rows, goal.measure, { from: isCount(goal.measure) ? goal.from : Math.max(goal.from, to - fourWeeks), to });
}

const meets = ({ better, target }: Goal, value: number): boolean => (better === 'more' ? value >= target : value <= target);

/** n + n ÷ elapsed × (1 − elapsed); the interval is that of n for the time that is left. */
function paceOf({ measure }: Goal, { value, n, range }: Taken, elapsed: number, isEarly: boolean) {
  if (!isCount(measure) || value === undefined || n < 3 || elapsed <= 0 || elapsed >= 1 || isEarly) return undefined;
  const at = (count: number) => value + (count / elapsed) * (1 - elapsed);
  return { value: at(n), low: at(range?.low ?? n), high: at(range?.high ?? n) };
}

/** How much of the way from where it was to where it is to be. Where it was as it should be, or has to stay low, there is none. */
function wayOf(goal: Goal, value: number | undefined): number | undefined {
  const counts = isCount(goal.measure);
  const start = counts ? 0 : goal.baseline?.value;
  if (value === undefined || start === undefined || (counts ? goal.better === 'less' : meets(goal, start))) return undefined;
  return (value - start) / (goal.target - start);
}

/** Its first week, or the first quarter of what is shorter than four. */
const firstOf = ({ from, until }: Goal): number => Math.min(7 * day, (until - from) / 4);

export type State =
  | 'Keyword removed'
  | 'Not begun'
  | 'Too early to say'
  | 'Too little seen to say'
  | 'On course'
  | 'Behind'
  | 'Reached'
  | 'Missed';

const leastN: Record<string, number> = { 'share-of-voice': 20, negative: 20, answered: 10, 'response-time': 10 };

/** What has to be there before anything is said. */
function leastOf({ measure: { kind }, better }: Goal): { n: number; posts: number } {
  const looked = kind === 'rate' || (better === 'less' && (kind === 'mentions' || kind === 'people'));
  return { n: leastN[kind] ?? 0, posts: looked ? 200 : 0 };
}

export interface Progress {
  taken: Taken;
  state: State;
  elapsed: number;
  /** Until when it was looked at. */
  to: number;
  way: number | undefined;
  pace: ReturnType<typeof paceOf>;
}

function stateOf(goal: Goal, { taken, elapsed, way, pace }: Omit<Progress, 'state'>, now: number): State {
  const { value, n, posts } = taken;
  const [counts, least] = [isCount(goal.measure), leastOf(goal)];
  if (now < goal.from) return 'Not begun';
  const met = value !== undefined && meets(goal, value);
  if (counts && goal.better === 'more' && met) return 'Reached';
  if (counts && goal.better === 'less' && value !== undefined && !met) return 'Missed';
  if (value === undefined || n < least.n || posts < least.posts) return 'Too little seen to say';
  if (elapsed >= 1) return met ? 'Reached' : 'Missed';
  if (now - goal.from < firstOf(goal)) return met && !counts ? 'On course' : 'Too early to say';
  // Behind only where so few would hardly be seen by chance.
  if (counts && goal.better === 'more' && !pace) return countRange(n).high < goal.target * elapsed ? 'Behind' : 'Too little seen to say';
  const isOnCourse = pace ? meets(goal, pace.value) : met || (way !== undefined && way >= elapsed - 1e-9);
  return isOnCourse ? 'On course' : 'Behind';
}

/** A keyword it is told by is no more. */
const isGone = ({ keywords }: Rows, { measure }: Goal): boolean =>
  (measure.keywordIds ?? []).some((id) => !keywords.some((one) => one.id === id));

export function progressOf(rows: Rows, goal: Goal, now: number): Progress {
  const taken = takeGoal(rows, goal, now);
  const elapsed = Math.min(1, Math.max(0, (now - goal.from) / (goal.until - goal.from)));
  const to = Math.min(now, goal.until);
  const known = { taken, elapsed, to, way: wayOf(goal, taken.value), pace: paceOf(goal, taken, elapsed, now - goal.from < firstOf(goal)) };
  return { ...known, state: isGone(rows, goal) ? 'Keyword removed' : stateOf(goal, known, now) };
}

function sayDoubt(goal: Goal, { state, taken }: Progress): string {
  const [least, { kind }] = [leastOf(goal), goal.measure];
  if (state === 'Too early to say') {
    const days = Math.max(1, Math.round(firstOf(goal) / day));
    return days === 1 ? 'Nothing is said on its first day.' : `Nothing is said in its first ${days} days.`;
  }
  if (state === 'Too little seen to say') {
    if (taken.posts < least.posts) return `Nothing is said before ${least.posts} posts are read.`;
    return least.n > 0 ? `Nothing is said from fewer than ${least.n}.` : 'From fewer than three no pace is told.';
  }
  const bound = goal.better === 'more' ? taken.range?.low : taken.range?.high;
  const isSure = bound === undefined || meets(goal, bound);
  return state === 'Reached' && !isSure && !isCount(goal.measure) && kind !== 'open' ? 'It may still be chance.' : '';
}

/** What of its way since the goal was set is but other reading. */
function likeSaid({ measure: { kind }, baseline }: Goal, taken: Taken): string {
  if (kind !== 'rate' || taken.value === undefined || baseline?.value === undefined) return '';
  if (!baseline.sites) return 'which sites were read before was not kept: not to be compared like for like';
  const like = likenTaken(taken, baseline);
  if (!like) return 'other sites were read before: not to be compared';
  const [was, is] = [like.before, like.now].map((rate) => sayMeasure('rate', rate));
  if (is === sayMeasure('rate', taken.value) && was === sayMeasure('rate', baseline.value)) return '';
  const unclear = like.ratio?.differs ? '' : ', no clear change';
  return `like for like ${was} → ${is}${unclear} (on the sites read in both times, each as much as now)`;
}

/** What it was counted from, how much was read meanwhile, how sure it is. */
export function basisOf(goal: Goal, progress: Progress): string {
  const { taken } = progress;
  const { kind } = goal.measure;
  if (progress.state === 'Keyword removed') return 'A keyword it is told by was removed. Choose others, or remove the goal.';
  const read = ['read', 'open', 'rate'].includes(kind) ? '' : `${say.counted(taken.posts, 'post')} read meanwhile`;
  const isSaid = taken.range && taken.n > 0 && kind !== 'people' && kind !== 'mentions';
  const range = isSaid ? `95 % sure: ${sayMeasure(kind, taken.range?.low)}–${sayMeasure(kind, taken.range?.high)}` : '';
  const said = [sayCounted(kind, taken), read, range, likeSaid(goal, taken), sayDoubt(goal, progress)].filter(Boolean).join(' · ');
  return `${sayWindow(goal, progress)}${said}`;
}

/** Where it is of the last four weeks, of how many days there were. */
function sayWindow(goal: Goal, { elapsed, to }: Progress): string {
  const days = Math.min(28, Math.max(1, Math.round((to - goal.from) / day)));
  if (isCount(goal.measure) || goal.measure.kind === 'open' || to <= goal.from) return '';
  return `In ${elapsed >= 1 ? 'its' : 'the'} last ${days === 1 ? 'day' : `${days} days`}: `;
}

export const sayWanted = ({ better, target, measure }: Pick<Goal, 'better' | 'target' | 'measure'>): string =>
  `${better === 'more' ? 'at least' : 'at most'} ${sayMeasure(measure.kind, target)}`;

export function sayPace({ measure: { kind }, better, target }: Goal, { pace, state }: Progress): string {
  if (!pace || state === 'Reached' || state === 'Missed') return '';
  const [value, low, high, wanted] = [pace.value, pace.low, pace.high, target].map((n) => sayMeasure(kind, n));
  return better === 'more'
    ? `On course for ${value} of ${wanted} (${low}–${high})`
    : `On course for ${value}, at most ${wanted} wanted (${low}–${high})`;
}

const shortNames: Record<string, string> = {
  rate: 'Mentions per 1,000 posts',
  answered: 'Answered',
  'response-time': 'Median time to a reply',
  negative: 'Unhappy mentions',
};
const shortOfBrands: Record<string, string> = {
  answered: 'Answered, of your brands',
  'response-time': 'Median time to a reply about your brands',
  negative: 'Unhappy mentions of your brands',
};

/** As the report has room for. */
export function nameShort(measure: Measure, rows: Rows): string {
  const isOfBrands = (measure.keywordIds ?? []).length === 0;
  const short = (isOfBrands && shortOfBrands[measure.kind]) || shortNames[measure.kind];
  return nameMeasure(measure, rows, short);
}

export function nameMeasure({ kind, keywordIds = [], tags = [], intents = [] }: Measure, { keywords }: Rows, short?: string): string {
  const names = keywordIds.map((id) => keywords.find((one) => one.id === id)?.name ?? 'removed keyword');
  const narrowed = [...names, ...tags, ...intents.map((intent) => (say.intents as Record<string, string>)[intent])];
  const name = short ?? nameKind(kind, keywordIds.length === 0);
  return narrowed.length > 0 ? `${name} · ${narrowed.join(', ')}` : name;
}

/** Everything with a number on the goal's card. */
export function cardRest(rows: Rows, goal: Goal, now: number): string[] {
  const progress = progressOf(rows, goal, now);
  const { taken, elapsed, way } = progress;
  const { kind } = goal.measure;
  const was = goal.baseline?.value !== undefined && !isCount(goal.measure) ? ` | before: ${sayMeasure(kind, goal.baseline.value)}` : '';
  const over = elapsed > 0 && elapsed < 1 ? ` | ${Math.round(elapsed * 100)} % of the time is over` : '';
  const owner = goal.owner ? ` | Looked after by ${goal.owner}` : '';
  const until = say.wholeDate(rows.clock.dayOf(goal.until));
  const last = `${nameMeasure(goal.measure, rows)} | until ${until}${over}${owner}`;
  if (progress.state === 'Keyword removed') return [last];
  return [
    `${sayMeasure(kind, taken.value)} | wanted: ${sayWanted(goal)}${was}`,
    sayPace(goal, progress),
    basisOf(goal, progress),
    last,
    ...(way === undefined ? [] : [`[${Math.round(Math.min(Math.max(way, 0), 1) * 100)}]`]),
  ].filter((said) => /\d/.test(said));
}
