/** The parts of an inbox filter as people call them. */

import { intentNames } from '../../../components/intent-names.ts';
import { nameStatus } from '../../../components/mention-words.ts';
import { sentimentNames } from '../../../components/sentiment-words.ts';
import { formatWake } from '../../../components/snooze-times.ts';
import { formatDay } from '../../../components/time.tsx';
import { type WordKey, word } from '../../../components/words.ts';
import type { InboxFilter } from '../../../core/inbox-filter.ts';
import type { IntentKind, Keyword, PostKind, SentimentValue } from '../../../core/model.ts';
import { nameSite } from '../site-names.ts';

export const kindNames = {
  post: 'inboxKindPost',
  comment: 'inboxKindComment',
  review: 'inboxKindReview',
  message: 'inboxKindMessage',
} as const satisfies Record<PostKind, WordKey>;

export const partNames = {
  status: 'status',
  keywordId: 'inboxKeyword',
  site: 'inboxSite',
  tag: 'inboxTag',
  starred: 'inboxStarredOnly',
  assignee: 'assignee',
  personId: 'inboxPerson',
  kind: 'kind',
  community: 'inboxCommunity',
  sentiment: 'inboxSentiment',
  intent: 'inboxIntent',
  since: 'inboxSince',
  until: 'inboxUntil',
  thread: 'inboxThread',
  words: 'inboxWords',
  query: 'inboxQuery',
} as const satisfies Record<keyof InboxFilter, WordKey>;

const day = 86_400_000;

function sayValue(part: keyof InboxFilter, value: string | number, keywords: readonly Keyword[]): string {
  if (part === 'status') return nameStatus(value as 'new');
  if (part === 'keywordId') return keywords.find(({ id }) => id === value)?.name ?? String(value);
  if (part === 'site') return nameSite(String(value));
  if (part === 'sentiment') return word(sentimentNames[value as SentimentValue]);
  if (part === 'intent') return word(intentNames[value as IntentKind]);
  if (part === 'kind') return word(kindNames[value as PostKind]);
  // A notification asks for moments; whoever types asks for days.
  if ((part === 'until' || part === 'since') && Number(value) % day !== 0) return formatWake(Number(value));
  // The last day it holds, which is how it is written.
  if (part === 'until') return formatDay(Number(value) - day / 2);
  if (part === 'since') return formatDay(Number(value) + day / 2);
  return part === 'personId' ? String(value).replace(':', '/') : String(value);
}

export interface Chip {
  readonly part: keyof InboxFilter;
  readonly text: string;
}

/** A chip for all that narrows the list but its status, which has its own place. */
export function listChips(filter: InboxFilter, keywords: readonly Keyword[]): Chip[] {
  return (Object.keys(partNames) as (keyof InboxFilter)[]).flatMap((part): Chip[] => {
    const value = filter[part];
    if (part === 'status' || value === undefined) return [];
    const name = word(partNames[part]);
    return [{ part, text: part === 'starred' ? name : `${name}: ${sayValue(part, value as string | number, keywords)}` }];
  });
}
