/** Why a post is a mention of a keyword: which of its words stand where, and what else about the post counted. */
import { runThrough } from './by-steps.ts';
import { seeAlike } from './lookalikes.ts';
import { Evidence, evaluate, type Plan, planQuery } from './query-plan.ts';
import { printQuery } from './query-print.ts';
import { readQuery } from './query-reader.ts';
import { isPositive } from './query-sense.ts';
import type { FieldNode, Heard, NearNode, Span, TermNode } from './query-tree.ts';
import { groupByTerm, TermBank } from './term-bank.ts';

export type Reason =
  /** These words stand in the post. `lookalike`: at least once with letters of another script. */
  | { readonly type: 'words'; readonly text: string; readonly exact: boolean; readonly lookalike: boolean; readonly spans: readonly Span[] }
  /** A link of the post leads to this address. */
  | { readonly type: 'link'; readonly text: string; readonly link: string }
  /** So many words part the two where they are closest, and `most` may. */
  | {
      readonly type: 'near';
      readonly left: string;
      readonly right: string;
      readonly ordered: boolean;
      readonly words: number;
      readonly most: number;
      readonly spans: readonly Span[];
    }
  | { readonly type: 'field'; readonly field: FieldNode['field']; readonly comparison: FieldNode['comparison']; readonly value: string };

export interface Explanation {
  readonly matched: boolean;
  /** What speaks for it, in the order of the query; empty where it does not match. */
  readonly reasons: readonly Reason[];
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

function explainTerm(node: TermNode, term: number, evidence: Evidence): Reason[] {
  const { text, exact } = node;
  const spans = (evidence.places.get(term) ?? []).map(spanOf);
  const link = evidence.links.get(term);
  const looksLike = ({ start, end }: Span) => {
    const words = evidence.post.text.slice(start, end);
    return seeAlike(words) !== words && seeAlike(text) === text;
  };
  const words: Reason[] = spans.length > 0 ? [{ type: 'words', text, exact, lookalike: spans.some(looksLike), spans }] : [];
  return link === undefined ? words : [...words, { type: 'link', text, link }];
}

function explainNear(plan: Extract<Plan, { type: 'near' }>, node: NearNode, evidence: Evidence): Reason[] {
  const spans = evaluate(plan, evidence) ?? [];
  const lefts = evaluate(plan.left, evidence) ?? [];
  const rights = evaluate(plan.right, evidence) ?? [];
  let words = Number.POSITIVE_INFINITY;
  for (const a of lefts.slice(0, mostCompared)) {
    for (const b of rights.slice(0, mostCompared)) {
      words = Math.min(words, evidence.distance(a, b) ?? words, (node.ordered ? undefined : evidence.distance(b, a)) ?? words);
    }
  }
  const { distance, ordered } = node;
  const near = { left: printQuery(node.left), right: printQuery(node.right), ordered, words: Math.min(words, distance), most: distance };
  return [{ type: 'near', ...near, spans: spans.map(spanOf) }];
}

const mostCompared = 50;

/** Of what is true, what makes it so. What is absent explains nothing. */
function explain(plan: Plan, evidence: Evidence): Reason[] {
  if (!evaluate(plan, evidence)) return [];
  switch (plan.type) {
    case 'term':
      return explainTerm(plan.node, plan.term, evidence);
    case 'near':
      return explainNear(plan, plan.node, evidence);
    case 'field':
      return [{ type: 'field', field: plan.node.field, comparison: plan.node.comparison, value: plan.node.value }];
    case 'not':
      return [];
    default:
      return plan.children.flatMap((child) => explain(child, evidence));
  }
}

/** Asks one post of one query, and says why. Slower than a matcher, and of the same opinion. */
export function explainMatch(query: string, post: Heard, lookalikes = false): Explanation {
  const tree = readQuery(query);
  if (!tree || !isPositive(tree)) return { matched: false, reasons: [] };
  const bank = new TermBank();
  const plan = planQuery(tree, (node) => bank.add(node, lookalikes));
  const evidence = new Evidence(post, groupByTerm(runThrough(bank.buildFinder(() => true)).find(post.text)), bank.findLinked(post));
  const reasons = explain(plan, evidence);
  return { matched: evaluate(plan, evidence) !== undefined, reasons };
}
