import { renderToString } from 'preact-render-to-string';
import { expect, test, vi } from 'vitest';
import { AuditTable } from '../../../components/audit-table.tsx';
import { readDate } from '../../../components/date-words.ts';
import { GoalCard } from '../../../components/goal-card.tsx';
import { sayMet } from '../../../components/goal-met-words.ts';
import { sayTargetProblem, sayUntilProblem } from '../../../components/goal-problems.ts';
import { sayGoalBasis } from '../../../components/goal-words.ts';
import { sayGoalLike } from '../../../components/like-words.ts';
import { formatInterval, formatMeasure, nameMeasure, sayBasis } from '../../../components/measure-words.ts';
import { PlanCard } from '../../../components/plan-card.tsx';
import { compareAudits } from '../../../core/audit.ts';
import { createCalendar } from '../../../core/calendar.ts';
import { readTarget } from '../../../core/goal-target.ts';
import { assess, type Progress } from '../../../core/goals.ts';
import type { Goal, MeasureKind, Mention } from '../../../core/model.ts';
import { listMet, makePlanGoals } from '../../../core/plans.ts';
import { listAsked, sayWait } from '../../../entrypoints/dashboard/insights/response.tsx';
import { day, makeGoal, makeRows, many, readOn, start, upTo } from '../core/measuring.ts';
import { makeKeyword } from './made-up.ts';

vi.mock('wxt/browser', async () => ({ browser: { i18n: { getMessage: (await import('./english.ts')).getMessage } } }));

test('a measure that is told of the brands says so, unless other keywords are named', () => {
  const naming = { nameKeyword: () => 'Lowmoor', hasBrands: true };
  expect(nameMeasure({ kind: 'answered' }, naming)).toContain('of your brands');
  expect(nameMeasure({ kind: 'answered', keywordIds: ['k2'] }, naming)).toBe('Share of mentions answered · Lowmoor');
  expect(nameMeasure({ kind: 'answered' }, { ...naming, hasBrands: false })).toBe('Share of mentions answered');
  expect(nameMeasure({ kind: 'rate' }, naming)).not.toContain('brands');
});

test('what wants an answer names a brand, where there is one and no keyword was chosen', () => {
  const keywords = [makeKeyword('k1'), makeKeyword('k2', { kind: 'competitor' })];
  const now = [{ keywordIds: ['k1', 'k2'] }, { keywordIds: ['k2'] }, { keywordIds: ['k1'] }] as Mention[];
  expect(listAsked({ ofBrands: true, keywords }, { now })).toEqual([now[0], now[2]]);
  expect(listAsked({ ofBrands: false, keywords }, { now })).toEqual(now);
});

const table = {
  goals: [],
  progress: new Map(),
  calendar: createCalendar('UTC'),
  before: '1 Nov',
  after: 'Now',
  hasBrands: true,
  nameKeyword: String,
};

test('what few replies tell is shown with how few they are', () => {
  const compared = compareAudits({ counts: { median: 7_200_000, responses: 2 } }, { counts: { median: 23_040_000, responses: 2 } });
  const html = renderToString(<AuditTable compared={compared} {...table} />);
  expect(html.match(/n = 2/g)).toHaveLength(2);
  expect(html).toContain('May be chance');
  expect(html).not.toContain('Worse');
});

const siteOf = (site: string, n: number, posts: number) => ({ site, n, posts });
const readBefore = [siteOf('x', 30, 27_000), siteOf('reddit', 27, 3_000)];
const readNow = [siteOf('x', 3, 3_000), siteOf('reddit', 270, 27_000)];

test('an audit says where other sites were read that more was not said for that', () => {
  const [before, after] = [
    { counts: { counted: 57, posts: 30_000 }, sites: readBefore },
    { counts: { counted: 273, posts: 30_000 }, sites: readNow },
  ];
  const show = (...two: Parameters<typeof compareAudits>) => renderToString(<AuditTable compared={compareAudits(...two)} {...table} />);
  expect(show(before, after)).toContain('Like for like 8.4 → 9.1');
  expect(show(before, before)).not.toContain('Like for like');
  expect(show({ counts: before.counts }, after)).toContain('Which sites were read was not kept then');
  expect(show({ ...before, sites: [siteOf('lobsters', 57, 30_000)] }, after)).toContain('No site was read in both times');
});

test('a goal for a rate says what of its way is but other reading', () => {
  const at = { n: 0, posts: 30_000, from: 0, to: 1 };
  const goal = (baseline: object) => ({ measure: { kind: 'rate' as const }, baseline: { ...at, value: 1.9, ...baseline } });
  const reading = { ...at, value: 9.1, sites: readNow };
  const how = '(on the sites read in both times, each as much as now)';
  expect(sayGoalLike(goal({ sites: readBefore }), reading)).toBe(`like for like 8.4 → 9.1, no clear change ${how}`);
  expect(sayGoalLike(goal({ value: 9.1, sites: readNow }), reading)).toBe('');
  expect(sayGoalLike(goal({ sites: [siteOf('lobsters', 1, 10)] }), reading)).toBe('other sites were read before: not to be compared');
  expect(sayGoalLike(goal({}), reading)).toBe('which sites were read before was not kept: not to be compared like for like');
  expect(sayGoalLike({ measure: { kind: 'mentions' }, baseline: { ...at, value: 3 } }, reading)).toBe('');
});

test('what is wrong with a target is said in words', () => {
  const say = (text: string, kind: 'mentions' | 'answered' | 'response-time' = 'mentions') =>
    sayTargetProblem(readTarget(text, { kind, better: 'more' }));
  expect(say('40,000')).toBeUndefined();
  expect(say('12 apples')).toContain('nothing else');
  expect(say('-5')).toContain('less than 0');
  expect(say('3.5')).toContain('whole number');
  expect(say('250 %', 'answered')).toContain('more than 100');
  expect(say('0', 'answered')).toContain('whatever happens');
  expect(say('1,500', 'response-time')).toContain('1.5 or 1500');
});

test('no goal is set to a time that is over, and one that is may still be worded anew', () => {
  const times = { from: 10, until: 20 };
  expect(sayUntilProblem(times, undefined, 30)).toContain('later one');
  expect(sayUntilProblem(times, times, 30)).toBeUndefined();
  expect(sayUntilProblem(times, { from: 10, until: 40 }, 30)).toContain('later one');
  expect(sayUntilProblem({ from: 20, until: 20 }, undefined, 5)).toContain('before it begins');
  expect(sayUntilProblem({ from: 20, until: Number.NaN }, undefined, 5)).toContain('date');
  expect(sayUntilProblem(times, undefined, 5)).toBeUndefined();
});

test('a date that is typed in part is none', () => {
  expect(readDate('', createCalendar('Asia/Tokyo'))).toBeNaN();
  expect(readDate('2026-11-29', createCalendar('Asia/Tokyo'))).toBe(Date.UTC(2026, 10, 28, 15));
});

test('one of a thing is one', () => {
  expect(sayBasis('answered', { n: 1, posts: 1 })).toBe('1 mention that wants an answer · 1 post read meanwhile');
  expect(sayBasis('response-time', { n: 2, posts: 1_200 })).toBe('2 replies seen · 1,200 posts read meanwhile');
  expect(sayBasis('rate', { n: 1, posts: 900 })).toBe('1 mention in 900 posts read');
});

test('what took no working time is said with how long it took by the clock', () => {
  expect(sayBasis('response-time', { n: 12, posts: 900, byClock: 2_400_000 })).toContain('12 replies seen, 40 min by the clock');
  const byClock = { n: 12, median: 2_400_000, interval: undefined, p90: 2_400_000 };
  expect(sayWait(0, { byClock })).toBe('No working time');
  expect(sayWait(0, { byClock: undefined })).toBe('0 s');
  const compared = compareAudits({ counts: {} }, { counts: { median: 0, responses: 12, medianByClock: 2_400_000 } });
  expect(renderToString(<AuditTable compared={compared} {...table} />)).toContain('40 min by the clock');
});

const naming = { nameKeyword: () => 'Lowmoor', hasBrands: true };

test('a plan says which goals it would set before they are set', () => {
  const facts = { steps: [], done: 0, name: 'answer-faster' as const };
  const baselines = [
    { value: 8 * 3_600_000, n: 12, posts: 900, from: 0, to: 1 },
    { value: 0.3, n: 40, posts: 900, from: 0, to: 1 },
  ];
  const goals = makePlanGoals({ plan: 'answer-faster', baselines, outcomes: ['a', 'b'], ids: ['a', 'b'], now: 1 });
  const show = (set: number) => {
    const [begun, open] = [goals.slice(0, set), goals.slice(set)];
    return renderToString(<PlanCard plan={facts} proposed={open} met={[]} naming={naming} set={begun} onSet={() => undefined} />);
  };
  expect(show(0)).toContain('Median time to a reply about your brands: at most 4 h within a quarter (last day: 8 h)');
  expect(show(0)).toContain('Share of mentions of your brands answered: at least 50 % within a quarter (last day: 30 %)');
  expect(show(0)).toContain('Set its 2 goals');
  // One is set: which, and the other is still offered.
  expect(show(1)).toContain('Median time to a reply about your brands: at most 4 h. It is set.');
  expect(show(1)).toContain('Share of mentions of your brands answered: at least 50 % within a quarter');
  expect(show(1)).toContain('Set its other goal');
  expect(show(1)).not.toContain('Its goals are set');
  expect(show(2)).not.toContain('within a quarter');
  expect(show(2)).toContain('Its goals are set');
});

test('what is counted in days says so', () => {
  const steps = [{ name: 'auditAgain' as const, page: 'goals' as const, have: 0, want: 14, done: false }];
  const html = renderToString(
    <PlanCard plan={{ name: 'audit', steps, done: 0 }} proposed={[]} met={[]} naming={naming} set={[]} onSet={() => undefined} />,
  );
  expect(html).toContain('0 of 14 days');
});

test('what is of the last four weeks says so, and how many days there were where they were fewer', () => {
  const rows = makeRows({ mentions: many(20) });
  const goal = makeGoal({ measure: { kind: 'answered' }, better: 'more', target: 0.5 });
  const say = (days: number, change: Partial<Goal> = {}) => {
    const told = { ...goal, ...change };
    return sayGoalBasis(told, assess(told, rows, start + days * day));
  };
  expect(say(12)).toBe('In the last 12 days: 20 mentions that want an answer · 1,000 posts read meanwhile · 95 % sure: 0 %–16 %');
  expect(say(40)).toMatch(/^In the last 28 days: /);
  expect(say(140)).toMatch(/^In its last 28 days: /);
  expect(say(0.2)).toMatch(/^In the last day: /);
  expect(say(40, { measure: { kind: 'mentions' } })).not.toContain('last');
  expect(say(40, { measure: { kind: 'open' } })).not.toContain('last');
  expect(say(-1)).not.toContain('last');
});

test('a plan whose goals are met says so and sets none', () => {
  const baseline = { value: 117_471, n: 117_471, posts: 117_471, from: 0, to: 28 * day };
  const plan = { name: 'listen' as const, steps: [], done: 0 };
  const html = renderToString(
    <PlanCard plan={plan} proposed={[]} met={listMet('listen', [baseline])} naming={naming} set={[]} onSet={() => undefined} />,
  );
  expect(html).toContain('Posts read: at least 13,000 within a quarter. It is met already (last 28 days: 117,471).');
  expect(html).not.toContain('<button');
});

test('a keyword, an outcome and a name written from right to left turn round nothing beside them', () => {
  const goal = makeGoal({ measure: { kind: 'mentions', keywordIds: ['k1', 'k2'] }, outcome: 'קפה', owner: 'דנה' });
  const called = { nameKeyword: () => 'קפה', hasBrands: true };
  const card = renderToString(
    <GoalCard goal={goal} progress={undefined} naming={called} calendar={table.calendar} onEdit={() => {}} onRemove={() => {}} />,
  );
  expect(card).toContain('Mentions · <bdi>קפה</bdi>, <bdi>קפה</bdi>');
  expect(card).toContain('<bdi>דנה</bdi>');
  expect(card).toContain('\u2068קפה\u2069');
  const plan = { name: 'listen' as const, steps: [], done: 0 };
  const met = listMet('listen', [{ value: 117_471, n: 117_471, posts: 117_471, from: 0, to: 28 * day }]);
  const shown = renderToString(<PlanCard plan={plan} proposed={[]} met={met} naming={called} set={[goal]} onSet={() => undefined} />);
  expect(shown).toContain('Mentions · <bdi>קפה</bdi>, <bdi>קפה</bdi>: at');
});

const told = (goal: Goal, n: number, of: number) =>
  assess(
    goal,
    makeRows({ mentions: many(of, (i) => ({ seenAt: goal.until - day, ...(i < n ? { answeredAt: goal.until } : {}) })) }),
    goal.until + 1,
  );
const card = (goal: Goal, progress: Progress): string =>
  renderToString(
    <GoalCard
      goal={goal}
      progress={progress}
      naming={naming}
      calendar={table.calendar}
      onEdit={() => undefined}
      onRemove={() => undefined}
    />,
  ).replace(/<[^>]*>/g, ' ');

test('no number beside a verdict contradicts it by how it is rounded', () => {
  const goal = (target: number) => makeGoal({ measure: { kind: 'answered' }, target });
  expect(card(goal(0.6), told(goal(0.6), 5_958, 10_000))).toMatch(/Missed · may be chance .* 59\.6 % {2}wanted: at least 60 %/);
  expect(card(goal(0.6), told(goal(0.6), 5_958, 10_000))).toContain('95 % sure: 59 %–61 %');
  expect(card(goal(1), told(goal(1), 599, 600))).toMatch(/Missed .* 99\.8 % {2}wanted: at least 100 %/);
  expect(card(goal(0.596), told(goal(0.596), 597, 1_000))).toContain('wanted: at least 59.6 %');
  expect(formatMeasure('rate', 0.0003)).toBe('0.0003');
  expect(formatInterval('rate', 0, 0.003)).toBe('0–0.003');
  expect(formatMeasure('negative', 0.0004)).toBe('0.04 %');
  expect(formatMeasure('response-time', 4.02 * 3_600_000, 4 * 3_600_000)).toBe('4.02 h');
  expect(formatMeasure('response-time', 0)).toBe('0 s');
  expect(formatMeasure('mentions', 11.85, 12)).toBe('11.9');
});

const lead = { tags: ['lead'] };
const leads = (n: number, read: number[], days: number, change: Partial<Goal> = {}) => {
  const goal = makeGoal({ until: start + 91 * day, ...change });
  const rows = makeRows({ mentions: many(n, () => ({ ...lead, seenAt: start + (read[0] ?? 0) * day })), exposures: readOn(read, 300) });
  return card(goal, assess(goal, rows, start + days * day));
};

test('what is said of a count names the days that were read, and that it may be chance', () => {
  const holiday = [...upTo(20), ...upTo(16).map((i) => 34 + i)];
  const said = leads(18, holiday, 50, { target: 45 });
  expect(said).toContain('Behind · may be chance');
  expect(said).toContain('On course for 39 of 45 (28–53)');
  expect(said).toContain('read on 36 of 50 days · 10,800 posts read meanwhile');
  expect(leads(18, upTo(50), 50, { target: 45 })).not.toContain('read on');
  expect(leads(3, [0], 39, { target: 20, better: 'less' })).toContain('Too little was read to say: less than half of its days.');
  expect(leads(0, [], 80)).toContain('Too little was read to say.');
  expect(leads(9, upTo(3), 39)).toContain('From fewer than 7 days read no pace is told.');
  expect(leads(15, upTo(46), 92, { target: 20, better: 'less' })).toContain(
    'On the days not read there may have been enough to change this.',
  );
});

test('a goal that is met already is told of while it is set', () => {
  const now = { value: 0.67, n: 50, posts: 900, from: 0, to: 28 * day };
  const say = (target: string, kind: MeasureKind = 'share-of-voice') =>
    sayMet({ target, better: 'more' }, { kind }, { from: start, until: start + 91 * day }, now);
  expect(say('20')).toBe('It is met already as things are. It can be set all the same.');
  expect(say('70')).toBe('');
  expect(say('')).toBe('');
  const counted = sayMet(
    { target: '3', better: 'more' },
    { kind: 'mentions' },
    { from: start, until: start + 91 * day },
    { ...now, value: 1 },
  );
  expect(counted).toBe('It would be met if things go on as in those 28 days. It can be set all the same.');
});

test('in an audit two numbers of which one is better do not look the same', () => {
  const compared = compareAudits({ counts: { mine: 120_000, theirs: 80_000 } }, { counts: { mine: 120_800, theirs: 79_200 } });
  const html = renderToString(<AuditTable compared={compared} {...table} />);
  expect(html).toContain('60.4 %');
  expect(html).toContain('Better');
});

test('a goal of a removed keyword says so and offers what one may do, and says nothing else of itself', () => {
  const goal = makeGoal({ measure: { kind: 'mentions', keywordIds: ['gone'] }, target: 40 });
  const progress = assess(goal, makeRows({ mentions: many(20) }), goal.from + 40 * 86_400_000);
  const names = { nameKeyword: () => 'removed keyword', hasBrands: true };
  const nothing = () => undefined;
  const card = { goal, progress, naming: names, calendar: createCalendar('UTC'), onEdit: nothing, onRemove: nothing };
  const html = renderToString(<GoalCard {...card} />);
  for (const said of ['Keyword removed', 'Mentions · removed keyword', 'Choose other keywords', 'Remove the goal'])
    expect(html).toContain(said);
  for (const not of ['Behind', 'On course', 'wanted:', 'goal-bar']) expect(html).not.toContain(not);
});
