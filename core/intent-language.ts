/** In which language's rules a post is read. Short posts do not show theirs: they are taken for the one that most of their words are known in. */
import { intentFrames, intentGroups } from './intent-frames.ts';
import { langOf } from './lang.ts';
import { bareWord, plainWords } from './phrase-words.ts';
import { stopWords } from './stop-words.ts';

/** Where two are even, the first. */
const codes = ['en', ...Object.keys(intentFrames).filter((code) => code !== 'en')];

function listKnown(code: string): ReadonlySet<string> {
  const groups = Object.values(intentGroups[code] ?? {}).flatMap((words) => words.split(/[| ]/));
  const single = groups.filter((word) => !word.endsWith('*'));
  return new Set([...(stopWords[code] ?? []), ...single].map(bareWord));
}

let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
const mostWords = 60;
/** So much more is known in another language. */
const clearly = 1.5;

interface Count {
  readonly code: string;
  readonly count: number;
}

/** How many words of the text are known in each language. */
function countKnown(text: string, common: string | undefined): Count[] {
  known ??= new Map([...new Set([...codes, ...Object.keys(stopWords)])].map((code) => [code, listKnown(code)]));
  const words = plainWords(text.replace(/https?:\/\/\S+|[@#][\p{L}\p{N}_.]+/gu, ' '))
    .slice(0, mostWords)
    .map(bareWord);
  const read = [...known].filter(([code]) => codes.includes(code) || code === common);
  return read.map(([code, set]) => ({ code, count: words.filter((word) => set.has(word)).length }));
}

/** By its commonest words (core/lang.ts) where these are sure and ours do not know better. */
export function readLanguage(text: string): string {
  const common = langOf(text);
  if (!/\p{Script=Latin}/u.test(text)) return common ?? 'en';
  const counts = countKnown(text, common);
  const best = counts.reduce((one, other) => (other.count > one.count ? other : one));
  const ofCommon = counts.find(({ code }) => code === common)?.count ?? 0;
  const knowsBetter = best.count >= 3 && best.count > ofCommon * clearly;
  return common !== undefined && !knowsBetter ? common : best.count > 0 ? best.code : 'en';
}
