/** A query's tree made ready to be asked of many posts, and asked of one. */
import { countBetween, readWords } from './near-words.ts';
import { isSo } from './query-fields.ts';
import { isPositive } from './query-sense.ts';
import type { FieldNode, Heard, NearNode, QueryNode, TermNode } from './query-tree.ts';
import type { Found } from './scanner.ts';

export type Plan =
  | { readonly type: 'term'; readonly term: number; readonly node: TermNode }
  | { readonly type: 'near'; readonly left: Plan; readonly right: Plan; readonly node: NearNode }
  | { readonly type: 'and' | 'or'; readonly children: readonly Plan[] }
  | { readonly type: 'not'; readonly child: Plan }
  | { readonly type: 'field'; readonly node: FieldNode };

/** Takes a term in and gives it its number. */
export type AddTerm = (node: TermNode) => number;

const hasPlaces = (node: QueryNode): boolean =>
  node.type === 'term' || node.type === 'near' || ((node.type === 'or' || node.type === 'and') && node.children.some(hasPlaces));

/** A branch of an OR that only takes away would make the whole true of nearly everything: it is left out. */
export function planQuery(node: QueryNode, add: AddTerm, wanted = true): Plan {
  switch (node.type) {
    case 'term':
      return { type: 'term', term: add(node), node };
    case 'field':
      return { type: 'field', node };
    case 'not':
      return { type: 'not', child: planQuery(node.child, add, !wanted) };
    case 'near': {
      const left = planQuery(node.left, add, wanted);
      const right = planQuery(node.right, add, wanted);
      // Nothing stands near a field, or near what is not there: the two can only both be true.
      return hasPlaces(node.left) && hasPlaces(node.right) ? { type: 'near', left, right, node } : { type: 'and', children: [left, right] };
    }
    default: {
      const children = node.type === 'or' && wanted ? node.children.filter(isPositive) : node.children;
      return { type: node.type, children: children.map((child) => planQuery(child, add, wanted)) };
    }
  }
}

/** What was found in one post. */
export class Evidence {
  private words: ReturnType<typeof readWords> | undefined;
  /** Fields that were asked before: many queries ask the same. */
  private readonly answers = new Map<string, boolean>();

  constructor(
    readonly post: Heard,
    /** By term, by where they begin. */
    readonly places: ReadonlyMap<number, readonly Found[]>,
    /** The terms that a link leads to. */
    readonly links: ReadonlyMap<number, string>,
  ) {}

  isSo(node: FieldNode): boolean {
    const key = node.field + node.comparison + node.value;
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const answer = isSo(this.post, node);
    this.answers.set(key, answer);
    return answer;
  }

  /** How many words part two places; undefined where they overlap, or the second comes first. */
  distance(a: Found, b: Found): number | undefined {
    if (a.end > b.start) return undefined;
    this.words ??= readWords(this.post.text);
    return countBetween(this.words, a.end, b.start);
  }
}

const none: readonly Found[] = [];

function isNear(evidence: Evidence, a: Found | undefined, b: Found | undefined, most: number): boolean {
  const distance = a && b && evidence.distance(a, b);
  return distance !== undefined && distance <= most;
}

/** Of each list what has one of the other close enough after it: two sorted lists are walked once. */
function pairUp(evidence: Evidence, before: readonly Found[], after: readonly Found[], most: number, kept: Set<Found>): void {
  const ending = [...before].sort((a, b) => a.end - b.end);
  let next = 0;
  for (const place of ending) {
    while (next < after.length && (after[next]?.start ?? 0) < place.end) next++;
    if (isNear(evidence, place, after[next], most)) kept.add(place);
  }
  let last = -1;
  for (const place of after) {
    while (last + 1 < ending.length && (ending[last + 1]?.end ?? 0) <= place.start) last++;
    if (isNear(evidence, ending[last], place, most)) kept.add(place);
  }
}

/** The places of two groups that are near each other. */
export function findNear(evidence: Evidence, node: NearNode, left: readonly Found[], right: readonly Found[]): Found[] {
  const kept = new Set<Found>();
  pairUp(evidence, left, right, node.distance, kept);
  if (!node.ordered) pairUp(evidence, right, left, node.distance, kept);
  return sortPlaces([...kept]);
}

export const sortPlaces = (places: Found[]): Found[] => places.sort((a, b) => a.start - b.start || a.end - b.end);

function evaluateAll(children: readonly Plan[], evidence: Evidence): readonly Found[] | undefined {
  const all: Found[] = [];
  for (const child of children) {
    const places = evaluate(child, evidence);
    if (!places) return undefined;
    all.push(...places);
  }
  return sortPlaces(all);
}

/** Where the words stand that make it true; undefined where it is not true. */
export function evaluate(plan: Plan, evidence: Evidence): readonly Found[] | undefined {
  switch (plan.type) {
    case 'term':
      return evidence.places.get(plan.term) ?? (evidence.links.has(plan.term) ? none : undefined);
    case 'field':
      return evidence.isSo(plan.node) ? none : undefined;
    case 'not':
      return evaluate(plan.child, evidence) ? undefined : none;
    case 'and':
      return evaluateAll(plan.children, evidence);
    case 'near': {
      const left = evaluate(plan.left, evidence);
      const right = left && evaluate(plan.right, evidence);
      const near = left && right ? findNear(evidence, plan.node, left, right) : none;
      return near.length > 0 ? near : undefined;
    }
    default: {
      const found = plan.children.map((child) => evaluate(child, evidence)).filter((places) => places !== undefined);
      return found.length > 0 ? sortPlaces(found.flat()) : undefined;
    }
  }
}
