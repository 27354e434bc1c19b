/** What is found out about a mention from its words when it arrives: how it speaks of the keyword, and what it does. */
import { findIntents } from './intents.ts';
import type { IntentChanges, IntentKind, Keyword, KeywordKind, Mention, Sentiment } from './model.ts';
import { judgeSentiment } from './sentiment.ts';
import type { Lessons } from './sentiment-cues.ts';

export interface Understanding {
  readonly keywords: ReadonlyMap<string, Keyword>;
  readonly lessons: Lessons;
  /** What the person changed about the words an intent is told by. */
  readonly intentChanges?: IntentChanges | undefined;
}

/** Where several keywords stand in a post, the sentiment is towards the first of these. */
const order: readonly KeywordKind[] = ['brand', 'person', 'topic', 'competitor'];

function findMain(mention: Mention, keywords: ReadonlyMap<string, Keyword>): Keyword | undefined {
  const found = mention.keywordIds.flatMap((id) => keywords.get(id) ?? []);
  return found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0];
}

function intentsOf(
  mention: Mention,
  main: Keyword | undefined,
  sentiment: Sentiment,
  { keywords, intentChanges }: Understanding,
): IntentKind[] {
  return findIntents(mention.text, {
    rating: mention.rating,
    sentiment,
    keywordKind: main?.kind,
    keyword: main?.name,
    competitors: [...keywords.values()].filter(({ kind }) => kind === 'competitor').map(({ name }) => name),
    changes: intentChanges,
  });
}

/** What the person said of it stays, whatever is seen later. */
export function understandMention(mention: Mention, understanding: Understanding): Mention {
  const { keywords, lessons } = understanding;
  const main = findMain(mention, keywords);
  const hits = mention.hits.filter(({ keywordId }) => !main || keywordId === main.id);
  const others = mention.hits.filter(({ keywordId }) => main && keywordId !== main.id);
  const sentiment = mention.sentiment?.corrected
    ? mention.sentiment
    : judgeSentiment(mention.text, { hits, others, rating: mention.rating, lessons });
  return { ...mention, sentiment, intents: intentsOf(mention, main, sentiment, understanding) };
}
