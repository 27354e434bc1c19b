import { explainMention } from '../../components/why-words.ts';
import type { Keyword, Mention } from '../../core/model.ts';

/** Why the post is a mention of this keyword, as the inbox says it. */
export function sayWhy(keyword: Keyword, mention: Mention, siteName: string): string {
  const nameSite = (place: string) => (place === mention.site ? siteName : place);
  return explainMention({ ...mention, keywordIds: [keyword.id] }, new Map([[keyword.id, keyword]]), nameSite)[0] ?? '';
}
