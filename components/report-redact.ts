/**
 * Names left out of a report: of each value that a stranger or the person wrote, before any sentence is made of it. Our own words and figures never
 * come by here, whoever is called like one of them.
 */
import type { Goal, KeptTurningPoint, Mention } from '../core/model.ts';
import type { ReportFacts } from '../core/report.ts';
import type { Driver } from '../core/report-drivers.ts';
import { defaultTexts, type ReportContents } from './report-words.ts';
import { word } from './words.ts';

type Change = (text: string) => string;

const redactGoal = ({ outcome, owner, measure, ...goal }: Goal, change: Change): Goal => ({
  ...goal,
  outcome: change(outcome),
  measure: { ...measure, ...(measure.tags ? { tags: measure.tags.map(change) } : {}) },
  ...(owner ? { owner: word('redactedName') } : {}),
});

/** Sites, keywords and intents are known by ids; what they are called is ours, or `names`. */
const redactDrivers = (drivers: readonly Driver[], change: Change): Driver[] =>
  drivers.map((driver) => (driver.what === 'community' ? { ...driver, name: change(driver.name) } : driver));

const redactTurn = ({ drivers, note, ...turn }: KeptTurningPoint, change: Change): KeptTurningPoint => ({
  ...turn,
  drivers: drivers.map((driver) => (driver.kind === 'site' ? driver : { ...driver, value: change(driver.value) })),
  ...(note ? { note: change(note) } : {}),
});

const redactFacts = (facts: ReportFacts, change: Change): ReportFacts => ({
  ...facts,
  outcomes: facts.outcomes.map(({ goal, progress }) => ({ goal: redactGoal(goal, change), progress })),
  drivers: redactDrivers(facts.drivers, change),
  unhappyDrivers: redactDrivers(facts.unhappyDrivers, change),
  turns: facts.turns.map((turn) => redactTurn(turn, change)),
  rising: {
    ...facts.rising,
    words: facts.rising.words.map((one) => ({
      ...one,
      term: change(one.term),
      others: one.others.map(change),
      example: change(one.example),
    })),
  },
});

/** Who wrote it is not named, whether the name is known or not, and the link leads to them. */
function redactMention({ author, url: _, ...mention }: Mention, change: Change): Mention {
  const isNamed = author.name !== undefined || author.handle !== undefined;
  return { ...mention, text: change(mention.text), author: isNamed ? { name: word('redactedName') } : {} };
}

/** Where a passage of ours was changed by the person, whole sentences of ours may still stand in it: those are made anew of values without names. */
function redactWritten(text: string, ours: readonly (readonly [whole: string, redacted: string])[], change: Change): string {
  const [first, ...others] = ours.filter(([whole]) => text.includes(whole));
  if (!first) return change(text);
  return text
    .split(first[0])
    .map((part) => redactWritten(part, others, change))
    .join(first[1]);
}

const sentences = (text: string): string[] => text.split(/\n|(?<=[.!?])\s+/);

/** Our own sentences, with all names and without them. */
function pairSentences(whole: string, redacted: string): (readonly [string, string])[] {
  const [before, after] = [sentences(whole), sentences(redacted)];
  return before.length === after.length ? before.flatMap((one, i) => (one ? [[one, after[i] ?? ''] as const] : [])) : [];
}

/** @param change takes names out of one text (core/redact.ts) */
export function redactContents({ facts, names, texts, quotes }: ReportContents, change: Change): ReportContents {
  const redacted = {
    facts: redactFacts(facts, change),
    names: { ...names, brand: change(names.brand), keywords: names.keywords.map(({ id, name }) => ({ id, name: change(name) })) },
  };
  const [ours, without] = [defaultTexts(facts, names), defaultTexts(redacted.facts, redacted.names)];
  const pairs = (Object.keys(ours) as (keyof typeof ours)[]).flatMap((name) => pairSentences(ours[name], without[name]));
  const longestFirst = pairs.sort(([a], [b]) => b.length - a.length);
  return {
    ...redacted,
    texts: Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, redactWritten(text, longestFirst, change)])),
    quotes: quotes.map((mention) => redactMention(mention, change)),
  };
}
