/** The words of a text as rules look at them, and where its sentences and clauses end. */

export interface PhraseWords {
  /** As they are written, in lower case. */
  readonly words: readonly string[];
  /** The same without accents, apostrophes and what French and Italian glue to the head of a word: "l'été" is "ete", "can't" is "cant". */
  readonly bare: readonly string[];
  /** For each word the number of its sentence, and that of its clause. */
  readonly sentences: readonly number[];
  readonly clauses: readonly number[];
}

/** An arrow is a word too: "Globex → Acme". */
const word = String.raw`→|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['.-](?=[\p{L}\p{N}]))*`;
const onlyWords = new RegExp(word, 'gu');
const ends = String.raw`[.!?…;]+(?=\s|$)|\n`;
const sentenceEnd = new RegExp(`(${ends})`, 'u');
const wordsAndMarks = new RegExp(String.raw`(${word})|(${ends})|[,:()–—"“”]`, 'gu');

const inPlainLetters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'")
    .replace(/[-=]>|➡️?/g, ' → ');

export const plainWords = (text: string): string[] => inPlainLetters(text).match(onlyWords) ?? [];

const isBare = /^[a-z0-9]+$/;
const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|all|dall|dell|nell|sull|un|quest|quell)'(?=\p{L}{2})/u;

/** "Don't" and "dont", "qué" and "que" are the same to a rule with word groups: who is in a hurry leaves the marks out. */
export function bareWord(written: string): string {
  if (isBare.test(written)) return written;
  return written.replace(elision, '').replaceAll("'", '').normalize('NFD').replace(/\p{M}/gu, '');
}

export function readPhraseWords(text: string): PhraseWords {
  const words: string[] = [];
  const sentences: number[] = [];
  const clauses: number[] = [];
  let sentence = 0;
  let clause = 0;
  for (const [, found, end] of inPlainLetters(text).matchAll(wordsAndMarks)) {
    if (found === undefined) {
      clause++;
      if (end !== undefined) sentence++;
      continue;
    }
    words.push(found);
    sentences.push(sentence);
    clauses.push(clause);
  }
  return { words, bare: words.map(bareWord), sentences, clauses };
}

/** A text without some of its sentences, by the numbers its words have. */
export function withoutSentences(text: string, numbers: ReadonlySet<number>): string {
  // Sentences and what ends them stand in turn.
  const parts = text.split(sentenceEnd);
  return parts.map((part, i) => (i % 2 === 0 && numbers.has(i / 2) ? ' ' : part)).join('');
}
