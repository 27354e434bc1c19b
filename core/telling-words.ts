/** The words of a post that tell it from others: those with a subject. */
import { foldText } from './fold.ts';
import { stopWords } from './stop-words.ts';

/** Words without a subject, beyond those that are in most texts of a language anyway. */
const idle =
  `about after again also always any are back because before being but cant come could day did didnt does doesnt doing done down each even
  ever every few find first gets getting give going good got great havent having here him how ill into isnt its ive just keep know last less let
  like little long look lot made make makes many may maybe more most much must need never new next now off old once only other our over own
  people put really right said same say see she should since something still such sure take thank thanks thats them then these thing things think
  those though thought time today too try two under until use used very want was way week well went what where which while who why will with
  without wont work would year years yes yet youre your`.split(/\s+/);
/** What French and Italian write without a space before the word that it belongs to. */
const elided = 'c d j l m n s t qu jusqu lorsqu puisqu quelqu all dall dell nell sull coll un quest quell bell sant senz'.split(' ');
const elision = new RegExp(`(?<![\\p{L}\\p{N}'’])(${elided.join('|')})['’](?=\\p{L}{2})`, 'giu');

/** "L’appli" says "appli". */
export const splitElisions = (text: string): string => text.replace(elision, '$& ');

const empty = new Set(
  [...idle, ...elided, ...Object.values(stopWords).flat()].map((word) => foldText(word).replace(/'/g, '')).filter(Boolean),
);

const plainWords = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu;
/** Between these no spaces stand. */
export const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
let segmenter: Intl.Segmenter | undefined;

function listWords(text: string): readonly string[] {
  if (!unspaced.test(text)) return text.match(plainWords) ?? [];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

/** Folded words that say something, each once, with how they were written first. */
export function readTellingWords(text: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const word of listWords(splitElisions(text.slice(0, 2_000)))) {
    const folded = foldText(word);
    const isLongEnough = folded.length >= 3 || (folded.length === 2 && unspaced.test(word));
    if (isLongEnough && folded.length <= 40 && !empty.has(folded.replace(/'/g, '')) && !/^\d+$/.test(folded) && !words.has(folded))
      words.set(folded, word.toLowerCase());
  }
  return words;
}
