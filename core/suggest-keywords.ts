/** A brand's name → the other ways people write it. */

import { foldPoint, foldText, Kind } from './fold.ts';
import type { KeywordKind } from './model.ts';

export interface KeywordSuggestion {
  query: string;
  kind: KeywordKind;
  why: 'handle' | 'hashtag' | 'domain' | 'joined' | 'split';
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

/**
 * The handle, hashtag and domain that a brand probably has, and its name written in one word and in several. The name itself is not among
 * them, nor anything written twice; the person ticks what is right.
 */
export function suggestKeywords(brand: string): KeywordSuggestion[] {
  const given = brand.normalize('NFKC').trim();
  const host = domain.exec(given)?.[1]?.toLowerCase();
  const name = host ? host.slice(0, host.indexOf('.')) : given.replace(/^[@#]/, '').replace(legalForm, '');
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
