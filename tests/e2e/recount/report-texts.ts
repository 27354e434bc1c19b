/** What a report says in sentences. */
import { type Goal, progressOf, type State } from './goals.ts';
import { sayCounted, sayMeasure } from './measure-words.ts';
import * as measures from './measures.ts';
import type { Figure, Reported } from './report.ts';
import type { Mention, Turn } from './rows.ts';
import * as say from './say.ts';

const stateWords: readonly (readonly [State, string])[] = [
  ['Reached', 'reached'],
  ['On course', 'on course'],
  ['Behind', 'behind'],
  ['Missed', 'missed'],
  ['Too little seen to say', 'with too little seen to say'],
  ['Not begun', 'not begun'],
];

const statesOf = ({ rows, goals, shown }: Reported): { goal: Goal; state: State }[] =>
  goals.map((goal) => ({ goal, state: progressOf(rows, goal, shown.to).state }));

function summaryOf(reported: Reported): string {
  const states = statesOf(reported);
  const list = stateWords.flatMap(([state, words]) => {
    const n = states.filter((one) => one.state === state).length;
    return n > 0 ? [`${n} ${words}`] : [];
  });
  const goals = states.length > 0 ? `Of ${states.length} goals: ${list.join(', ')}.` : 'No goal is set for this time.';
  const value = (kind: string) => reported.figures.find((figure) => figure.kind === kind)?.now.value;
  const [rate, answered] = [value('rate'), value('answered')];
  if (rate === undefined || answered === undefined) return goals;
  return `${goals} ${sayMeasure('rate', rate)} mentions per 1,000 posts read, ${sayMeasure('answered', answered)} of them answered.`;
}

const mostTurns = 3;

/** Those the person said to be so first, then the strongest. */
function turnsOf({ rows, shown }: Reported): Turn[] {
  const rank = ({ state, z }: Turn) => (state === 'confirmed' ? 1e6 : 0) + Math.abs(z);
  return rows.turningPoints
    .filter(({ since, state }) => measures.isIn(since, shown) && state !== 'muted')
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, mostTurns);
}

function sayTurn({ keywordId, direction, since, count, expected, note }: Turn, { rows }: Reported): string {
  const name = rows.keywords.find(({ id }) => id === keywordId)?.name;
  const moved = direction === 'up' ? 'rose' : 'fell';
  const from = say.wholeDate(rows.ownClock.wall(since));
  const usual = say.number(Math.round(expected * 10) / 10);
  const said = `Talk about “${name}” ${moved} sharply from ${from} on: ${count} mentions where ${usual} are usual for what was read.`;
  return note ? `${said} Note: ${note}` : said;
}

type Names = (one: Mention) => readonly string[];

/** What there is most more of, or most less, for each post that was read; of five at least. */
function driverOf({ rows, shown, stretch, figures }: Reported, isUp: boolean) {
  const [now, before] = [measures.seenIn(rows, shown), measures.seenIn(rows, stretch.before)];
  const { now: is, before: was } = figures[0] as Figure;
  const kinds: [Names, (name: string) => string | undefined][] = [
    [({ site }) => [site], say.siteName],
    [({ community = '' }) => (community ? [community.toLowerCase()] : []), (name) => name],
    [({ keywordIds }) => keywordIds, (id) => rows.keywords.find((one) => one.id === id)?.name],
    [({ intents = [] }) => intents, (intent) => (say.intents as Record<string, string>)[intent]],
  ];
  const drivers = kinds.flatMap(([names, said]) =>
    [...new Set([...now, ...before].flatMap(names))].map((name) => {
      const count = (list: readonly Mention[]) => list.filter((one) => names(one).includes(name)).length;
      const counts = { now: count(now), before: count(before) };
      return { name: said(name) ?? '', ...counts, change: counts.now / is.posts - counts.before / was.posts };
    }),
  );
  return drivers
    .filter((one) => one.now + one.before >= 5 && one.change > 0 === isUp)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))[0];
}

function sayMove(reported: Reported, { kind, name, now, before, moved }: Figure): string {
  const isUp = moved === 'Up';
  const [was, is] = [before, now].map(({ value }) => sayMeasure(kind, value));
  const said = `${name} ${isUp ? 'rose' : 'fell'} from ${was} to ${is} (${sayCounted(kind, now)}).`;
  const driver = kind === 'rate' ? driverOf(reported, isUp) : undefined;
  if (!driver) return said;
  return `${said} Behind it most of all: ${driver.name}, ${say.number(driver.before)} before and ${say.number(driver.now)} now.`;
}

function changedOf(reported: Reported): string {
  const turns = turnsOf(reported).map((turn) => sayTurn(turn, reported));
  const moved = reported.figures.filter((one) => one.moved === 'Up' || one.moved === 'Down');
  const isUnknown = reported.figures.every((one) => one.moved === 'Unknown');
  const none = isUnknown
    ? 'Too little was read, in this time or the one before, to compare them.'
    : 'No difference of these numbers to the time before is larger than chance may make it.';
  return [...turns, ...(moved.length > 0 ? moved.map((figure) => sayMove(reported, figure)) : [none])].join(' ');
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

function nextOf(reported: Reported): string {
  const behind = statesOf(reported).flatMap(({ goal, state }) => {
    const plan = planNames[goal.plan ?? planOfKind[goal.measure.kind] ?? 'answer-faster'];
    if (state === 'Behind') return [`“${goal.outcome}” is behind. See the plan “${plan}”.`];
    return state === 'Missed' ? [`“${goal.outcome}” is missed. Set it anew or let it go; the plan “${plan}” may help.`] : [];
  });
  const [open, posts] = [measures.openNow(reported.rows), reported.figures[0]?.now.posts ?? 0];
  const more = [
    ...(open > 10 ? [`${say.number(open)} mentions are open. Answer them or let them go.`] : []),
    ...(posts < 1_000 ? [`Read more: ${say.number(posts)} posts are few to speak from.`] : []),
    ...(reported.goals.length === 0 ? ['Set a goal, so that the next report can say whether it was reached.'] : []),
  ];
  const lines = [...behind, ...more];
  return lines.length > 0 ? lines.join(' ') : 'Keep going: what is on course needs nothing new.';
}

export const textsOf = (reported: Reported): string[] => [summaryOf(reported), changedOf(reported), nextOf(reported)];
