import type { Keyword, KeywordColor, KeywordKind } from '../core/model.ts';
import { type WordKey, word } from './words.ts';

export const kinds: readonly KeywordKind[] = ['brand', 'competitor', 'topic', 'person'];
export const colors: readonly KeywordColor[] = ['teal', 'rose', 'amber', 'violet', 'sky', 'lime', 'orange', 'slate'];
export const colorOfKind: Readonly<Record<KeywordKind, KeywordColor>> = {
  brand: 'teal',
  competitor: 'rose',
  topic: 'violet',
  person: 'amber',
};

const longest = 200;
const kindNames = { brand: 'kindBrand', competitor: 'kindCompetitor', topic: 'kindTopic', person: 'kindPerson' } as const satisfies Record<
  KeywordKind,
  WordKey
>;
const colorNames = {
  teal: 'colorTeal',
  rose: 'colorRose',
  amber: 'colorAmber',
  violet: 'colorViolet',
  sky: 'colorSky',
  lime: 'colorLime',
  orange: 'colorOrange',
  slate: 'colorSlate',
} as const satisfies Record<KeywordColor, WordKey>;

export function nameKind(kind: KeywordKind): string {
  return word(kindNames[kind]);
}

export function nameColor(color: KeywordColor): string {
  return word(colorNames[color]);
}

export function makeKeyword(query: string, kind: KeywordKind, now: number): Keyword {
  const clean = query.trim();
  return { id: crypto.randomUUID(), query: clean, name: clean, kind, color: colorOfKind[kind], paused: false, createdAt: now };
}

/** What is wrong with these words as a keyword, in words for the person; undefined where nothing is. */
export function findKeywordProblem(query: string, others: readonly Pick<Keyword, 'query'>[]): string | undefined {
  const clean = query.trim();
  if (!clean) return word('keywordEmpty');
  if (clean.length > longest) return word('keywordLong', longest);
  if (!/[\p{L}\p{N}\p{S}]/u.test(clean)) return word('keywordNoLetter');
  const folded = clean.toLocaleLowerCase('en');
  if (others.some((other) => other.query.toLocaleLowerCase('en') === folded)) return word('keywordTwice', clean);
  return undefined;
}
