/**
 * What a person typed as a keyword, taken apart once.
 *
 * - Words are compared folded (fold.ts) and whole.
 * - Between the words of a phrase may stand up to 16 characters that are no letters: "acme rocket" is found in "Acme, (Rocket)".
 * - Symbols inside a word must be there: `AT&T`, `example.com`, `AC/DC`, `don't`. White space around `&`, `/`, `+` and the like is free.
 * - Symbols before and after count where they carry meaning: `#tag`, `@handle`, `$AAPL`, `.NET`, `C++`, `C#`. Sentence marks, quotes,
 *   brackets and hyphens do not: `Yahoo!` is yahoo.
 * - Only symbols (`🍎`, `:)`) are found as they are.
 */
import { foldPoint, Kind } from './fold.ts';

export interface Gap {
  /** The symbols that must stand here; undefined where anything but letters may. */
  readonly symbols: string | undefined;
  /** White space among the symbols does not matter. */
  readonly loose: boolean;
  /** Fewest characters: none where a script that needs no spaces stands on a side. */
  readonly min: 0 | 1;
}

export interface Query {
  /** Folded letters; GAP stands for each of `gaps`. Empty for a query of symbols alone. */
  readonly units: string;
  readonly gaps: readonly Gap[];
  /** Symbols right before the first letter, and right after the last. */
  readonly lead: string;
  readonly trail: string;
  /** The kind (fold.ts) of the first and the last letter. */
  readonly first: number;
  readonly last: number;
  /** A query of symbols alone. */
  readonly symbols: string;
}

export const GAP = '\0';
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

/** Takes a keyword apart. Nothing a person can type is an error: what holds neither letter nor symbol is found nowhere. */
export function parseQuery(text: string): Query {
  let units = '';
  let pending = '';
  let lead = '';
  let first: number = Kind.gap;
  let last: number = Kind.gap;
  const gaps: Gap[] = [];
  for (const char of text) {
    const folded = foldPoint(char.codePointAt(0) ?? 0);
    if (folded.kind === Kind.gap) pending += folded.units;
    if (folded.kind === Kind.gap || folded.kind === Kind.ignored) continue;
    if (units === '') {
      lead = readLead(pending);
      first = folded.kind;
    } else if (pending !== '') {
      gaps.push(readGap(pending, last, folded.kind));
      units += GAP;
    }
    units += folded.units;
    last = folded.kind;
    pending = '';
  }
  if (units === '') return { units, gaps, lead: '', trail: '', first, last, symbols: pending.replace(/\s+/g, '') };
  return { units, gaps, lead, trail: readTrail(pending), first, last, symbols: '' };
}
