/** What a report says in sentences: how the goals are doing, what changed and why, what next. */
import { levelAlike, nameAlike } from './alike.ts';
import { type Goal, progressOf, type State } from './goals.ts';
import { sayMeasure } from './measure-words.ts';
import * as measures from './measures.ts';
import { type Driver, listDrivers, rateMoveOf } from './moves.ts';
import { arrowOf, type Figure, likeOf, type Reported } from './report.ts';
import { turnLines } from './report-turns.ts';
import { feelingOf, type Mention, type Rows } from './rows.ts';
import * as say from './say.ts';
import type { Likened } from './statistics.ts';

const stateWords: readonly (readonly [State, string])[] = [
  ['Reached', 'reached'],
  ['On course', 'on course'],
  ['Behind', 'behind'],
  ['Missed', 'missed'],
  ['Too early to say', 'too early to say'],
  ['Too little seen to say', 'with too little seen to say'],
  ['Not begun', 'not begun'],
  ['Keyword removed', 'whose keyword was removed'],
];

const statesOf = ({ rows, goals, shown }: Reported): { goal: Goal; state: State; mayBeChance: boolean }[] =>
  goals.map((goal) => ({ goal, ...progressOf(rows, goal, shown.to) }));

function goalsOf(reported: Reported): string {
  const states = statesOf(reported);
  const list = stateWords.flatMap(([state, words]) => {
    const those = states.filter((one) => one.state === state);
    const [n, unsure] = [those.length, those.filter(({ mayBeChance }) => mayBeChance).length];
    const doubt = unsure === 0 ? '' : unsure === n ? ' (may be chance)' : ` (${unsure} of them may be chance)`;
    return n > 0 ? [`${n} ${words}${doubt}`] : [];
  });
  if (states.length === 0) return 'No goal is set for this time.';
  return `${states.length === 1 ? 'One goal' : `Of ${states.length} goals`}: ${list.join(', ')}.`;
}

const leastN: Record<string, number> = { 'share-of-voice': 20, negative: 20, answered: 10, 'response-time': 10 };
const isEnough = ({ kind, now: { value, n, posts } }: Figure): boolean =>
  value !== undefined && n >= (leastN[kind] ?? 0) && posts >= (kind === 'rate' ? 200 : 0);

function beforeOf({ kind, now, before, moved, like }: Figure): string {
  if (before.value === undefined) return '';
  const was = sayMeasure(kind, before.value, ['Up', 'Down'].includes(moved) ? now.value : undefined);
  if (kind === 'rate' && moved === 'Unknown') return ` (before, on other sites: ${was})`;
  const unclear = like ? !['Up', 'Down'].includes(moved) : moved === 'May be chance';
  return ` (before: ${was}${like ? `; like for like ${arrowOf(like)}` : ''}${unclear ? ', no clear change' : ''})`;
}

function levelsOf({ figures }: Reported): string[] {
  return figures.flatMap((figure) => {
    const { kind, now, before, moved } = figure;
    const hasMoved = moved === 'Up' || moved === 'Down';
    const was = beforeOf(figure);
    const is = sayMeasure(kind, now.value, kind === 'rate' && hasMoved ? before.value : undefined);
    if (kind === 'rate' && !isEnough(figure)) return [`Too little was read to say how much is said: posts read ${say.number(now.posts)}.`];
    if (kind === 'rate') return [`${is} mention${is === '1' ? '' : 's'} per 1,000 posts read${was}.`];
    return kind === 'answered' && isEnough(figure)
      ? [`Answered: ${is} of the ${say.number(now.n)} of your brands that want an answer${levelAlike(figure, moved === 'May be chance')}.`]
      : [];
  });
}

const arrow = ({ kind, now, before, alike }: Figure): string => {
  const [was, is] = [(alike?.before ?? before).value, (alike?.now ?? now).value];
  return `${sayMeasure(kind, was, is)} → ${sayMeasure(kind, is, was)}`;
};

/** How much was answered is told before. */
function judgedOf({ figures }: Reported, judged: Figure['judged'], word: string): string[] {
  const found = figures.filter((one) => one.judged === judged && !(one.kind === 'answered' && isEnough(one)));
  return found.length > 0 ? [`${word}: ${found.map((one) => `${nameAlike(one)}, ${arrow(one)}`).join('; ')}.`] : [];
}

const summaryOf = (reported: Reported): string =>
  [goalsOf(reported), ...levelsOf(reported), ...judgedOf(reported, 'bad', 'Worse'), ...judgedOf(reported, 'good', 'Better')].join(' ');

function nameDriver({ kind, value }: Driver, rows: Rows): string {
  if (kind === 'site') return say.siteName(value);
  if (kind === 'keyword') return rows.keywords.find(({ id }) => id === value)?.name ?? 'removed keyword';
  return kind === 'intent' ? ((say.intents as Record<string, string>)[value] ?? '') : value;
}

/** Of unhappy mentions of the brands, by where they stand. */
function unhappyPlaces({ rows, shown, stretch }: Reported): Driver[] {
  const isUnhappy = (one: Mention) => measures.namesKind(rows, 'brand')(one) && feelingOf(one) === 'negative';
  return listDrivers(rows, shown, stretch.before, isUnhappy).filter(({ kind }) => kind === 'site' || kind === 'community');
}

const percent = (part: number): string => sayMeasure('share-of-voice', part);

function driversSaid(drivers: readonly Driver[], { moved }: Figure, rows: Rows): string[] {
  const behind = drivers.filter(({ change, part }) => part >= 0.01 && change > 0 === (moved === 'Up'));
  const [first] = behind;
  if (!first) return [];
  if (first.part > 0.5) {
    const [was, is] = [sayMeasure('rate', first.rateBefore), sayMeasure('rate', first.rate)];
    const where = first.isThere ? ' there' : '';
    return [`Behind it most of all: ${nameDriver(first, rows)}, ${was} → ${is} per 1,000 posts read${where}.`];
  }
  const alike = behind.filter(({ kind }) => kind === first.kind).slice(0, 3);
  return [`Behind it, among others: ${alike.map((one) => `${nameDriver(one, rows)} (${percent(one.part)} of it)`).join(', ')}.`];
}

function unhappyLike({ rows, shown, stretch }: Reported): Likened | undefined {
  const sitesOf = (time: measures.Time) => {
    const unhappy = measures.ofBrands(rows, measures.seenIn(rows, time)).filter((one) => feelingOf(one) === 'negative');
    return { sites: measures.bySite(rows, unhappy, time) };
  };
  return measures.likenTaken(sitesOf(shown), sitesOf(stretch.before));
}

function whyOf(reported: Reported, figure: Figure): string[] {
  const { rows, shown, stretch } = reported;
  const { kind, now, before, judged } = figure;
  if (judged === 'unhappy talk') {
    const like = unhappyLike(reported);
    const said = like ? arrowOf(like) : '';
    return [`That is no success: most of what is more of you is unhappy, ${said} unhappy mentions per 1,000 posts read.`];
  }
  if (kind === 'negative') return driversSaid(unhappyPlaces(reported), figure, rows);
  if (kind !== 'rate') return [];
  const parts = listDrivers(rows, shown, stretch.before).filter((one) => one.now !== now.n || one.before !== before.n);
  return driversSaid(parts, figure, rows);
}

function sayMove(reported: Reported, figure: Figure): string {
  const { kind, name, now, before, moved, judged, like, alike } = figure;
  const [was, is] = like ? [like.before, like.now] : [(alike?.before ?? before).value, (alike?.now ?? now).value];
  const how = like ? ', like for like: on the sites read in both times, each as much as now' : '';
  const what = like ? name : nameAlike(figure);
  const said = `${what} ${moved === 'Up' ? 'rose' : 'fell'} from ${sayMeasure(kind, was, is)} to ${sayMeasure(kind, is, was)}${how}.`;
  const meant = judged === 'good' ? ['That is better.'] : judged === 'bad' ? ['That is worse.'] : [];
  return [said, ...meant, ...whyOf(reported, figure)].join(' ');
}

/** It looks like a change, and is one of what was read. */
function sayElsewhere({ kind, name, now, before }: Figure): string {
  const went = `${name} went from ${sayMeasure(kind, before.value)} to ${sayMeasure(kind, now.value)}`;
  const like = measures.likenTaken(now, before);
  if (!like) return `${went}, but on other sites: none was read in both times, so they cannot be compared.`;
  const how = '(on the sites read in both times, each as much as now)';
  return `${went}, but more was read on other sites: like for like ${how} it is ${arrowOf(like)}, no clear change.`;
}

/** Competitors of whom clearly more or less was heard, three at most. */
function rivalsOf({ rows, shown, stretch }: Reported): string[] {
  return rows.keywords
    .filter(({ kind }) => kind === 'competitor')
    .map(({ id, name }) => {
      const take = (time: measures.Time) => measures.takeMeasure(rows, { kind: 'rate', keywordIds: [id] }, time);
      const [now, before] = [take(shown), take(stretch.before)];
      const like = measures.likenTaken(now, before);
      return { name, now, before, moved: rateMoveOf(now, before), by: Math.abs((like?.now ?? 0) - (like?.before ?? 0)) };
    })
    .filter(({ moved }) => moved === 'Up' || moved === 'Down')
    .sort((a, b) => b.by - a.by)
    .slice(0, 3)
    .map(({ name, now, before, moved }) => {
      const like = likeOf(now, before);
      const counted = `${sayMeasure('rate', before.value, now.value)} → ${sayMeasure('rate', now.value, before.value)} per 1,000 posts read`;
      const rates = like
        ? `${sayMeasure('rate', like.before, like.now)} → ${sayMeasure('rate', like.now, like.before)} per 1,000 posts read, like for like`
        : counted;
      const counts = `(mentions: ${say.number(before.n)} → ${say.number(now.n)})`;
      return `“${name}” was heard of ${moved === 'Up' ? 'more' : 'less'}: ${rates} ${counts}.`;
    });
}

const order: Figure['judged'][] = ['bad', 'unhappy talk', 'good', undefined];

function changedOf(reported: Reported): string {
  const { figures } = reported;
  const moved = figures.filter((one) => one.moved === 'Up' || one.moved === 'Down');
  const lines = moved.toSorted((a, b) => order.indexOf(a.judged) - order.indexOf(b.judged)).map((one) => sayMove(reported, one));
  lines.push(...figures.filter(({ isElsewhere }) => isElsewhere).map(sayElsewhere));
  const none = figures.every((one) => one.moved === 'Unknown')
    ? 'Too little was read, in this time or the one before, to compare them.'
    : 'No difference of these numbers to the time before is larger than chance may make it.';
  return [...turnLines(reported), ...(lines.length > 0 ? lines : [none]), ...rivalsOf(reported)].join(' ');
}

const planNames: Record<string, string> = {
  listen: 'Listen',
  'answer-faster': 'Answer faster',
  'win-comparison': 'Win a comparison',
  'find-champions': 'Find champions',
  'teach-colleagues': 'Teach colleagues',
  audit: 'Audit',
};

const planOfKind: Record<string, string> = {
  'share-of-voice': 'win-comparison',
  people: 'find-champions',
  read: 'listen',
  rate: 'listen',
  mentions: 'listen',
};

/** A line for each plan, in the order of its first goal. */
function goalsIn(reported: Reported, wanted: string, say: (names: string, isOne: boolean, plan: string) => string): string[] {
  const named = new Map<string, string[]>();
  for (const { goal, state, mayBeChance } of statesOf(reported)) {
    if (state !== wanted) continue;
    const plan = planNames[goal.plan ?? planOfKind[goal.measure.kind] ?? 'answer-faster'] ?? '';
    named.set(plan, [...(named.get(plan) ?? []), `“${goal.outcome}”${mayBeChance ? ' (may be chance)' : ''}`]);
  }
  return [...named].map(([plan, names]) => say(names.join(', '), names.length === 1, plan));
}

const behindOf = (reported: Reported): string[] => [
  ...goalsIn(reported, 'Behind', (names, isOne, plan) => `${names} ${isOne ? 'is' : 'are'} behind. See the plan “${plan}”.`),
  ...goalsIn(
    reported,
    'Missed',
    (names, isOne, plan) =>
      `${names} ${isOne ? 'is' : 'are'} missed. Set ${isOne ? 'it' : 'them'} anew or let ${isOne ? 'it' : 'them'} go; the plan “${plan}” may help.`,
  ),
];

/** What is open today has to do with the report that runs, and with the last. */
function todayOf(reported: Reported): string[] {
  const { rows, figures, goals, stretch } = reported;
  const [open, posts] = [measures.openNow(rows), figures[0]?.now.posts ?? 0];
  const isWorse = figures.some(({ kind, judged }) => kind === 'negative' && judged === 'bad');
  const place = unhappyPlaces(reported).find(({ change, part }) => change > 0 && part >= 0.01);
  const much = (place?.part ?? 0) > 0.5 ? 'most' : percent(place?.part ?? 0);
  const where = place && nameDriver(place, rows);
  const lies = `${stretch.isOver ? 'Today ' : ''}${say.number(open)} mentions are open: new or snoozed.`;
  return [
    ...(isWorse && where ? [`Begin with the unhappy mentions of your brands on ${where}: ${much} of what is more unhappy is there.`] : []),
    ...(open > 10 ? [`${lies} Answer them, mark them done or ignore them.`] : []),
    ...(posts < 1_000 ? [`Read more: ${posts === 1 ? '1 post is little' : `${say.number(posts)} posts are few`} to speak from.`] : []),
    ...(goals.length === 0 ? ['Set a goal, so that the next report can say whether it was reached.'] : []),
  ];
}

function nextOf(reported: Reported): string {
  const lines = [...behindOf(reported), ...(reported.isLatest ? todayOf(reported) : [])];
  if (lines.length > 0) return lines.join(' ');
  return reported.isLatest
    ? 'Keep going: what is on course needs nothing new.'
    : 'What came next stands in the report of the time after it.';
}

export const textsOf = (reported: Reported): string[] => [summaryOf(reported), changedOf(reported), nextOf(reported)];
