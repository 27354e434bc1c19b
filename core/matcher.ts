/**
 * All keywords → one function from a post to the keywords it is a mention of, and to where their words stand in it.
 *
 * Each keyword has terms without one of which it cannot be true: itself, or the rarest words of its query. All of these go into one scanner,
 * which reads the post once. What else the queries ask for is only looked for once one of these was found, and then only what the keywords
 * found ask for; the few queries that need no term are asked of every post. So the cost stays that of reading.
 */
import { atOnce } from './anchor.ts';
import { runThrough, type Steps } from './by-steps.ts';
import type { Hit } from './model.ts';
import { Evidence, evaluate, type Plan, planQuery } from './query-plan.ts';
import { readQuery } from './query-reader.ts';
import { isPositive } from './query-sense.ts';
import type { Heard } from './query-tree.ts';
import { asksForLink, listConditions, listTerms, listTriggers } from './query-triggers.ts';
import type { Found } from './scanner.ts';
import { type Finder, groupByTerm, TermBank } from './term-bank.ts';

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
  /** The links that any of these asked for and found; absent where there is none. */
  readonly links?: string[];
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
  /** What of it can be answered without a look at the words. */
  readonly conditions: readonly Plan[];
  readonly terms: readonly number[];
  /** It asks whether there is a link at all. */
  readonly asksForLink: boolean;
  /** The last post it was asked of. */
  post: number;
}

/** What is found of a post besides its hits. */
interface Aside {
  /** The keywords that match without a hit. */
  readonly keywordIds: string[];
  readonly links: Set<string>;
}

class KeywordMatcher implements Matcher {
  size = 0;
  private readonly bank = new TermBank();
  /** By term: the keywords that are this term, and those that are asked when it is found. */
  private readonly owners: ((string | Asked)[] | undefined)[] = [];
  /** Those that need no term. */
  private readonly always: Asked[] = [];
  /** Looks for the terms that have owners: all that is done for most posts. */
  private finder: Finder | undefined;
  /** Looks for those that only count beside them, which may be words that every post is full of. */
  private beside: Finder | undefined;
  /** The number of the post that is read. */
  private post = 0;

  static *build(keywords: readonly Listened[]): Steps<Matcher> {
    const matcher = new KeywordMatcher();
    for (const [n, keyword] of keywords.entries()) {
      matcher.take(keyword);
      if (n % atOnce === 0) yield;
    }
    matcher.finder = yield* matcher.bank.buildFinder((term) => matcher.owners[term] !== undefined);
    matcher.beside = yield* matcher.bank.buildFinder((term) => matcher.owners[term] === undefined);
    return matcher;
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
    const asked = { id, plan, conditions: listConditions(plan), terms: listTerms(plan), asksForLink: asksForLink(tree), post: 0 };
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
    const aside: Aside = { keywordIds: [], links: new Set() };
    const hits = this.hear(post, aside);
    if (hits.length === 0 && aside.keywordIds.length === 0) return { hits, keywordIds: [] };
    const keywordIds = [...new Set([...hits.map(({ keywordId }) => keywordId), ...aside.keywordIds])];
    return aside.links.size > 0 ? { hits, keywordIds, links: [...aside.links] } : { hits, keywordIds };
  }

  matchText(text: string): Hit[] {
    return this.hear({ text, site: '', kind: 'post', author: {} }, { keywordIds: [], links: new Set() });
  }

  /** The hits; `aside` takes what is found besides. */
  private hear(post: Heard, aside: Aside): Hit[] {
    const found = this.finder?.find(post.text) ?? [];
    const linked = this.bank.findLinked(post);
    const hits: Hit[] = [];
    if (found.length === 0 && linked.size === 0 && this.always.length === 0) return hits;
    this.post++;
    const asked = [...this.always];
    for (const { term, start, end } of found) {
      for (const owner of this.owners[term] ?? none) {
        if (typeof owner === 'string') hits.push({ keywordId: owner, start, end });
        else this.call(owner, asked);
      }
    }
    for (const [term, link] of linked) {
      for (const owner of this.owners[term] ?? none) {
        if (typeof owner !== 'string') this.call(owner, asked);
        else {
          aside.keywordIds.push(owner);
          aside.links.add(link);
        }
      }
    }
    if (asked.length > 0) this.ask(asked, post, found, linked, hits, aside);
    return hits.length > 1 ? sortHits(hits) : hits;
  }

  /** Takes it among those that are asked of this post, once. */
  private call(owner: Asked, asked: Asked[]): void {
    if (owner.post === this.post) return;
    owner.post = this.post;
    asked.push(owner);
  }

  private ask(asked: Asked[], post: Heard, found: Found[], linked: ReadonlyMap<number, string>, hits: Hit[], aside: Aside): void {
    const places = new Map<number, Found[]>();
    const evidence = new Evidence(post, places, linked);
    const open = asked.filter(({ conditions }) => conditions.every((condition) => evaluate(condition, evidence)));
    if (open.length === 0) return;
    groupByTerm([...found, ...this.findBeside(post.text, open)], places);
    for (const { id, plan, terms, asksForLink } of open) {
      const matched = evaluate(plan, evidence);
      if (!matched) continue;
      for (const { start, end } of matched) hits.push({ keywordId: id, start, end });
      if (matched.length === 0) aside.keywordIds.push(id);
      const [first] = asksForLink ? (post.links ?? none) : none;
      for (const link of [...terms.map((term) => linked.get(term)), first]) if (link !== undefined) aside.links.add(link);
    }
  }

  /** Where the terms without owners stand, of those that the keywords ask for. */
  private findBeside(text: string, asked: readonly Asked[]): Found[] {
    const wanted = new Set<number>();
    for (const { terms } of asked) for (const term of terms) if (!this.owners[term]) wanted.add(term);
    return wanted.size > 0 ? (this.beside?.find(text, wanted) ?? []) : [];
  }
}

const none: readonly never[] = [];

const sameHit = (a: Hit, b: Hit | undefined): boolean => a.start === b?.start && a.end === b.end && a.keywordId === b.keywordId;

function sortHits(hits: Hit[]): Hit[] {
  hits.sort((a, b) => a.start - b.start || a.end - b.end || (a.keywordId < b.keywordId ? -1 : a.keywordId > b.keywordId ? 1 : 0));
  return hits.filter((hit, n) => !sameHit(hit, hits[n - 1]));
}

/** Makes a matcher: work for when the keywords change, not for each post. */
export function compileMatcher(keywords: readonly Listened[]): Matcher {
  return runThrough(KeywordMatcher.build(keywords));
}

/** The same a step at a time, each a millisecond or two: thousands of keywords would hold up a page. */
export const compileBySteps = (keywords: readonly Listened[]): Steps<Matcher> => KeywordMatcher.build(keywords);
