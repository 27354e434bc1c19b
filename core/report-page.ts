/** A report as it is read: what stands on the page, in order. Everything in it is words; how they are printed is each printer's own affair. */
import type { Pictures } from './report-svg.ts';

/** What a spreadsheet reckons with: bare numbers in one unit, dates as "2026-11-30", nothing where nothing is known. */
export interface PageData {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

/** One line of a table: the first cell names it. */
export interface PageTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The same, not for reading. */
  readonly data?: PageData | undefined;
}

export interface PageQuote {
  readonly text: string;
  /** "Mira Okafor (@mira) on X, 3 Nov 2026", the name and the handle isolated (isolate.ts). */
  readonly by: string;
  /** https only; absent where there is none, or where it leads to a person who is not to be named. */
  readonly link?: string | undefined;
  readonly mentionId: string;
}

export interface PageOutcome {
  readonly outcome: string;
  /** "On course". */
  readonly state: string;
  /** The state's own name, for how it looks. */
  readonly looks: string;
  /** "Share of voice: 59 % · wanted: at least 80 %". */
  readonly standing: string;
  /** The pace, what it was counted from, who looks after it. */
  readonly notes: readonly string[];
}

export type PagePart =
  | { readonly kind: 'text'; readonly name: string; readonly title: string; readonly text: string }
  | {
      readonly kind: 'outcomes';
      readonly title: string;
      readonly outcomes: readonly PageOutcome[];
      readonly none: string;
      readonly data?: PageData | undefined;
    }
  | { readonly kind: 'figures'; readonly title: string; readonly table: PageTable }
  | { readonly kind: 'charts'; readonly charts: readonly PageChart[] }
  | { readonly kind: 'quotes'; readonly title: string; readonly quotes: readonly PageQuote[]; readonly openPost: string };

export interface PageChart {
  readonly title: string;
  readonly note: string;
  /** What the picture alone needs to be told, where it is drawn. */
  readonly legend?: string;
  /** Absent where there is nothing to draw; the note says why. */
  readonly pictures?: Pictures | undefined;
  readonly table: PageTable;
}

export interface ReportPage {
  /** As BCP 47 has it. */
  readonly lang: string;
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly PagePart[];
  readonly foot: string;
  /** "Figures", for the table that stands behind a chart. */
  readonly tableName: string;
}
