/**
 * What is found out about a mention when it arrives, before it is put: each step is a pure function of the core, and takes what those before
 * it found. It is gone through again when the post is seen later with other words or other keywords; `old` is then what was kept.
 */
import type { IntentChanges, Keyword, Mention, Notice, Person, Rule, Settings } from '../core/model.ts';
import type { Lessons } from '../core/sentiment-cues.ts';
import { understandMention } from '../core/understand.ts';
import { readUnderstanding } from './corrections.ts';
import type { Database, TableName } from './db.ts';
import { readRows } from './person-rows.ts';
import { ruleArrival } from './rules.ts';
import { personIdOf, weigh } from './weigh.ts';

/** What a step may know besides the mention. Read once for a batch. */
export interface ArrivalContext {
  readonly now: number;
  readonly keywords: ReadonlyMap<string, Keyword>;
  /** In the order they are gone through. */
  readonly rules: readonly Rule[];
  /** Those of the batch's authors that the person knows, by `site:handle`, under each of their names. */
  readonly people: ReadonlyMap<string, Person>;
  readonly settings: Settings | undefined;
  /** What the person's corrections taught. */
  readonly lessons: Lessons;
  /** What they changed about the words that tell what a post wants. */
  readonly intentChanges?: IntentChanges | undefined;
}

export interface Arrived {
  readonly mention: Mention;
  /** Absent where it is seen for the first time: only then do rules fire. */
  readonly old?: Mention | undefined;
  /** What the person is to be told; kept in the same transaction. */
  readonly notices: readonly Notice[];
}

export type ArrivalStep = (arrived: Arrived, context: ArrivalContext) => Arrived;

/** A step that says more about the mention and tells nobody. */
export const onMention =
  (change: (mention: Mention, context: ArrivalContext) => Mention): ArrivalStep =>
  (arrived, context) => ({ ...arrived, mention: change(arrived.mention, context) });

/** In this order: what it says (sentiment, intents), what it is like, how soon it wants an answer, and last what rules do about it. */
const steps: readonly ArrivalStep[] = [onMention(understandMention), onMention(weigh), ruleArrival];

export const arrivalTables = ['keywords', 'rules', 'people', 'settings', 'notices', 'corrections'] as const satisfies readonly TableName[];

/** Part of the transaction that keeps the mentions. */
export async function readArrivalContext(db: Database, mentions: readonly Mention[], now: number): Promise<ArrivalContext> {
  const [understanding, rules, people, settings] = await Promise.all([
    readUnderstanding(db),
    db.rules.toArray(),
    readRows(db, [...new Set(mentions.flatMap(personIdOf))]),
    db.settings.get('settings'),
  ]);
  return {
    now,
    ...understanding,
    rules: rules.sort((a, b) => a.order - b.order),
    people: new Map(people.map((person) => [person.id, person])),
    settings,
  };
}

export function onArrival(mention: Mention, old: Mention | undefined, context: ArrivalContext, by = steps): Arrived {
  return by.reduce<Arrived>((arrived, step) => step(arrived, context), { mention, ...(old ? { old } : {}), notices: [] });
}

/** False where something is still to be found out about a mention: it was kept by a version that did not ask. */
export const hasFacts = (mention: Mention): boolean =>
  steps.length === 0 || (mention.sentiment !== undefined && mention.priority !== undefined);
