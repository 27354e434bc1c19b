/** A brand's name → the other ways people write it. */

import { foldPoint, foldText, Kind } from './fold.ts';
import { listMisspellings, shortestMisspelt } from './misspell.ts';
import type { KeywordKind } from './model.ts';

export interface KeywordSuggestion {
  query: string;
  kind: KeywordKind;
  why: 'handle' | 'hashtag' | 'domain' | 'joined' | 'split' | 'misspelling';
}

const legalForm = /[\s,]+(?:inc|llc|ltd|gmbh|ag|se|corp|co|plc|s\.?a|b\.?v|oy|ab|kg|pty)\.?$/iu;
const domain = /^(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:\/.*)?$/iu;

/** Letters and digits only, folded: as in a handle. */
function join(name: string): string {
  let joined = '';
  for (const char of name) {
    const folded = foldPoint(char.codePointAt(0) ?? 0);
    if (folded.kind !== Kind.gap && folded.kind !== Kind.ignored) joined += folded.units;
  }
  return joined;
}

/** "RedBull 24" → "Red Bull 24". */
function split(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/[-_.]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function listForms(name: string, tld: string | undefined): Omit<KeywordSuggestion, 'kind'>[] {
  const joined = join(name);
  if (joined.length < 2) return [];
  const isLatin = /^[a-z0-9_]+$/.test(joined);
  const forms: Omit<KeywordSuggestion, 'kind'>[] = [];
  if (isLatin) forms.push({ query: `@${joined}`, why: 'handle' });
  forms.push({ query: `#${joined}`, why: 'hashtag' });
  if (tld) forms.push({ query: tld, why: 'domain' });
  else if (isLatin && !joined.includes('_')) forms.push({ query: `${joined}.com`, why: 'domain' });
  forms.push({ query: joined, why: 'joined' }, { query: split(name), why: 'split' });
  return forms;
}

function readName(brand: string): { given: string; host: string | undefined; name: string } {
  const given = brand.normalize('NFKC').trim();
  const host = domain.exec(given)?.[1]?.toLowerCase();
  return { given, host, name: host ? host.slice(0, host.indexOf('.')) : given.replace(/^[@#]/, '').replace(legalForm, '') };
}

/**
 * The handle, hashtag and domain that a brand probably has, and its name written in one word and in several. The name itself is not among
 * them, nor anything written twice; the person ticks what is right.
 */
export function suggestKeywords(brand: string): KeywordSuggestion[] {
  const { given, host, name } = readName(brand);
  const seen = new Set([foldText(given)]);
  const suggestions: KeywordSuggestion[] = [];
  for (const form of listForms(name, host)) {
    const key = foldText(form.query);
    if (seen.has(key)) continue;
    seen.add(key);
    suggestions.push({ ...form, kind: 'brand' });
  }
  return suggestions;
}

/** Most of them are written by nobody: they are worth offering only beside how often each was read. */
const mostMisspellings = 24;

/** The name with its longest word misspelt, the likeliest slips first. */
export function suggestMisspellings(brand: string): KeywordSuggestion[] {
  const name = split(readName(brand).name).toLowerCase();
  const words = name.split(' ');
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '');
  if (longest.length < shortestMisspelt) return [];
  return listMisspellings(longest, mostMisspellings).map((misspelt) => ({
    query: words.map((word) => (word === longest ? misspelt : word)).join(' '),
    kind: 'brand',
    why: 'misspelling',
  }));
}

/** All ways a brand may be written, those that are meant first. */
export const suggestVariants = (brand: string): KeywordSuggestion[] => [...suggestKeywords(brand), ...suggestMisspellings(brand)];

export interface CountedSuggestion extends KeywordSuggestion {
  /** In how many posts it was found. */
  count: number;
}

/** What is worth showing: what is meant, and the few misspellings that somebody wrote or that are likeliest. */
export function chooseSuggestions(suggestions: readonly CountedSuggestion[], mostUnseen: number, mostSeen = 6): CountedSuggestion[] {
  const meant = suggestions.filter(({ why }) => why !== 'misspelling');
  const slips = suggestions.filter(({ why }) => why === 'misspelling');
  const seen = slips.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const unseen = slips.filter(({ count }) => count === 0);
  return [...meant, ...seen.slice(0, mostSeen), ...unseen.slice(0, Math.max(0, mostUnseen - seen.length))];
}
