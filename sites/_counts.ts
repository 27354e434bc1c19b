/** What pages count beside a post, in the words they have for it: "1,234", "1.2K", "3,4 Tsd.", "12 mil", "1.2万", "१२ लाख". */
import type { Page } from './_site.ts';

/** What a unit multiplies by, as it is written after the number. */
type Units = ReadonlyMap<string, number>;

/** Sites write these where the languages' own short form is another. A Turkish "B" is a thousand and an English one is not: it is not here. */
const everywhere: readonly [string, number][] = [
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
];
const others: Readonly<Record<string, readonly [string, number][]>> = {
  de: [
    ['tsd', 1e3],
    ['mio', 1e6],
    ['mrd', 1e9],
  ],
};

const known = new Map<string, Units>();

function listUnits(lang: string): Units {
  const units = new Map([...everywhere, ...(others[lang.slice(0, 2).toLowerCase()] ?? [])]);
  for (const compactDisplay of ['long', 'short'] as const) {
    const format = new Intl.NumberFormat(lang, { notation: 'compact', compactDisplay, useGrouping: false, numberingSystem: 'latn' });
    for (let power = 3; power < 12; power++) {
      for (const number of [1, 2, 5].map((digit) => digit * 10 ** power)) {
        const parts = format.formatToParts(number);
        const unit = parts.find(({ type }) => type === 'compact')?.value;
        const shown = Number(parts.find(({ type }) => type === 'integer')?.value);
        if (unit && shown > 0) units.set(bare(unit), number / shown);
      }
    }
  }
  return units;
}

/** "Mio." and "mio" are the same; of single letters the case may tell a thousand from a million. */
function bare(unit: string): string {
  const plain = unit.trim().replace(/\.$/, '');
  return plain.length > 1 ? plain.toLowerCase() : plain;
}

function unitsOf(lang: string): Units {
  let units = known.get(lang);
  try {
    units ??= listUnits(lang || 'en');
  } catch {
    units = listUnits('en'); // The page names a language that is none.
  }
  known.set(lang, units);
  return units;
}

/** Nought in Arabic, Persian, Devanagari, Bengali and Thai, and as wide as a letter of Chinese; the nine others follow it. */
const noughts = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

function plainDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const nought = noughts.find((one) => code >= one && code < one + 10);
  return nought === undefined ? digit : String(code - nought);
}

const space = '[ \\u00a0\\u202f\\u2009]';
const whole = new RegExp(`^\\d{1,3}(?:(?:[.,’'٬]|${space})\\d{2,3})*(?:[.,’'٬]|${space})\\d{3}$`);
const written = new RegExp(`(?<![\\p{L}\\p{N}.,#@/+])[-−]?\\d+(?:(?:[.,’'٬٫]|${space})\\d+)*`, 'u');
const follows = new RegExp(`^(${space}?)(\\p{L}[\\p{L}\\p{M}]*\\.?)`, 'u');
/** Units of some languages: where the page's own does not have one, its number is not what it looks like. */
const elsewhere = /^(?:mil|mi|mln|mil[jl]|mlrd|mio|mrd|md|tsd|tis|tys|tuh|tn|rb|jt|crore|lakh|tr|тыс|тис|млн|млрд|хил)$/u;

/** Thousands are parted in many ways, always in threes (in India in twos above them); "4.5" counts nothing. */
function wholeIn(number: string): number | undefined {
  if (/^\d+$/.test(number)) return Number(number);
  return whole.test(number) ? Number(number.replace(/\D/g, '')) : undefined;
}

/** "1.2" or "3,45" of a unit; "1.234" of one would be either. */
function partIn(number: string): number | undefined {
  return /^\d+(?:[.,٫]\d{1,2})?$/.test(number) ? Number(number.replace(/[,٫]/, '.')) : undefined;
}

/** In scripts that part no words, what is counted stands right after the unit. */
function unitIn(word: string, units: Units): number | undefined {
  const whole = units.get(bare(word));
  if (whole !== undefined || !/^[\p{sc=Han}\p{sc=Hang}\p{sc=Hira}\p{sc=Kana}]/u.test(word)) return whole;
  for (let length = word.length - 1; length > 0; length--) {
    const found = units.get(word.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The first count in the words, in a language (BCP 47). A rounded one ("1.2K") is what it says, 1200. Undefined where there is none that can be
 * read: "1+" is more than one, and nobody knows how many.
 */
export function countIn(words: string | null | undefined, lang: string | null | undefined = 'en'): number | undefined {
  if (!words || !/\p{Nd}/u.test(words)) return undefined;
  const units = unitsOf(lang ?? '');
  const plain = words.replace(/\p{Nd}/gu, plainDigit);
  const found = written.exec(plain);
  const rest = plain.slice((found?.index ?? 0) + (found?.[0].length ?? 0));
  if (!found || /^(?:\+|[.,]?\d|%|\s?\/\s?\d)/.test(rest)) return undefined;
  const number = found[0].replace(/^[-−]/, '');
  const [, gap, word = ''] = follows.exec(rest) ?? [];
  const unit = unitIn(word, units);
  if (unit === undefined && (elsewhere.test(bare(word)) || (gap === '' && /^[a-z]{1,3}$/i.test(bare(word))))) return undefined;
  const count = unit === undefined ? wholeIn(number) : partIn(number);
  return count === undefined ? undefined : Math.round(count * (unit ?? 1)) * (number === found[0] ? 1 : -1);
}

/** The language a page is in, as it says itself. */
const langOf = (page: Page): string => page.document.documentElement.lang;

/** The count an element shows, or its name says; none where there is no such element. */
export function countOf(page: Page, element: Element | null | undefined, attribute?: string): number | undefined {
  return countIn(attribute ? element?.getAttribute(attribute) : element?.textContent, langOf(page));
}

/**
 * What stands beside a picture in a row of buttons: within the button itself, or right after it and before the next one. None where there is
 * no row, or where words stand there.
 */
export function countBeside(page: Page, button: Element | undefined, row: Element | null | undefined): number | undefined {
  if (!button || !row) return undefined;
  let box = button;
  while (box.parentElement && box.parentElement !== row && box.parentElement.querySelectorAll('svg').length === 1) box = box.parentElement;
  const next = box.nextElementSibling;
  const beside = next && row.contains(next) && !next.querySelector('svg') ? next : undefined;
  return [box, beside].map((one) => onlyCount(page, one)).find((count) => count !== undefined);
}

/** A count and nothing else. */
function onlyCount(page: Page, element: Element | undefined): number | undefined {
  const words = [...(element?.querySelectorAll('*') ?? []), ...(element ? [element] : [])]
    .filter((one) => !one.closest('svg') && [...one.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()))
    .map((one) => one.textContent?.trim() ?? '');
  return words[0] !== undefined && /^[\p{N}]/u.test(words[0]) ? countIn(words[0], langOf(page)) : undefined;
}
