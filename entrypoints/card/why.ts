import { word } from '../../components/words.ts';
import type { Keyword, Mention } from '../../core/model.ts';

/** The words of the post that the keyword was heard by. */
export function sayWhy({ id }: Keyword, { text, hits }: Mention): string {
  const words = hits.filter((hit) => hit.keywordId === id).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
  return word(
    'cardSays',
    [...new Set(words)]
      .slice(0, 3)
      .map((one) => `“${one}”`)
      .join(', '),
  );
}
