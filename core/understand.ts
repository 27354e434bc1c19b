/** What is found out about a mention from its words when it arrives: how it speaks of the keyword, and what it does. */
import { findIntents } from './intents.ts';
import type { Keyword, KeywordKind, Mention } from './model.ts';
import { judgeSentiment } from './sentiment.ts';
import type { Lessons } from './sentiment-cues.ts';

export interface Understanding {
  readonly keywords: ReadonlyMap<string, Keyword>;
  readonly lessons: Lessons;
}

/** Where several keywords stand in a post, the sentiment is towards the first of these. */
const order: readonly KeywordKind[] = ['brand', 'person', 'topic', 'competitor'];

function findMain(mention: Mention, keywords: ReadonlyMap<string, Keyword>): Keyword | undefined {
  const found = mention.keywordIds.flatMap((id) => keywords.get(id) ?? []);
  return found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0];
}

/** What the person said of it stays, whatever is seen later. */
export function understandMention(mention: Mention, { keywords, lessons }: Understanding): Mention {
  const main = findMain(mention, keywords);
  const hits = mention.hits.filter(({ keywordId }) => !main || keywordId === main.id);
  const others = mention.hits.filter(({ keywordId }) => main && keywordId !== main.id);
  const intents = findIntents(mention.text, {
    rating: mention.rating,
    keywordKind: main?.kind,
    keyword: main?.name,
    competitors: [...keywords.values()].filter(({ kind }) => kind === 'competitor').map(({ name }) => name),
  });
  const sentiment = mention.sentiment?.corrected
    ? mention.sentiment
    : judgeSentiment(mention.text, { hits, others, rating: mention.rating, lessons });
  return { ...mention, sentiment, intents };
}
