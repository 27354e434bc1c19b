/** Which goal says where a line of an audit is to stand. */
import type { AuditLine } from './audit.ts';
import { isFinished, type Progress } from './goals.ts';
import type { Goal, Measure } from './model.ts';

/** What each line counts, as a goal is told by it; sites and communities are none. */
const measures: Readonly<Partial<Record<AuditLine, Measure>>> = {
  posts: { kind: 'read' },
  rate: { kind: 'rate' },
  voice: { kind: 'share-of-voice' },
  negative: { kind: 'negative' },
  answered: { kind: 'answered' },
  response: { kind: 'response-time' },
  open: { kind: 'open' },
  champions: { kind: 'people', tags: ['champion'] },
};

/** Whatever their order and case. */
const print = (words: readonly string[] = []): string => [...new Set(words.map((one) => one.toLowerCase()))].sort().join('\n');
const isSameSet = (a?: readonly string[], b?: readonly string[]): boolean => print(a) === print(b);

/** Told by the very same number: a goal for a part of the mentions is none for all of them. */
const isSameMeasure = (a: Measure, b: Measure): boolean =>
  a.kind === b.kind && isSameSet(a.keywordIds, b.keywordIds) && isSameSet(a.tags, b.tags) && isSameSet(a.intents, b.intents);

const isRunning = (progress: Progress | undefined): boolean =>
  progress !== undefined && progress.state !== 'not-begun' && !isFinished(progress);

/** Of several that run and are told by the line's own number, the one made last. */
export function findWanted(name: AuditLine, goals: readonly Goal[], progress: ReadonlyMap<string, Progress>): Goal | undefined {
  const measure = measures[name];
  if (!measure) return undefined;
  return goals
    .filter((goal) => isSameMeasure(goal.measure, measure) && isRunning(progress.get(goal.id)))
    .reduce<Goal | undefined>((latest, goal) => (latest && latest.createdAt >= goal.createdAt ? latest : goal), undefined);
}
