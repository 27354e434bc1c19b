/**
 * Letters made comparable. Each code point folds by itself, whatever stands around it, so that offsets in the raw text survive: a matcher
 * reads the raw text through this and never copies it.
 *
 * Case, accents, width and other compatibility forms are folded (NFKD). Characters that nobody sees (zero-width, soft hyphens, direction
 * marks, variation selectors) fold to nothing. Marks that spell a sound in their script (Thai vowels, Devanagari signs, kana voicing) stay.
 */

/** `gap` ends words; `ignored` is not there at all; `unspaced` scripts write words without spaces; Hangul writes spaces but glues particles on. */
export const Kind = { gap: 0, ignored: 1, word: 2, unspaced: 3, hangul: 4 } as const;

export interface Folded {
  readonly kind: number;
  /** What is compared: folded letters, or for a gap its symbol (any white space is one space). */
  readonly units: string;
  /** Belongs to the character before it: a hit that takes the one takes the other. */
  readonly mark: boolean;
  /** How many UTF-16 units the raw code point takes. */
  readonly size: number;
}

/** In `table`: look at `foldAt`, because this unit is not simply a gap or a letter that folds to one unit. */
export const SPECIAL = 0xffff;

/** UTF-16 unit → its folded letter, 0 for a gap, or SPECIAL. Filled as letters are met: classifying all of Unicode ahead would cost each page 50 ms. */
export const table = new Uint16Array(0x10000).fill(SPECIAL);
// The planes of emoji hold no letters, and half a character is none.
table[0xd83d] = 0;
table[0xd83e] = 0;
table.fill(0, 0xdc00, 0xe000);

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Emoji_Modifier}\u0640]/u;
const accent =
  /(?![\u3099\u309a])[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/u;
const anyMark = /[\p{M}\p{Emoji_Modifier}]/u;
const letter = /[\p{L}\p{N}\p{M}\p{Alphabetic}_]/u;
/** Emoji that Unicode also counts as letters (ℹ Ⓜ 🅰), and the apostrophe that it calls a letter. */
const noLetter = /[\p{Extended_Pictographic}\u02bc]/u;
const hangul = /\p{Script=Hangul}/u;
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tai_Le}\p{scx=New_Tai_Lue}\p{scx=Tai_Tham}]/u;
const oneBaseWithMarks = /^\P{M}?\p{M}*$/u;

/** Letters that Unicode does not take apart, though people leave their strokes out. */
const strokes = new Map(
  Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', þ: 'th', ı: 'i', ς: 'σ' }),
);

const isAccent = (char: string): boolean => anyMark.test(char) && accent.test(char);
const decompose = (char: string): string => char.normalize('NFKD').toLowerCase().normalize('NFKD');

/** Some letters have several small forms and one capital ("ᲂ" and "о"). */
function foldVariant(char: string): string {
  const small = char.toUpperCase().toLowerCase();
  return small.length === char.length ? small : char;
}

function foldWord(char: string): string {
  const kept = [...decompose(char)].filter((c) => letter.test(c) && !isAccent(c) && !invisible.test(c));
  return kept.map((c) => strokes.get(c) ?? foldVariant(c)).join('') || char.toLowerCase();
}

function foldUnspaced(char: string): string {
  const taken = decompose(char);
  return oneBaseWithMarks.test(taken) ? taken : char.toLowerCase();
}

function foldSymbol(char: string): string {
  if (/[\s™℠®©]/u.test(char)) return ' ';
  if (/[’‘‛ʼ`´]/u.test(char)) return "'";
  if (/[\p{Pd}\u2212]/u.test(char)) return '-';
  return char.normalize('NFKC');
}

const keycap = 0x20e3;

function classify(point: number): Folded {
  const char = String.fromCodePoint(point);
  const size = char.length;
  const half = point >= 0xd800 && point <= 0xdfff;
  if (half || (point >= 0x1f400 && point < 0x1fc00)) return { kind: Kind.gap, units: char, mark: false, size };
  // It makes a key of the digit before it, and a key is another symbol than a digit.
  if (point === keycap) return { kind: Kind.gap, units: char, mark: true, size };
  if (invisible.test(char) || isAccent(char)) return { kind: Kind.ignored, units: '', mark: anyMark.test(char), size };
  if (!letter.test(char) || noLetter.test(char)) return { kind: Kind.gap, units: foldSymbol(char), mark: false, size };
  if (hangul.test(char)) return { kind: Kind.hangul, units: decompose(char), mark: anyMark.test(char), size };
  if (unspaced.test(char)) return { kind: Kind.unspaced, units: foldUnspaced(char), mark: anyMark.test(decompose(char).charAt(0)), size };
  return { kind: Kind.word, units: foldWord(char), mark: anyMark.test(char), size };
}

const known = new Map<number, Folded>();

/** The folded form of one code point. */
export function foldPoint(point: number): Folded {
  let folded = known.get(point);
  if (!folded) {
    folded = classify(point);
    known.set(point, folded);
    if (point < 0x10000 && folded.kind === Kind.gap && (point < 0xd800 || point > 0xdbff)) table[point] = 0;
    if (point < 0x10000 && folded.kind === Kind.word && folded.units.length === 1) table[point] = folded.units.charCodeAt(0);
  }
  return folded;
}

/** The folded form of the code point that begins at `index`, which is inside the text. */
export function foldAt(text: string, index: number): Folded {
  return foldPoint(text.codePointAt(index) ?? 0);
}

/** The folded form of the code point that ends at `index`, which is above 0. */
export function foldBefore(text: string, index: number): Folded {
  const low = text.charCodeAt(index - 1);
  const high = index > 1 && low >= 0xdc00 && low <= 0xdfff ? text.charCodeAt(index - 2) : 0;
  return foldPoint(high >= 0xd800 && high <= 0xdbff ? (text.codePointAt(index - 2) ?? 0) : low);
}

/** A text as it is compared, gaps as their symbols: for looking up, not for offsets. */
export function foldText(text: string): string {
  let folded = '';
  for (const char of text) folded += foldPoint(char.codePointAt(0) ?? 0).units;
  return folded;
}
