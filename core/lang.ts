/** Which language a text is in, by its script and its commonest words. Short texts do not say, and then neither does this. */
import { stopWords } from './stop-words.ts';

export const languages: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'en', name: 'english' },
  { code: 'de', name: 'german' },
  { code: 'fr', name: 'french' },
  { code: 'es', name: 'spanish' },
  { code: 'pt', name: 'portuguese' },
  { code: 'it', name: 'italian' },
  { code: 'nl', name: 'dutch' },
  { code: 'sv', name: 'swedish' },
  { code: 'da', name: 'danish' },
  { code: 'pl', name: 'polish' },
  { code: 'tr', name: 'turkish' },
  { code: 'id', name: 'indonesian' },
  { code: 'ru', name: 'russian' },
  { code: 'uk', name: 'ukrainian' },
  { code: 'el', name: 'greek' },
  { code: 'he', name: 'hebrew' },
  { code: 'ar', name: 'arabic' },
  { code: 'fa', name: 'persian' },
  { code: 'hi', name: 'hindi' },
  { code: 'th', name: 'thai' },
  { code: 'ko', name: 'korean' },
  { code: 'ja', name: 'japanese' },
  { code: 'zh', name: 'chinese' },
];

/** Enough to tell by, little enough to be quick. */
const longest = 600;
const noise = /https?:\/\/\S+|[@#$][\p{L}\p{N}_.]+/gu;

/** Scripts that one language of those we know is written in; letters that tell apart two that share one. */
const scripts: readonly { readonly code: string; readonly script: RegExp; readonly unless?: readonly [RegExp, string] }[] = [
  { code: 'ja', script: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { code: 'ko', script: /\p{Script=Hangul}/gu },
  { code: 'zh', script: /\p{Script=Han}/gu },
  { code: 'th', script: /\p{Script=Thai}/gu },
  { code: 'el', script: /\p{Script=Greek}/gu },
  { code: 'he', script: /\p{Script=Hebrew}/gu },
  { code: 'ar', script: /\p{Script=Arabic}/gu, unless: [/[پچژگکی]/u, 'fa'] },
  { code: 'hi', script: /\p{Script=Devanagari}/gu },
  { code: 'ru', script: /\p{Script=Cyrillic}/gu, unless: [/[іїєґ]/iu, 'uk'] },
];

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function byScript(text: string): string | undefined {
  const letters = countOf(text, /\p{L}/gu);
  const latin = countOf(text, /\p{Script=Latin}/gu);
  if (letters - latin <= latin || letters < 2) return undefined;
  // A Japanese text is half Han: a few kana tell it.
  const kana = countOf(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  if (kana * 8 > letters) return 'ja';
  for (const { code, script, unless } of scripts) {
    if (countOf(text, script) * 2 <= letters) continue;
    return unless?.[0].test(text) ? unless[1] : code;
  }
  return undefined;
}

const sets = new Map<string, ReadonlySet<string>>();
function setOf(code: string): ReadonlySet<string> {
  const known = sets.get(code) ?? new Set(stopWords[code]);
  sets.set(code, known);
  return known;
}

function byWords(text: string): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = Object.keys(stopWords)
    .map((code) => ({ code, score: words.filter((word) => setOf(code).has(word)).length }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (!first || !second || first.score < 2 || first.score * 8 < words.length) return undefined;
  return first.score >= second.score * 1.3 && first.score > second.score ? first.code : undefined;
}

/** A BCP 47 code, or undefined where it is not sure. */
export function langOf(text: string): string | undefined {
  const words = text.slice(0, longest).replace(noise, ' ');
  return byScript(words) ?? (/\p{Script=Latin}/u.test(words) ? byWords(words) : undefined);
}
