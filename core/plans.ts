/**
 * Ready plans: a few steps each, that know from what is kept whether they are done, and the goals they are told by. Words are the screen's; here
 * are the counts.
 */
import { isMetBefore } from './goal-met.ts';
import type { Goal, Keyword, Measure, Measured, PlanName } from './model.ts';

/** What is there, counted. */
export interface PlanFacts {
  readonly keywords: readonly Pick<Keyword, 'id' | 'kind'>[];
  /** Of the last four weeks. */
  readonly postsRead: number;
  readonly sitesRead: number;
  readonly rounds: number;
  readonly repliesWritten: number;
  readonly shortcuts: number;
  readonly handles: number;
  /** Answers seen to stand in the page, at all. */
  readonly answersPosted: number;
  readonly competitorMentions: number;
  readonly competitorAnswers: number;
  /** Mentions that praise, of the last four weeks. */
  readonly praises: number;
  readonly champions: number;
  readonly peopleNoted: number;
  readonly assignees: number;
  readonly plays: number;
  readonly macros: number;
  readonly audits: number;
  /** Days from the first audit to the last. */
  readonly auditedDays: number;
  readonly reports: number;
  /** Team packs that were exported. */
  readonly packs: number;
  readonly goals: number;
}

export type StepName =
  | 'brand'
  | 'threeKeywords'
  | 'twoSites'
  | 'round'
  | 'thousandPosts'
  | 'handles'
  | 'fiveReplies'
  | 'threeShortcuts'
  | 'play'
  | 'tenAnswers'
  | 'competitor'
  | 'twentyOfTheirs'
  | 'comparisonPlay'
  | 'answerTheirs'
  | 'tenPraises'
  | 'firstChampion'
  | 'noteChampion'
  | 'fiveChampions'
  | 'threePlays'
  | 'macro'
  | 'assignee'
  | 'writtenReport'
  | 'teamPack'
  | 'firstAudit'
  | 'threeSites'
  | 'twoGoals'
  | 'auditAgain';

export interface Step {
  readonly name: StepName;
  /** The page it is done on. */
  readonly page: 'inbox' | 'people' | 'keywords' | 'replies' | 'insights' | 'coverage' | 'settings' | 'goals' | 'report' | 'data';
  readonly have: number;
  readonly want: number;
  readonly done: boolean;
}

export interface Plan {
  readonly name: PlanName;
  readonly steps: readonly Step[];
  readonly done: number;
}

type Asked = readonly [name: StepName, page: Step['page'], have: (facts: PlanFacts) => number, want: number];

const ofKind = (kind: Keyword['kind']) => (facts: PlanFacts) => facts.keywords.filter((keyword) => keyword.kind === kind).length;

const plans: Readonly<Record<PlanName, readonly Asked[]>> = {
  listen: [
    ['brand', 'keywords', ofKind('brand'), 1],
    ['threeKeywords', 'keywords', (f) => f.keywords.length, 3],
    ['twoSites', 'coverage', (f) => f.sitesRead, 2],
    ['round', 'coverage', (f) => f.rounds, 1],
    ['thousandPosts', 'coverage', (f) => f.postsRead, 1_000],
  ],
  'answer-faster': [
    ['handles', 'settings', (f) => f.handles, 1],
    ['fiveReplies', 'replies', (f) => f.repliesWritten, 5],
    ['threeShortcuts', 'replies', (f) => f.shortcuts, 3],
    ['play', 'replies', (f) => f.plays, 1],
    ['tenAnswers', 'inbox', (f) => f.answersPosted, 10],
  ],
  'win-comparison': [
    ['brand', 'keywords', ofKind('brand'), 1],
    ['competitor', 'keywords', ofKind('competitor'), 1],
    ['twentyOfTheirs', 'inbox', (f) => f.competitorMentions, 20],
    ['comparisonPlay', 'replies', (f) => f.plays, 1],
    ['answerTheirs', 'inbox', (f) => f.competitorAnswers, 1],
  ],
  'find-champions': [
    ['tenPraises', 'inbox', (f) => f.praises, 10],
    ['firstChampion', 'people', (f) => f.champions, 1],
    ['noteChampion', 'people', (f) => f.peopleNoted, 1],
    ['fiveChampions', 'people', (f) => f.champions, 5],
  ],
  'teach-colleagues': [
    ['fiveReplies', 'replies', (f) => f.repliesWritten, 5],
    ['threePlays', 'replies', (f) => f.plays, 3],
    ['macro', 'replies', (f) => f.macros, 1],
    ['teamPack', 'data', (f) => f.packs, 1],
    ['assignee', 'inbox', (f) => f.assignees, 1],
    ['writtenReport', 'report', (f) => f.reports, 1],
  ],
  audit: [
    ['threeSites', 'coverage', (f) => f.sitesRead, 3],
    ['firstAudit', 'goals', (f) => f.audits, 1],
    ['twoGoals', 'goals', (f) => f.goals, 2],
    ['auditAgain', 'goals', (f) => f.auditedDays, 14],
    ['writtenReport', 'report', (f) => f.reports, 1],
  ],
};

export const planNames = Object.keys(plans) as PlanName[];

export function readPlan(name: PlanName, facts: PlanFacts): Plan {
  const steps = plans[name].map(([step, page, count, want]): Step => {
    const have = count(facts);
    return { name: step, page, have: Math.min(have, want), want, done: have >= want };
  });
  return { name, steps, done: steps.filter(({ done }) => done).length };
}

/** A goal as a plan would set it: `target` is reckoned from how things are now. */
interface Proposed {
  readonly measure: Measure;
  readonly better: Goal['better'];
  readonly target: (now: Measured) => number;
}

const hour = 3_600_000;
const day = 24 * hour;
/** A quarter. */
export const planLength = 91 * day;

/** Half as long, in whole hours, and at least one; a day where nothing is known yet. */
const halfTheTime = ({ value }: Measured): number => (value === undefined ? day : Math.max(hour, Math.round(value / 2 / hour) * hour));

/** So many points more, in whole points, and never more than nearly all. */
const morePoints =
  (points: number, otherwise: number) =>
  ({ value }: Measured): number =>
    value === undefined ? otherwise : Math.min(0.95, Math.round((value + points) * 100) / 100);

const proposed: Readonly<Record<PlanName, readonly Proposed[]>> = {
  listen: [{ measure: { kind: 'read' }, better: 'more', target: () => 13_000 }],
  'answer-faster': [
    { measure: { kind: 'response-time' }, better: 'less', target: halfTheTime },
    { measure: { kind: 'answered' }, better: 'more', target: morePoints(0.2, 0.8) },
  ],
  'win-comparison': [{ measure: { kind: 'share-of-voice' }, better: 'more', target: morePoints(0.05, 0.5) }],
  'find-champions': [{ measure: { kind: 'people', tags: ['champion'] }, better: 'more', target: () => 5 }],
  'teach-colleagues': [{ measure: { kind: 'answered' }, better: 'more', target: morePoints(0.1, 0.9) }],
  audit: [{ measure: { kind: 'open' }, better: 'less', target: ({ value = 0 }) => Math.max(10, Math.round(value / 2)) }],
};

/** A goal of a plan that is met as things are: it is not offered. */
export interface Met extends Pick<Goal, 'measure' | 'better' | 'target'> {
  readonly baseline: Measured;
}

const isMet = ({ measure, better, target }: Proposed, baseline: Measured): boolean =>
  isMetBefore({ measure, better, target: target(baseline) }, baseline, planLength);

/** Those goals of a plan that would be met before they begin. */
export const listMet = (plan: PlanName, baselines: readonly Measured[]): Met[] =>
  proposed[plan].flatMap((one, i) => {
    const [{ measure, better, target }, baseline] = [one, baselines[i]];
    return baseline && isMet(one, baseline) ? [{ measure, better, target: target(baseline), baseline }] : [];
  });

/** What is measured before the goals of a plan are set. */
export const listMeasures = (plan: PlanName): Measure[] => proposed[plan].map(({ measure }) => measure);

interface Begun {
  readonly plan: PlanName;
  /** One for each of `listMeasures`, in that order. */
  readonly baselines: readonly Measured[];
  readonly outcomes: readonly string[];
  readonly ids: readonly string[];
  readonly now: number;
}

/** The goals of a plan that are not met yet. */
export function makePlanGoals({ plan, baselines, outcomes, ids, now }: Begun): Goal[] {
  return proposed[plan].flatMap((one, i) => {
    const { measure, better, target } = one;
    const [baseline, outcome, id] = [baselines[i], outcomes[i], ids[i]];
    if (!baseline || !outcome || !id || isMet(one, baseline)) return [];
    const { value, n, posts, from, to } = baseline;
    const kept: Measured = { ...(value === undefined ? {} : { value }), n, posts, from, to };
    return [
      { id, outcome, measure, better, target: target(baseline), baseline: kept, from: now, until: now + planLength, plan, createdAt: now },
    ];
  });
}
