/** When a query has to be asked at all: only where its rarest words stand, and where the post's other properties allow it. */
import { foldText } from './fold.ts';
import { frequentWords } from './frequent-words.ts';
import type { Plan } from './query-plan.ts';
import type { QueryNode } from './query-tree.ts';

interface Triggers {
  readonly terms: readonly number[];
  /** How often they will be found, as far as one can tell from the words; only asked where there is a choice. */
  readonly cost: () => number;
}

const longEnough = 12;
/** Many posts hold a frequent word: it is dearer than any few that are not. */
const frequent = 100;
const between = /[^\p{L}\p{N}\p{M}_*?]+/u;

/** Short words are in more posts than long ones, and what begins with some letters in more than a word of as many. */
function costOfWord(word: string): number {
  const letters = word.replace(/[*?].*$/, '');
  if (frequentWords.has(letters)) return frequent;
  return 1 + longEnough - Math.min(longEnough, letters.length) + (letters === word ? 0 : 3);
}

/** A phrase is as rare as its rarest word. */
const costOf = (text: string): number => Math.min(...foldText(text).split(between).filter(Boolean).map(costOfWord), longEnough);

const cheaper = (a: Triggers | undefined, b: Triggers | undefined): Triggers | undefined => (!a || (b && b.cost() < a.cost()) ? b : a);

function findTriggers(plan: Plan): Triggers | undefined {
  switch (plan.type) {
    case 'term':
      return { terms: [plan.term], cost: () => costOf(plan.node.text) };
    case 'near':
      return cheaper(findTriggers(plan.left), findTriggers(plan.right));
    case 'and':
      return plan.children.map(findTriggers).reduce(cheaper, undefined);
    case 'or': {
      const each = plan.children.map(findTriggers);
      if (!each.every((triggers) => triggers !== undefined)) return undefined;
      return { terms: each.flatMap(({ terms }) => terms), cost: () => each.reduce((sum, { cost }) => sum + cost(), 0) };
    }
    default:
      return undefined;
  }
}

/** The fewest and rarest terms without one of which it cannot be true; undefined where it can be true without any. */
export const listTriggers = (plan: Plan): readonly number[] | undefined => findTriggers(plan)?.terms;

/** All terms it looks at. */
export function listTerms(plan: Plan): number[] {
  switch (plan.type) {
    case 'term':
      return [plan.term];
    case 'field':
      return [];
    case 'not':
      return listTerms(plan.child);
    case 'near':
      return [...listTerms(plan.left), ...listTerms(plan.right)];
    default:
      return plan.children.flatMap(listTerms);
  }
}

/** The language may have to be guessed, which is more work than all the rest. */
const asksLanguage = (plan: Plan): boolean => plan.type === 'field' && plan.node.field === 'lang';

/** What has to be true and is known without a look at the words, the quickest to answer first. */
export function listConditions(plan: Plan): Plan[] {
  const all = plan.type === 'and' ? plan.children : [plan];
  const wordless = all.filter((part) => listTerms(part).length === 0);
  return [...wordless.filter((part) => !asksLanguage(part)), ...wordless.filter(asksLanguage)];
}

/** It asks whether the post has a link, whatever it is. */
export function asksForLink(node: QueryNode): boolean {
  if (node.type === 'field') return node.field === 'has' && node.value.toLowerCase() === 'link';
  if (node.type === 'near') return asksForLink(node.left) || asksForLink(node.right);
  return (node.type === 'and' || node.type === 'or') && node.children.some(asksForLink);
}
