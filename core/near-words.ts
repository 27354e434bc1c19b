/** How many words part two places of a text: what NEAR and ONEAR count. */
import { foldAt, Kind } from './fold.ts';
import { listWords } from './unspaced.ts';

/** Symbols that do not part a word they stand in: don't, well-known, 3.5, example.com, AT&T. */
const inner = /^['.\-_/&@+:·]$/;

interface Words {
  readonly starts: number[];
  readonly ends: number[];
}

/** Where each word of the text begins and ends. Scripts without spaces are taken apart by the browser's dictionary. */
export function readWords(text: string): Words {
  const words: Words = { starts: [], ends: [] };
  let start = -1;
  const end = (at: number) => {
    if (start >= 0) {
      words.starts.push(start);
      words.ends.push(at);
    }
    start = -1;
  };
  for (let i = 0; i < text.length; ) {
    const { kind, units, size } = foldAt(text, i);
    if (kind === Kind.unspaced) {
      end(i);
      i = takeRun(text, i, words);
      continue;
    }
    if (kind === Kind.gap && !(start >= 0 && inner.test(units) && isLetterAt(text, i + size))) end(i);
    else if (kind !== Kind.gap && kind !== Kind.ignored && start < 0) start = i;
    i += size;
  }
  end(text.length);
  return words;
}

function isLetterAt(text: string, index: number): boolean {
  if (index >= text.length) return false;
  const { kind } = foldAt(text, index);
  return kind === Kind.word || kind === Kind.hangul;
}

function takeRun(text: string, start: number, words: Words): number {
  let i = start;
  while (i < text.length) {
    const { kind, size } = foldAt(text, i);
    if (kind !== Kind.unspaced && kind !== Kind.ignored) break;
    i += size;
  }
  for (const { index, segment } of listWords(text.slice(start, i))) {
    words.starts.push(start + index);
    words.ends.push(start + index + segment.length);
  }
  return i;
}

/** The first place in a rising list that is not below `value`. */
function firstNotBelow(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many words stand wholly between two offsets. */
export function countBetween({ starts, ends }: Words, from: number, to: number): number {
  return Math.max(0, firstNotBelow(ends, to + 1) - firstNotBelow(starts, from));
}
