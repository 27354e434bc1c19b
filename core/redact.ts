/**
 * Names taken out of what is shown to others: of those who wrote, wherever they stand, and everything that leads to a person. What no one told
 * Earshot is a name cannot be known to be one; a text is worth a look before it goes out.
 */
import { foldText } from './fold.ts';

export interface KnownNames {
  readonly names: readonly string[];
  readonly handles: readonly string[];
  /** Words that stay, whoever is called so: the names of keywords. */
  readonly keep: readonly string[];
}

/** What stands in their place. */
export interface RedactWords {
  readonly name: string;
  readonly link: string;
  readonly address: string;
}

/** What ends the sentence is not the link's. */
const links = /\b(?:https?:\/\/|www\.)[^\s<>"')\]]*[^\s<>"')\].,;:!?…]/giu;
const addresses = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** "@mira", "@mira@social.example", "u/mira", "/u/mira". */
const handleSigns = /(?<![\p{L}\p{N}_])(?:@[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:@[\p{L}\p{N}.-]+)?|\/?u(?:ser)?\/[\p{L}\p{N}_-]+)/gu;

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const longestFirst = (words: Iterable<string>): string[] => [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

/** Before a number it is a date: "May 3". */
const months = new Set(
  'jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december'.split(
    ' ',
  ),
);
const notDated = (name: string): string => (months.has(name.toLowerCase()) ? '(?!\\s+\\d)' : '');

/** As a word of its own. In scripts without spaces a name stands between letters: there it is taken out wherever it stands. */
const asWord = (name: string): string => {
  const spaced = !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(name);
  const inner = escapePattern(name).replace(/\s+/g, '\\s+');
  return spaced ? `(?<![\\p{L}\\p{M}\\p{N}_])${inner}(?![\\p{L}\\p{M}\\p{N}_])${notDated(name)}` : inner;
};

/** More names than this in one pattern and the pattern itself is slow: they are looked for in turns. */
const together = 500;

function compile(words: readonly string[], flags: string): RegExp[] {
  const patterns: RegExp[] = [];
  for (let i = 0; i < words.length; i += together)
    patterns.push(
      new RegExp(
        words
          .slice(i, i + together)
          .map(asWord)
          .join('|'),
        flags,
      ),
    );
  return patterns;
}

/** "Mira" and "Okafor" of "Mira Okafor": by one of them people are called too. */
const partsOf = (name: string): string[] => name.split(/[\s,()]+/).filter((part) => part.length >= 3 && /^\p{Lu}/u.test(part));

/**
 * Stand for a name and for a handle until it is known which of them are one person's. No one writes them, and they are of one byte: with others in
 * the text every pattern would be compiled once more.
 */
const [aName, aHandle] = ['\u0080', '\u0081'];
const marks = /[\u0080\u0081]/g;
/** Names right after each other, with what stands in brackets behind them. Handles in a row are so many people. */
const onePerson = /\u0080(?:\s+\u0080)*(?:\s*\([\s\u0080\u0081]+\))?|\u0081(?:\s*\([\s\u0080]+\))?/g;

/** Made once for a report; takes the names out of one text. */
export function createRedactor({ names, handles, keep }: KnownNames, words: RedactWords): (text: string) => string {
  const kept = new Set(keep.flatMap((one) => [one, ...one.split(/\s+/)]).map(foldText));
  const isName = (name: string) => name.trim().length >= 2 && !kept.has(foldText(name.trim()));
  const bare = handles.map((handle) => handle.replace(/^@/, '').trim());
  const whole = longestFirst([...names, ...bare].map((name) => name.trim()).filter(isName));
  // A part of a name is a name where it is written as one: "Rich" is, "rich" is not.
  const parts = longestFirst(names.flatMap(partsOf).filter(isName));
  const patterns = [...compile(whole, 'giu'), ...compile(parts, 'gu')];
  return (text) => {
    const signed = text.replace(marks, '').replace(links, words.link).replace(handleSigns, aHandle).replace(addresses, words.address);
    return patterns.reduce((left, pattern) => left.replace(pattern, aName), signed).replace(onePerson, words.name);
  };
}
