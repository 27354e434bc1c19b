/**
 * All keywords → one function from a post to the keywords it is a mention of, and to where their words stand in it.
 *
 * The terms of all keywords go into one scanner, which reads the post once. Most keywords are a term and nothing else; of the others only
 * those are asked that have a term in the post, and the few that need none. So the cost stays that of reading.
 */
import type { Hit } from './model.ts';
import { Evidence, evaluate, listTriggers, type Plan, planQuery } from './query-plan.ts';
import { readQuery } from './query-reader.ts';
import { isPositive } from './query-sense.ts';
import type { Heard } from './query-tree.ts';
import { groupByTerm, TermBank } from './term-bank.ts';

export interface Listened {
  readonly id: string;
  readonly query: string;
  /** Letters of other scripts that look the same are taken for the same. */
  readonly lookalikes?: boolean;
}

export interface Match {
  /** Where the words stand that a keyword was found by: by start, then end, then keyword. Those of different keywords may overlap. */
  readonly hits: Hit[];
  /** All keywords that match. A link or the post's other properties may be all there is, so one may have no hit. */
  readonly keywordIds: string[];
}

export interface Matcher {
  /** How many keywords can match at all. */
  readonly size: number;
  match(post: Heard): Match;
  /** The hits in words of which nothing else is known. */
  matchText(text: string): Hit[];
}

/** A keyword whose query is more than a term. */
interface Asked {
  readonly id: string;
  readonly plan: Plan;
}

class KeywordMatcher implements Matcher {
  size = 0;
  private readonly bank = new TermBank();
  /** By term: the keywords that are this term, and those that are asked when it is found. */
  private readonly owners: ((string | Asked)[] | undefined)[] = [];
  /** Those that need no term. */
  private readonly always: Asked[] = [];

  constructor(keywords: readonly Listened[]) {
    for (const keyword of keywords) this.take(keyword);
    this.bank.prepare();
  }

  private take({ id, query, lookalikes = false }: Listened): void {
    const tree = readQuery(query);
    if (!tree || !isPositive(tree)) return;
    this.size++;
    if (tree.type === 'term') {
      this.own(this.bank.add(tree, lookalikes), id);
      return;
    }
    const plan = planQuery(tree, (node) => this.bank.add(node, lookalikes));
    const asked = { id, plan };
    const triggers = listTriggers(plan);
    for (const term of triggers ?? []) this.own(term, asked);
    if (!triggers) this.always.push(asked);
  }

  private own(term: number, owner: string | Asked): void {
    const owners = this.owners[term];
    if (owners) owners.push(owner);
    else this.owners[term] = [owner];
  }

  match(post: Heard): Match {
    const silent: string[] = [];
    const hits = this.hear(post, silent);
    if (hits.length === 0 && silent.length === 0) return { hits, keywordIds: [] };
    return { hits, keywordIds: [...new Set([...hits.map(({ keywordId }) => keywordId), ...silent])] };
  }

  matchText(text: string): Hit[] {
    return this.hear({ text, site: '', kind: 'post', author: {} }, []);
  }

  /** The hits; `silent` takes the keywords that match without one. */
  private hear(post: Heard, silent: string[]): Hit[] {
    const found = this.bank.find(post.text);
    const linked = this.bank.findLinked(post);
    const hits: Hit[] = [];
    if (found.length === 0 && linked.size === 0 && this.always.length === 0) return hits;
    const asked = new Set(this.always);
    for (const { term, start, end } of found) {
      for (const owner of this.owners[term] ?? none) {
        if (typeof owner === 'string') hits.push({ keywordId: owner, start, end });
        else asked.add(owner);
      }
    }
    for (const term of linked.keys()) {
      for (const owner of this.owners[term] ?? none) {
        if (typeof owner === 'string') silent.push(owner);
        else asked.add(owner);
      }
    }
    if (asked.size > 0) ask(asked, new Evidence(post, groupByTerm(found), linked), hits, silent);
    return hits.length > 1 ? sortHits(hits) : hits;
  }
}

const none: readonly never[] = [];

function ask(all: Iterable<Asked>, evidence: Evidence, hits: Hit[], silent: string[]): void {
  for (const { id, plan } of all) {
    const places = evaluate(plan, evidence);
    for (const { start, end } of places ?? []) hits.push({ keywordId: id, start, end });
    if (places?.length === 0) silent.push(id);
  }
}

const sameHit = (a: Hit, b: Hit | undefined): boolean => a.start === b?.start && a.end === b.end && a.keywordId === b.keywordId;

function sortHits(hits: Hit[]): Hit[] {
  hits.sort((a, b) => a.start - b.start || a.end - b.end || (a.keywordId < b.keywordId ? -1 : a.keywordId > b.keywordId ? 1 : 0));
  return hits.filter((hit, n) => !sameHit(hit, hits[n - 1]));
}

/** Makes a matcher: work for when the keywords change, not for each post. */
export function compileMatcher(keywords: readonly Listened[]): Matcher {
  return new KeywordMatcher(keywords);
}
