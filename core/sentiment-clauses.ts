/** How much of what a post says is said of the keyword: all of it in its own clause, little of it where another is spoken of. */
import { endsSentence, type Token } from './sentiment-tokens.ts';

export interface Place {
  readonly start: number;
  readonly end: number;
}

interface Clause {
  readonly from: number;
  readonly to: number;
}

/** A clause that speaks of somebody else. */
const ofOthers = 0.15;
/** The other side of a comparison. */
const reversed = -0.8;

const conjunctions = new Set('but while whereas although though however unlike and yet'.split(' '));
const verbs = new Set(
  "is are was were isn't aren't wasn't has have had does did doesn't didn't can can't will won't just never always really keeps seems looks feels sucks rocks works lets makes beats".split(
    ' ',
  ),
);
const pronouns = new Set(
  "i i'm i've we we're you you're they they're it it's this that these those he she there my our your their its".split(' '),
);

/** Where a clause begins: at a sentence, at a comma, at a conjunction. */
function listClauses(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  tokens.forEach((token, at) => {
    const divides = token.kind === 'mark' || conjunctions.has(token.text);
    if (!divides || at === from) return;
    clauses.push({ from, to: at });
    from = at;
  });
  if (from < tokens.length) clauses.push({ from, to: tokens.length });
  return clauses;
}

const touches = (token: Token | undefined, { start, end }: Place): boolean => token !== undefined && token.start < end && token.end > start;

/**
 * "Globex is …", "@globex has …": a clause with a subject of its own. At the head of a sentence every word has a capital, so that only a handle
 * or one of the `others` is known for a name there.
 */
function hasOwnSubject(tokens: readonly Token[], { from, to }: Clause, others: readonly Place[]): boolean {
  const atHead = from === 0 || endsSentence(tokens[from] as Token);
  const words = tokens.slice(from, to).filter(({ kind, text }) => kind !== 'mark' && !conjunctions.has(text));
  const verb = words.slice(0, 4).findIndex(({ text }) => verbs.has(text));
  const subject = words.slice(0, Math.max(0, verb));
  if (subject.some(({ text }) => pronouns.has(text))) return false;
  return subject.some((token) => token.kind === 'name' || others.some((other) => touches(token, other)) || (!atHead && token.capital));
}

/** "Better than X" speaks against X; "from X to Y" too. */
function isLess(tokens: readonly Token[], hits: readonly Place[]): boolean {
  const at = tokens.findIndex((token) => hits.some((hit) => touches(token, hit)));
  if (at < 1) return false;
  const before = tokens.slice(Math.max(0, at - 3), at).map(({ text }) => text);
  return before.includes('than') || (before.includes('over') && tokens.slice(0, at).some(({ text }) => /^prefer/.test(text)));
}

/**
 * For each token how much it counts, from 1 (said of the keyword) over `ofOthers` to `reversed` (said of what the keyword is compared with).
 * Without a hit everything counts.
 */
export function nearnessOf(tokens: readonly Token[], hits: readonly Place[], others: readonly Place[] = []): number[] {
  const counts = new Array<number>(tokens.length).fill(1);
  if (hits.length === 0) return counts;
  let ofKeyword = true;
  for (const clause of listClauses(tokens)) {
    const own = tokens.slice(clause.from, clause.to);
    const first = own[0];
    if (own.some((token) => hits.some((hit) => touches(token, hit)))) {
      ofKeyword = true;
      if (isLess(own, hits)) counts.fill(reversed, clause.from, clause.to);
      continue;
    }
    if (hasOwnSubject(tokens, clause, others)) ofKeyword = false;
    // A new sentence without a name in it is about the whole again.
    else if (first && endsSentence(first)) ofKeyword = true;
    if (!ofKeyword) counts.fill(ofOthers, clause.from, clause.to);
  }
  return counts;
}
