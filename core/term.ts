/**
 * Words to find, taken apart once: a whole keyword where it is plain, else one of the terms of its query (query.ts).
 *
 * - Words are compared folded (fold.ts) and whole.
 * - Between the words of a phrase may stand up to 16 characters that are no letters: "acme rocket" is found in "Acme, (Rocket)".
 * - Symbols inside a word must be there: `AT&T`, `example.com`, `AC/DC`, `don't`. White space around `&`, `/`, `+` and the like is free.
 * - Symbols before and after count where they carry meaning: `#tag`, `@handle`, `$AAPL`, `.NET`, `C++`, `C#`. Sentence marks, quotes,
 *   brackets and hyphens do not: `Yahoo!` is yahoo.
 * - Only symbols (`🍎`, `:)`) are found as they are.
 * - Where wildcards are asked for, `*` after a letter stands for any letters up to the word's end, and `?` between two for any one letter.
 */
import { bondsOf } from './emoji.ts';
import { foldPoint, Kind } from './fold.ts';

export interface Gap {
  /** The symbols that must stand here; undefined where anything but letters may. */
  readonly symbols: string | undefined;
  /** White space among the symbols does not matter. */
  readonly loose: boolean;
  /** Fewest characters: none where a script that needs no spaces stands on a side. */
  readonly min: 0 | 1;
}

export interface Term {
  /** Folded letters; GAP stands for each of `gaps`, ONE and MANY for wildcards. Empty for a term of symbols alone. */
  readonly units: string;
  readonly gaps: readonly Gap[];
  /** Symbols right before the first letter, and right after the last. */
  readonly lead: string;
  readonly trail: string;
  /** The kind (fold.ts) of the first and the last letter. */
  readonly first: number;
  readonly last: number;
  /** A term of symbols alone. */
  readonly symbols: string;
  /** What joins them to one emoji (emoji.ts). */
  readonly bonds: string;
  /** Holds ONE or MANY. */
  readonly wild: boolean;
  /** Letters as they must be written, in their case and with their accents; undefined where neither matters. */
  readonly exact: string | undefined;
}

/** How a term was written (query-tree.ts). */
export interface Manner {
  readonly wild?: boolean;
  readonly exact?: boolean;
}

export const GAP = '\0';
export const ONE = '\u0001';
export const MANY = '\u0002';
/** How many characters that are no letters may part the words of a phrase. */
export const widestGap = 16;

const sentenceMarks = /^[-,;:.!?'"()[\]{}«»“”„¿¡…*|]*$/;

function readGap(symbols: string, before: number, after: number): Gap {
  const bare = symbols.replace(/\s+/g, '');
  const soft = sentenceMarks.test(bare) && (bare !== symbols || /^-*$/.test(bare));
  const min = before === after && before !== Kind.unspaced ? 1 : 0;
  return { symbols: soft ? undefined : bare, loose: /[^'.,:;!?]/.test(bare), min };
}

function readLead(symbols: string): string {
  const lead = /[^-\s"'()[\]{}<>«»“”„,;:!?¿¡*|]*$/.exec(symbols)?.[0] ?? '';
  return /^\.{2,}$/.test(lead) ? '' : lead;
}

function readTrail(symbols: string): string {
  return /^[^-\s"'()[\]{}<>«»“”„,;:.!?¿¡…*|]*/.exec(symbols)?.[0] ?? '';
}

/** The letters of a text as they are written; symbols and what cannot be seen are left out. */
export function readExact(text: string): string {
  let letters = '';
  for (const char of text.normalize('NFC')) {
    const { kind, mark } = foldPoint(char.codePointAt(0) ?? 0);
    if (kind !== Kind.gap && (kind !== Kind.ignored || mark)) letters += char;
  }
  return letters;
}

const oneLetter = /\?+[*\p{L}\p{N}\p{M}_]/uy;

/** The wildcard at `index`, which follows a letter or another wildcard. */
function readWildcard(text: string, index: number): string {
  if (text[index] === '*') return MANY;
  oneLetter.lastIndex = index;
  return oneLetter.test(text) ? ONE : '';
}

const isWild = (units: string): boolean => units.includes(ONE) || units.includes(MANY);

/** Takes a term apart. Nothing a person can type is an error: what holds neither letter nor symbol is found nowhere. */
export function parseTerm(text: string, manner: Manner = {}): Term {
  let units = '';
  let pending = '';
  let lead = '';
  let first: number = Kind.gap;
  let last: number = Kind.gap;
  let index = 0;
  const gaps: Gap[] = [];
  for (const char of text) {
    const at = index;
    index += char.length;
    const folded = foldPoint(char.codePointAt(0) ?? 0);
    if (folded.kind === Kind.gap) {
      const wildcard = manner.wild && units !== '' && pending === '' && (char === '*' || char === '?') ? readWildcard(text, at) : '';
      if (wildcard === '') pending += folded.units;
      else if (wildcard === ONE || !units.endsWith(MANY)) units += wildcard;
    }
    if (folded.kind === Kind.gap || folded.kind === Kind.ignored) continue;
    if (units === '') {
      lead = readLead(pending);
      first = folded.kind;
    } else if (pending !== '') {
      // A star reaches to the end of its word, so that something has to end it.
      const gap = readGap(pending, last, folded.kind);
      gaps.push(isWild(units.slice(units.lastIndexOf(GAP) + 1)) ? { ...gap, min: 1 } : gap);
      units += GAP;
    }
    units += folded.units;
    last = folded.kind;
    pending = '';
  }
  const wild = isWild(units);
  const exact = manner.exact ? readExact(text) : undefined;
  if (units !== '') return { units, gaps, lead, trail: readTrail(pending), first, last, symbols: '', bonds: '', wild, exact };
  const symbols = pending.replace(/\s+/g, '');
  return { units, gaps, lead: '', trail: '', first, last, symbols, bonds: bondsOf(text), wild, exact: undefined };
}
