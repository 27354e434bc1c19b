/** The words of a text and its phrases of two and three words, as topics: with a subject, none that begins or ends with an empty word. */
import { foldText } from './fold.ts';
import { readTellingWords, splitElisions } from './telling-words.ts';

const longest = 2_000;
const links = /https?:\/\/\S+|www\.\S+|&(?:amp|lt|gt|quot);/g;
const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu;
/** What no phrase goes across. */
const borders = /[.!?…\n;:()"“”,|]+/u;

interface Word {
  readonly folded: string;
  readonly written: string;
  readonly telling: boolean;
}

function readRun(run: string, telling: ReadonlyMap<string, string>): Word[] {
  return (run.match(words) ?? []).map((written) => {
    const folded = foldText(written);
    return { folded, written: written.toLowerCase(), telling: telling.has(folded) };
  });
}

/** Folded term → how it was written, each once. */
export function listTerms(text: string): Map<string, string> {
  const plain = splitElisions(text.slice(0, longest).replace(links, ' . '));
  const telling = readTellingWords(plain);
  const terms = new Map(telling);
  for (const run of plain.split(borders)) {
    const own = readRun(run, telling);
    for (let from = 0; from < own.length; from++) {
      for (let size = 2; size <= 3; size++) {
        const phrase = own.slice(from, from + size);
        if (phrase.length < size || !phrase[0]?.telling || !phrase.at(-1)?.telling) continue;
        const folded = phrase.map((word) => word.folded).join(' ');
        if (!terms.has(folded)) terms.set(folded, phrase.map(({ written }) => written).join(' '));
      }
    }
  }
  return terms;
}
