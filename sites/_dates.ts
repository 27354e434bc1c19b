/** Days as sites write them for people: "Reviewed in Germany on January 5, 2026", "vom 5. Januar 2026", "2026年1月5日". */
import { isPlausible } from './_read.ts';

type Months = readonly (readonly string[])[];
const known = new Map<string, Months>();

/** What the months are called in a language, inside a date (Slavic languages bend them there); long names, then short ones. */
function monthsOf(lang: string): Months {
  const found = known.get(lang);
  if (found) return found;
  const names = (['long', 'short'] as const).map((month) => {
    const format = new Intl.DateTimeFormat(lang, { day: 'numeric', month, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, i) => {
      const part = format.formatToParts(Date.UTC(2026, i, 5)).find(({ type }) => type === 'month');
      return (part?.value ?? '').toLocaleLowerCase(lang).replace(/\.$/, '');
    });
  });
  known.set(lang, names);
  return names;
}

/** The whole word first: "März" is also the beginning of other words, and "mar" stands in "Denmark". */
function findMonth(text: string, lang: string): number | undefined {
  for (const names of monthsOf(lang)) {
    const month = names.findIndex((name) => /\p{L}{2}/u.test(name) && new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(text));
    if (month >= 0) return month;
  }
  return undefined;
}

function monthIn(text: string, lang: string): number | undefined {
  try {
    return findMonth(text.toLocaleLowerCase(lang), lang);
  } catch {
    return undefined; // The page names a language that is none.
  }
}

function dayOf(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month, day);
  return month < 12 && day >= 1 && day <= 31 && isPlausible(time) ? time : undefined;
}

/** The day (at midnight, UTC) that words in a language say; undefined where they do not say day, month and year. */
export function dateIn(words: string | null | undefined, lang: string | null | undefined): number | undefined {
  const text = words ?? '';
  const [, y, m, d] = /(\d{4})\s*[年년./-]\s*(\d{1,2})\s*[月월./-]\s*(\d{1,2})(?!\d)/.exec(text) ?? [];
  if (y) return dayOf(Number(y), Number(m) - 1, Number(d));
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(text)?.[0];
  const day = /(?<![\d.,])\d{1,2}(?!\d)/.exec(text)?.[0];
  const month = year && day ? (monthIn(text, lang || 'en') ?? monthIn(text, 'en')) : undefined;
  return month === undefined ? undefined : dayOf(Number(year), month, Number(day));
}

/** The first day that one of some elements says, and hardly more than it: words of a review may speak of days too. */
export function dateAmong(root: Element, selector: string, lang: string | null | undefined): number | undefined {
  for (const element of root.querySelectorAll(selector)) {
    const words = element.textContent ?? '';
    const day = words.length < 60 ? dateIn(words, lang) : undefined;
    if (day !== undefined) return day;
  }
  return undefined;
}
