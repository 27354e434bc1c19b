/**
 * The name to greet someone by, guessed from the name they show. No guess rather than a wrong one: "Hi there" is friendly, "Hi Daily" is not.
 */
import { knownNames } from './first-name-list.ts';
import {
  companyWords,
  familyNamesFirst,
  nameSuffixes,
  notNames,
  particles,
  plainWords,
  rareNames,
  sentenceWords,
  titles,
} from './first-name-words.ts';

const sign =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3|[\u{e0020}-\u{e007f}]|[™®©★☆♥✓✔✨]/gu;
const invisible = /[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** In brackets: pronouns, other names, firms, what one is looking for. */
const aside = /[([{（【「][^)\]}）】」]*(?:[)\]}）】」]|$)/gu;
/** What comes after these is a job, a firm, a motto. */
const divider = /\s*(?:[|•·—–:;/\\~›»→<>]|\s-\s|\s@\s|\s(?:at|from|of|for|aka|a\.k\.a\.)\s)/iu;
const pronouns =
  /\b(?:she|he|they|it|xe|ze|sie|er|elle|il|ella|él)\s*\/\s*(?:her|him|them|they|she|he|hers|his|ihr|ihm|elle|lui)(?:\s*\/\s*\p{L}+)?/giu;
/** Family names come first where these are written, and nobody is greeted by half a name there. */
const familyFirst = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
/** Letters, with one apostrophe or hyphen between two of them. */
const person = /^\p{L}[\p{L}\p{M}]*(?:[-’'‐]\p{L}[\p{L}\p{M}]*)*$/u;
const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Thai',
  'Armenian',
  'Georgian',
  'Bengali',
  'Tamil',
  'Telugu',
];
const patterns = scripts.map((script) => new RegExp(`\\p{scx=${script}}`, 'u'));

/** Letters that have no accent to lose. */
const unlike: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i' };

/** A word as the lists have it. */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[.,'’]/g, '')
    .replace(/[łøđðþæœßı]/g, (letter) => unlike[letter] ?? letter);

/** Of two names with a hyphen both are names. */
const isKnown = (word: string): boolean => {
  const name = plain(word);
  return knownNames.has(name) || rareNames.has(name) || (name.includes('-') && name.split('-').every((part) => knownNames.has(part)));
};

const isInitial = (word: string): boolean => /^(?:\p{L}\.?){1,3}$/u.test(word) && (word.includes('.') || [...word].length === 1);
/** A letter whose capital is two (ß, ᾠ) stays as it is: SS and ὨΙ begin no name. */
const capitalOf = (letter: string): string => {
  const capital = letter.toUpperCase();
  return [...capital].length === 1 ? capital : letter;
};
const isCapitals = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase();

/** Without pictures, brackets, pronouns, and all that follows a divider. */
function stripName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(pronouns, ' ')
    .replace(aside, ' ')
    .replace(sign, ' ')
    .replace(/["“”„«»]/g, ' ')
    .trim()
    .replace(/^[\s\-–—|•·~*_=+.]+|[\s\-–—|•·~*_=+!]+$/gu, '')
    .split(divider, 1)
    .join('')
    .trim();
}

/** "Moreau, Jean-Luc" is Jean-Luc; "Maya Lindqvist, PhD" and "Maya, writer" are Maya. */
function turnRound(words: string): string {
  const [before = '', ...after] = words.split(/\s*[,،、]\s*/u).filter((part) => part !== '');
  const rest = after.filter((part) => !nameSuffixes.has(plain(part)) && !part.split(/\s+/).every((word) => nameSuffixes.has(plain(word))));
  const [next] = rest;
  if (next === undefined) return before;
  const isTurned = rest.length === 1 && before.split(/\s+/).length === 1 && next.split(/\s+/).length <= 2;
  if (!isTurned || (isKnown(before) && !isKnown(next.split(/\s+/, 1).join('')))) return before;
  // "Paris, France", "Maya, London": one word on each side says nothing about which is which.
  return next.split(/\s+/).every((word) => isInitial(word) || /^\p{Lu}/u.test(word)) ? `${next} ${before}` : before;
}

const degrees: ReadonlySet<string> = new Set(['phd', 'dphil', 'md', 'mba', 'jd', 'cpa', 'esq', 'rn']);

/** Only a name's own words: no title before it and no degree after it. */
function listNameWords(words: string): string[] {
  const all = words.split(/\s+/).filter((word) => word !== '');
  const { length } = all;
  while (all.length > 1 && titles.has(plain(all[0] ?? ''))) all.shift();
  while (all.length > 1 && nameSuffixes.has(plain(all.at(-1) ?? ''))) all.pop();
  // "Mr. Baker": a title and one name is a family name.
  return all.length === 1 && length > 1 && titles.has(plain(words.split(' ', 1).join(''))) ? [] : all;
}

function isOneScript(words: readonly string[]): boolean {
  const all = words.join('');
  const used = patterns.filter((pattern) => pattern.test(all.replace(/[-’'‐.\s]/g, '')));
  return used.length <= 1;
}

/** Something says that this is no person, or not only one. */
function isNobody(words: readonly string[]): boolean {
  if (words.length === 0 || words.length > 5) return true;
  if (words.some((word) => /[\p{N}_@#&+%$€£*^=?!]/u.test(word))) return true;
  if (words.some((word) => companyWords.has(plain(word)) || sentenceWords.has(plain(word)))) return true;
  return words.some((word) => /\p{Ll}\.\p{Ll}/u.test(word)) || !isOneScript(words);
}

/** "ANNA" and "anna" are Anna; "DeShawn" and "McKenna" stay. Georgian has capitals, and names do not begin with them. */
function writeName(word: string): string {
  const lower = word.toLowerCase();
  if (/\p{sc=Georgian}/u.test(word) || (word !== lower && word !== word.toUpperCase())) return word;
  return lower.replace(/(^|[-’'‐])(\p{L})/gu, (_, before: string, letter: string) => before + capitalOf(letter));
}

/** One word alone may be a person, a firm or a nickname; only what looks most like a name is taken for one. */
function isName(word: string, words: readonly string[]): boolean {
  const { length } = [...word];
  if (!person.test(word) || length < 2 || length > 20) return false;
  const isRare = rareNames.has(plain(word));
  if (isRare ? words.length === 1 : notNames.has(plain(word))) return false;
  if (words.length > 1 && familyNamesFirst.has(plain(word))) return false;
  if (particles.has(plain(word))) return false;
  // "DevTools", "iPhone", "YouTube": capitals within a word of small letters, as firms and handles are written.
  if (/\p{Ll}\p{Lu}/u.test(word) && !/^(?:De|La|Le|Mc|Mac|Di|Da|Du|O|Jo|Ma|Van|Ra|Ja|Mary|Anna|Ke|Ta|Sha)\p{Lu}\p{Ll}+$/u.test(word))
    return false;
  // No word of a language that has vowels is without one.
  if (/^\p{sc=Latin}+$/u.test(word) && !/[aeiouy]/i.test(word.normalize('NFKD'))) return false;
  if (words.length === 1) return !(isCapitals(word) && length <= 5) && /^\p{Lu}|^\p{Lo}/u.test(word);
  return !(isCapitals(word) && length <= 3 && !words.every(isCapitals));
}

/** What family names end with in one language or another, and nothing much else. */
const familyEnd =
  /^.{2,}(?:son|sen|ski|ska|sky|skaya|skyi|wicz|witz|ova?|eva?|enko|vich|vic|dottir|oglu|opoulos|akis|idis|yan|shvili|dze|escu|stein|berg|mann|feld|strom|quist|ez|ов|ова|ев|ева|енко|ский|ская|ян)$/u;
const familyBegin = /^(?:Mc|Mac|O['’]|Fitz)\p{Lu}/u;
/** A letter with an accent, or one that English has not. */
const isAccented = (word: string): boolean => /[^\P{sc=Latin}a-z]/iu.test(word.normalize('NFC'));

/** A word that is on no list is a first name where what follows is a family name, or where a title, a degree or pronouns say that it is a person. */
function isLikely(first: string, rest: readonly string[], isPerson: boolean): boolean {
  if (rest.some((word) => knownNames.has(plain(word)))) return false;
  const last = rest.at(-1) ?? '';
  return isPerson || familyEnd.test(plain(last)) || familyBegin.test(last) || isAccented(first);
}

function isBelieved(first: string, words: readonly string[], whole: string): boolean {
  const [, ...rest] = words;
  const hasPronouns = whole.search(pronouns) >= 0;
  if (rest.length === 0) return (isKnown(first) && !rareNames.has(plain(first))) || hasPronouns;
  if (rest.some((word) => plainWords.has(plain(word)) || /['’]s$/i.test(word))) return false;
  const parts = whole.split(/[\s,]+/).map(plain);
  const isPerson = hasPronouns || titles.has(parts[0] ?? '') || parts.some((part) => degrees.has(part));
  return isKnown(first) || isLikely(first, rest, isPerson);
}

export function guessFirstName(name: string | undefined): string | undefined {
  const whole = (name ?? '').trim();
  if (whole === '' || whole.length > 120 || /^[@#]|:\/\//.test(whole)) return undefined;
  const stripped = stripName(whole);
  if (stripped === '' || stripped.length > 60 || familyFirst.test(stripped)) return undefined;
  const words = listNameWords(turnRound(stripped));
  if (isNobody(words)) return undefined;
  const [first = ''] = words;
  const bare = first.replace(/[.’'-]+$/u, '');
  if (isInitial(first) || first.endsWith('.') || !isName(bare, words) || !isBelieved(bare, words, whole)) return undefined;
  return writeName(bare);
}
