/**
 * Whose name a post bears: how people speak of the person, and how they are answered, is told by what names them, not by what is said of a
 * competitor or a topic.
 */
import type { Keyword, KeywordKind } from './model.ts';

/** The person's own brands; undefined where they listen for none, and everything heard has to do. */
export function listMine(keywords: readonly Pick<Keyword, 'id' | 'kind'>[]): string[] | undefined {
  const mine = keywords.filter(({ kind }) => kind === 'brand').map(({ id }) => id);
  return mine.length > 0 ? mine : undefined;
}

/** Of mentions those that name one of their brands; all of them where there is none. */
export function ofMine<T extends { readonly keywordIds: readonly string[] }>(
  mentions: readonly T[],
  kinds: ReadonlyMap<string, KeywordKind>,
): readonly T[] {
  const mine = listMine([...kinds].map(([id, kind]) => ({ id, kind })));
  return mine ? mentions.filter(({ keywordIds }) => keywordIds.some((id) => mine.includes(id))) : mentions;
}
