import { expect, test } from 'vitest';
import { goal } from '../../../core/model.ts';
import { listMeasures, listMet, makePlanGoals, type PlanFacts, planNames, readPlan } from '../../../core/plans.ts';

const nothing: PlanFacts = {
  keywords: [],
  postsRead: 0,
  sitesRead: 0,
  rounds: 0,
  repliesWritten: 0,
  shortcuts: 0,
  handles: 0,
  answersPosted: 0,
  competitorMentions: 0,
  competitorAnswers: 0,
  praises: 0,
  champions: 0,
  peopleNoted: 0,
  assignees: 0,
  plays: 0,
  macros: 0,
  audits: 0,
  auditedDays: 0,
  reports: 0,
  packs: 0,
  goals: 0,
};
const all: PlanFacts = {
  ...(Object.fromEntries(Object.keys(nothing).map((name) => [name, 100_000])) as unknown as PlanFacts),
  keywords: (['brand', 'competitor', 'topic'] as const).map((kind) => ({ id: kind, kind })),
};

test('on the first day nothing of any plan is done', () => {
  expect(planNames.map((name) => readPlan(name, nothing).done)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('colleagues are taught by a pack, and the plan knows whether one was exported', () => {
  const steps = (packs: number) => readPlan('teach-colleagues', { ...nothing, packs }).steps;
  expect(steps(0).find(({ name }) => name === 'teamPack')).toMatchObject({ page: 'data', done: false });
  expect(steps(1).find(({ name }) => name === 'teamPack')).toMatchObject({ done: true });
});

test('each plan can be done in full', () => {
  for (const plan of planNames.map((name) => readPlan(name, all))) expect([plan.name, plan.done]).toEqual([plan.name, plan.steps.length]);
});

test('a step says how much of it there is, and never more than is wanted', () => {
  const [, three] = readPlan('listen', { ...nothing, keywords: [{ id: 'k', kind: 'topic' }] }).steps;
  expect(three).toEqual({ name: 'threeKeywords', page: 'keywords', have: 1, want: 3, done: false });
  expect(readPlan('listen', { ...nothing, postsRead: 5_000 }).steps.at(-1)).toMatchObject({ have: 1_000, done: true });
});

const begun = (plan: (typeof planNames)[number], value?: number) =>
  makePlanGoals({
    plan,
    baselines: listMeasures(plan).map(() => ({
      ...(value === undefined ? {} : { value }),
      n: 12,
      posts: 900,
      from: 0,
      to: 1,
      low: 0,
      high: 9,
    })),
    outcomes: listMeasures(plan).map((_, i) => `Outcome ${i}`),
    ids: listMeasures(plan).map((_, i) => `g${i}`),
    now: 1_790_000_000_000,
  });

test('every plan sets goals that can be kept, with where things were', () => {
  for (const plan of planNames)
    for (const made of begun(plan, 0.4)) {
      expect(goal.parse(made)).toEqual(made);
      expect(made.baseline).toEqual({ value: 0.4, n: 12, posts: 900, from: 0, to: 1 });
    }
});

test('a target begins where things are', () => {
  const hour = 3_600_000;
  expect(begun('answer-faster', 9 * hour)[0]?.target).toBe(5 * hour);
  expect(begun('answer-faster', 0.41).find(({ measure }) => measure.kind === 'answered')?.target).toBeCloseTo(0.61);
  expect(begun('win-comparison', 0.94)[0]?.target).toBe(0.95);
  expect(begun('audit', 44)[0]?.target).toBe(22);
});

test('where nothing is known yet the target is a usual one', () => {
  expect(begun('answer-faster').map(({ target }) => target)).toEqual([24 * 3_600_000, 0.8]);
  expect(begun('win-comparison')[0]?.target).toBe(0.5);
});

const month = 28 * 86_400_000;
const stood = (value: number, n = value) => [{ value, n, posts: 9_000, from: 0, to: month }];
const propose = (plan: (typeof planNames)[number], baselines: ReturnType<typeof stood>) => ({
  targets: makePlanGoals({ plan, baselines, outcomes: ['a', 'b'], ids: ['a', 'b'], now: month }).map(({ target }) => target),
  met: listMet(plan, baselines).map(({ target }) => target),
});

test('a plan offers no goal that is met before it begins, and says so', () => {
  expect(propose('listen', stood(117_471))).toEqual({ targets: [], met: [13_000] });
  expect(propose('listen', stood(4_000))).toEqual({ targets: [], met: [13_000] });
  expect(propose('listen', stood(3_999))).toEqual({ targets: [13_000], met: [] });
  expect(propose('audit', stood(0))).toEqual({ targets: [], met: [10] });
  expect(propose('audit', stood(11))).toEqual({ targets: [10], met: [] });
  expect(propose('find-champions', stood(4))).toEqual({ targets: [5], met: [] });
  expect(propose('find-champions', stood(6))).toEqual({ targets: [], met: [5] });
});

test('of the goals of a plan those are offered that are not met, and few are none', () => {
  const [hour, answered] = [3_600_000, stood(0.4, 90)];
  expect(propose('answer-faster', [...stood(hour, 40), ...answered])).toEqual({ targets: [0.6], met: [hour] });
  expect(propose('answer-faster', [...stood(hour, 3), ...answered])).toEqual({ targets: [hour, 0.6], met: [] });
});
