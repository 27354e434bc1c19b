import type { SentimentValue } from '../core/model.ts';
import type { WordKey } from './words.ts';

/** How a post speaks of a keyword, where it is sorted by that. */
export const sentimentNames = {
  positive: 'positive',
  neutral: 'neutral',
  negative: 'negative',
  unknown: 'inboxSentimentUnknown',
} as const satisfies Record<SentimentValue, WordKey>;
