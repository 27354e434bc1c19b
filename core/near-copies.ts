/** Texts that say nearly the same, among thousands, without comparing each with each. */
import { pairsOf } from './alike.ts';

export interface NearCopy {
  readonly id: string;
  readonly of: string;
  /** 0 to 1, as core/alike.ts counts it. */
  readonly likeness: number;
}

interface Text {
  readonly id: string;
  readonly body: string;
}

/** From here on a text is another's near copy. */
export const nearlySame = 0.8;

/**
 * For each of `texts` the most alike of `among`. Two texts that are as alike as `least` share so many pairs of words that at least one of a
 * text's rarest pairs must be shared: only texts with one of those are looked at.
 */
export function findNearCopies(texts: readonly Text[], among: readonly Text[], least = nearlySame): Map<string, NearCopy> {
  const known = among.map(({ id, body }) => ({ id, pairs: pairsOf(body) }));
  const places = new Map<string, number[]>();
  for (const [i, { pairs }] of known.entries())
    for (const pair of pairs) {
      const list = places.get(pair);
      if (list) list.push(i);
      else places.set(pair, [i]);
    }
  const found = new Map<string, NearCopy>();
  for (const { id, body } of texts) {
    const pairs = pairsOf(body);
    const rarest = [...pairs].sort((a, b) => (places.get(a)?.length ?? 0) - (places.get(b)?.length ?? 0));
    const mustShare = Math.ceil((least * pairs.size) / (2 - least) - 1e-9);
    const looked = new Set(rarest.slice(0, pairs.size - mustShare + 1).flatMap((pair) => places.get(pair) ?? []));
    for (const i of looked) {
      const other = known[i];
      if (!other || other.id === id) continue;
      let shared = 0;
      for (const pair of pairs) if (other.pairs.has(pair)) shared += 1;
      const likeness = (2 * shared) / (pairs.size + other.pairs.size);
      if (likeness >= least && likeness > (found.get(id)?.likeness ?? 0)) found.set(id, { id, of: other.id, likeness });
    }
  }
  return found;
}

/** Pairs among `texts` themselves, the most alike first; of two only one is named. */
export function listNearCopies(texts: readonly Text[], least = nearlySame): NearCopy[] {
  const pairs = new Map<string, NearCopy>();
  for (const copy of findNearCopies(texts, texts, least).values()) pairs.set([copy.id, copy.of].sort().join('\n'), copy);
  return [...pairs.values()].sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1));
}
