import { findKeywordProblem, makeKeyword } from '../../components/keyword-rules.ts';
import type { Keyword, Settings } from '../../core/model.ts';
import { suggestVariants } from '../../core/suggest-keywords.ts';

/** What is filled in on this page. */
export interface Draft {
  brand: string;
  /** Suggested words that are ticked, as they will be matched. */
  ticked: readonly string[];
  competitors: string;
  myName: string;
  sites: readonly string[];
}

export interface Known {
  keywords: readonly Keyword[];
  settings: Settings;
  /** Sites listened to now. */
  sites: readonly string[];
}

const fold = (text: string) => text.trim().toLocaleLowerCase('en');

/** Reopened, the page shows what is so. */
export function draftFrom({ keywords, settings, sites }: Known): Draft {
  const brand = settings.brand || (keywords.find((k) => k.kind === 'brand')?.query ?? '');
  const have = new Set(keywords.map((k) => fold(k.query)));
  return {
    brand,
    ticked: suggestVariants(brand)
      .map((s) => s.query)
      .filter((query) => have.has(fold(query))),
    competitors: keywords
      .filter((k) => k.kind === 'competitor')
      .map((k) => k.query)
      .join('\n'),
    myName: settings.me.name,
    sites,
  };
}

export function listCompetitors(text: string): string[] {
  const names = text
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter(Boolean);
  return names.filter((name, i) => names.findIndex((other) => fold(other) === fold(name)) === i);
}

export interface Problems {
  brand?: string | undefined;
  competitors?: string | undefined;
}

export function findProblems(draft: Draft): Problems {
  const wrong = listCompetitors(draft.competitors)
    .map((name) => findKeywordProblem(name, []))
    .find(Boolean);
  return { brand: findKeywordProblem(draft.brand, []), competitors: wrong };
}

/** The keywords that are wanted and not there yet, and those offered here before that are no longer ticked. */
export function planKeywords(draft: Draft, known: readonly Keyword[], now: number): { add: Keyword[]; remove: Keyword[] } {
  const competitors = listCompetitors(draft.competitors);
  const wanted = [
    ...[draft.brand, ...draft.ticked].map((query) => makeKeyword(query, 'brand', now)),
    ...competitors.map((query) => makeKeyword(query, 'competitor', now)),
  ];
  const have = new Set(known.map((k) => fold(k.query)));
  // The list is shown in the order things were added.
  const add = wanted.filter((k, i) => !have.has(fold(k.query)) && wanted.findIndex((w) => fold(w.query) === fold(k.query)) === i);
  const wantedWords = new Set(wanted.map((k) => fold(k.query)));
  const offered = new Set(suggestVariants(draft.brand).map((s) => fold(s.query)));
  const remove = known.filter((k) => !wantedWords.has(fold(k.query)) && (k.kind === 'competitor' || offered.has(fold(k.query))));
  return { add: add.map((k, i) => ({ ...k, createdAt: now + i })), remove };
}
