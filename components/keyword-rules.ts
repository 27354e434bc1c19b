import type { Keyword, KeywordColor, KeywordKind } from '../core/model.ts';
import { parseQuery } from '../core/query.ts';
import { readQuery } from '../core/query-reader.ts';
import { describeProblem, isError } from './query-problems.tsx';
import { type WordKey, word } from './words.ts';

export const kinds: readonly KeywordKind[] = ['brand', 'competitor', 'topic', 'person'];
export const colors: readonly KeywordColor[] = ['teal', 'rose', 'amber', 'violet', 'sky', 'lime', 'orange', 'slate'];
export const colorOfKind: Readonly<Record<KeywordKind, KeywordColor>> = {
  brand: 'teal',
  competitor: 'rose',
  topic: 'violet',
  person: 'amber',
};

/** Names are shown in rows and chips. */
const longestName = 200;
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

const nameOfQuery = (query: string): string => (query.length > longestName ? `${query.slice(0, longestName - 1)}…` : query);

export function makeKeyword(query: string, kind: KeywordKind, now: number): Keyword {
  const clean = query.trim();
  return { id: crypto.randomUUID(), query: clean, name: nameOfQuery(clean), kind, color: colorOfKind[kind], paused: false, createdAt: now };
}

/** A keyword as it is kept once it was edited. A name that only repeated the words follows them, as long as they are only words. */
export function tidyKeyword({ lookalikes, ...draft }: Keyword, before: Pick<Keyword, 'query'>): Keyword {
  const query = draft.query.trim();
  const own = draft.name.trim();
  const isOwn = own !== '' && (own !== nameOfQuery(before.query) || readQuery(query)?.type !== 'term');
  return { ...draft, query, name: isOwn ? own : nameOfQuery(query), ...(lookalikes ? { lookalikes } : {}) };
}

/** What keeps these words from being a keyword, in words for the person; undefined where nothing does. Warnings do not. */
export function findKeywordProblem(query: string, others: readonly Pick<Keyword, 'query'>[]): string | undefined {
  const clean = query.trim();
  if (!clean) return word('keywordEmpty');
  if (!/[\p{L}\p{N}\p{S}]/u.test(clean)) return word('keywordNoLetter');
  const folded = clean.toLocaleLowerCase('en');
  if (others.some((other) => other.query.toLocaleLowerCase('en') === folded)) return word('keywordTwice', clean);
  const wrong = parseQuery(query).problems.find(isError);
  return wrong && describeProblem(wrong);
}
