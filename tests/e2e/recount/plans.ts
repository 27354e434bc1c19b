/** How far the ready plans are, from what is kept. */

import { type Audit, auditTime } from './audits.ts';
import { day, hour } from './clock.ts';
import { type Goal, isCount, nameMeasure, sayWanted } from './goals.ts';
import { sayMeasure } from './measure-words.ts';
import type { Measure } from './measures.ts';
import * as measures from './measures.ts';
import { feelingOf, type Rows } from './rows.ts';
import * as say from './say.ts';
import { sum } from './statistics.ts';

/** What else is kept, of which plans count how many there are. */
export interface Kept {
  goals: Goal[];
  audits: Audit[];
  replies: { id: string; shortcut: string; createdAt: number; updatedAt: number }[];
  rounds: object[];
  plays: object[];
  macros: object[];
  reports: object[];
}

function countKept(rows: Rows, { goals, audits, replies, ...kept }: Kept) {
  const written = replies.filter(({ id, createdAt, updatedAt }) => !id.startsWith('starter-') || updatedAt > createdAt);
  const at = audits.map((one) => one.at);
  const kinds = (kind: string) => rows.keywords.filter((one) => one.kind === kind).length;
  return {
    brands: kinds('brand'),
    competitors: kinds('competitor'),
    keywords: rows.keywords.length,
    rounds: kept.rounds.length,
    replies: written.length,
    shortcuts: written.filter(({ shortcut }) => shortcut).length,
    plays: kept.plays.length,
    macros: kept.macros.length,
    reports: kept.reports.length,
    goals: goals.length,
    audits: at.length,
    audited: at.length > 0 ? Math.floor((Math.max(...at) - Math.min(...at)) / day) : 0,
    answers: rows.answers.filter(({ postedAt }) => postedAt !== undefined).length,
    noted: rows.people.filter(({ note }) => note).length,
    champions: rows.people.filter(({ tags }) => tags.some((tag) => tag.toLowerCase() === 'champion')).length,
  };
}

function countLately(rows: Rows, now: number) {
  const time = auditTime(now);
  const [mentions, read] = [measures.seenIn(rows, time), measures.readIn(rows, time)];
  const theirs = mentions.filter(measures.namesKind(rows, 'competitor'));
  const pleased = measures.ofBrands(rows, mentions).filter((one) => feelingOf(one) === 'positive' || one.intents?.includes('praise'));
  return {
    posts: sum(read.map((one) => one.posts)),
    sites: new Set(read.map(({ site }) => site)).size,
    theirs: theirs.length,
    theirsAnswered: theirs.filter(({ id }) => rows.answeredAt.has(id)).length,
    pleased: pleased.length,
    // Nothing of it is among the rows.
    none: 0,
  };
}

type Counts = ReturnType<typeof countKept> & ReturnType<typeof countLately>;
type Step = readonly [words: string, of: keyof Counts, want: number];

const plans: readonly { name: string; steps: readonly Step[] }[] = [
  {
    name: 'listen',
    steps: [
      ['Your brand is a keyword', 'brands', 1],
      ['Three keywords: a competitor, a product, a topic', 'keywords', 3],
      ['Read on two sites', 'sites', 2],
      ['Go a first round', 'rounds', 1],
      ['Read 1,000 posts in four weeks', 'posts', 1_000],
    ],
  },
  {
    name: 'answer-faster',
    steps: [
      ['Say under which handles you write', 'none', 1],
      ['Write five replies of your own', 'replies', 5],
      ['Give three of them a shortcut', 'shortcuts', 3],
      ['Write a play: what to answer, and what not', 'plays', 1],
      ['Ten answers seen on their pages', 'answers', 10],
    ],
  },
  {
    name: 'win-comparison',
    steps: [
      ['Your brand is a keyword', 'brands', 1],
      ['A competitor is a keyword', 'competitors', 1],
      ['See twenty mentions of them in four weeks', 'theirs', 20],
      ['Write a play for comparisons', 'plays', 1],
      ['Answer one of them', 'theirsAnswered', 1],
    ],
  },
  {
    name: 'find-champions',
    steps: [
      ['See ten people who are pleased', 'pleased', 10],
      ['Tag the first of them “champion”', 'champions', 1],
      ['Keep a note on one', 'noted', 1],
      ['Know five champions', 'champions', 5],
    ],
  },
  {
    name: 'teach-colleagues',
    steps: [
      ['Write five replies of your own', 'replies', 5],
      ['Write three plays', 'plays', 3],
      ['Make a macro for what you do often', 'macros', 1],
      ['Export a team pack for them', 'none', 1],
      ['Give a mention to someone', 'none', 1],
      ['Write a report', 'reports', 1],
    ],
  },
  {
    name: 'audit',
    steps: [
      ['Read on three sites', 'sites', 3],
      ['Take a first audit', 'audits', 1],
      ['Set two goals', 'goals', 2],
      ['Take another, two weeks later', 'audited', 14],
      ['Write a report', 'reports', 1],
    ],
  },
];

interface Proposed {
  measure: Measure;
  better: Goal['better'];
  target: (now: number | undefined) => number;
}

const morePoints = (points: number, otherwise: number) => (now: number | undefined) =>
  now === undefined ? otherwise : Math.min(0.95, Math.round((now + points) * 100) / 100);

const halfTheTime = (now: number | undefined) => (now === undefined ? day : Math.max(hour, Math.round(now / 2 / hour) * hour));

const proposals: Record<string, readonly Proposed[]> = {
  listen: [{ measure: { kind: 'read' }, better: 'more', target: () => 13_000 }],
  'answer-faster': [
    { measure: { kind: 'response-time' }, better: 'less', target: halfTheTime },
    { measure: { kind: 'answered' }, better: 'more', target: morePoints(0.2, 0.8) },
  ],
  'win-comparison': [{ measure: { kind: 'share-of-voice' }, better: 'more', target: morePoints(0.05, 0.5) }],
  'find-champions': [{ measure: { kind: 'people', tags: ['champion'] }, better: 'more', target: () => 5 }],
  'teach-colleagues': [{ measure: { kind: 'answered' }, better: 'more', target: morePoints(0.1, 0.9) }],
  audit: [{ measure: { kind: 'open' }, better: 'less', target: (now = 0) => Math.max(10, Math.round(now / 2)) }],
};

const leastN: Record<string, number> = { 'share-of-voice': 20, answered: 10, 'response-time': 10 };

/** So it is already, and from enough to say so; a quarter has 13 weeks, and what was read is of four of them. */
function isMet({ measure: { kind }, better, target }: Proposed, { value, n }: measures.Taken): boolean {
  if (value === undefined || n < (leastN[kind] ?? 0)) return false;
  const due = kind === 'read' ? (value / 4) * 13 : value;
  return better === 'more' ? due >= target(value) : due <= target(value);
}

const saidOf = (kind: string, value: number | undefined): string =>
  ` (${kind === 'open' ? 'now' : 'last 28 days'}: ${sayMeasure(kind, value)})`;

/** Those that are met stand last. */
function proposedRest(rows: Rows, name: string, set: readonly Goal[], now: number): { lines: string[]; toSet: number } {
  const all = (proposals[name] ?? [])
    .filter(({ measure }) => !set.some((goal) => goal.measure.kind === measure.kind))
    .map((one) => {
      const { measure, better, target } = one;
      const taken = measures.takeMeasure(rows, measure, auditTime(now));
      const { value } = taken;
      const said = `${nameMeasure(measure, rows)}: ${sayWanted({ measure, better, target: target(value) })} within a quarter`;
      const is = saidOf(measure.kind, value);
      const met = isMet(one, taken);
      return { met, line: met ? `${said}. It is met already${is}.` : `${said}${value === undefined || isCount(measure) ? '' : is}` };
    });
  const open = all.filter(({ met }) => !met);
  const running = set.map(({ measure, ...goal }) => `${nameMeasure(measure, rows)}: ${sayWanted({ measure, ...goal })}. It is set.`);
  if (all.length === 0) return { lines: [], toSet: 0 };
  return {
    lines: [...running, ...open.map(({ line }) => line), ...all.filter(({ met }) => met).map(({ line }) => line)],
    toSet: open.length,
  };
}

export function plansRest(rows: Rows, kept: Kept, now: number): string[] {
  const counts: Counts = { ...countKept(rows, kept), ...countLately(rows, now) };
  return plans.flatMap(({ name, steps }) => {
    const done = steps.filter(([, of, want]) => counts[of] >= want).length;
    const said = `${done} of ${steps.length} steps done`;
    const list = steps.map(([words, of, want]) => {
      if (counts[of] >= want) return `Done | ${words}`;
      return `Not done yet | ${words}${want > 1 ? ` | ${say.number(counts[of])} of ${say.number(want)}${of === 'audited' ? ' days' : ''}` : ''}`;
    });
    const set = kept.goals.filter(({ plan }) => plan === name);
    const proposed = proposedRest(rows, name, set, now);
    return [
      said,
      `[${said}]`,
      ...list.filter((one) => /\d/.test(one)),
      ...proposed.lines,
      ...(proposed.toSet > 1 ? [`Set its ${proposed.toSet} goals`] : []),
    ];
  });
}
