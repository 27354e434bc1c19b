/** The parts of an inbox filter as people call them. */

import { nameHour, nameWeekday } from '../../../components/insight-words.ts';
import { intentNames } from '../../../components/intent-names.ts';
import { nameStatus } from '../../../components/mention-words.ts';
import { sentimentNames } from '../../../components/sentiment-words.ts';
import { formatWake } from '../../../components/snooze-times.ts';
import { formatDay } from '../../../components/time.tsx';
import { type WordKey, word } from '../../../components/words.ts';
import type { AnswerKind } from '../../../core/became.ts';
import type { InboxFilter } from '../../../core/inbox-filter.ts';
import type { IntentKind, Keyword, PostKind, SentimentValue } from '../../../core/model.ts';
import { readWeekHour } from '../../../core/week-hour.ts';
import { nameSite } from '../site-names.ts';

export const kindNames = {
  post: 'inboxKindPost',
  comment: 'inboxKindComment',
  review: 'inboxKindReview',
  message: 'inboxKindMessage',
} as const satisfies Record<PostKind, WordKey>;

export const answerNames = {
  answered: 'answered',
  unanswered: 'inboxUnanswered',
  open: 'openMentions',
  closed: 'closedMentions',
  inserted: 'putUnseen',
  answerable: 'inboxAnswerable',
} as const satisfies Record<AnswerKind, WordKey>;

export const partNames = {
  status: 'status',
  keywordId: 'inboxKeyword',
  keywordIds: 'inboxKeyword',
  site: 'inboxSite',
  tag: 'inboxTag',
  starred: 'inboxStarredOnly',
  counted: 'inboxCountedOnly',
  answer: 'inboxAnswer',
  assignee: 'assignee',
  personId: 'inboxPerson',
  kind: 'kind',
  community: 'inboxCommunity',
  sentiment: 'inboxSentiment',
  intent: 'inboxIntent',
  since: 'inboxSince',
  until: 'inboxUntil',
  hour: 'inboxHour',
  topic: 'inboxTopic',
  thread: 'inboxThread',
  words: 'inboxWords',
  query: 'inboxQuery',
} as const satisfies Record<keyof InboxFilter, WordKey>;

const day = 86_400_000;

function sayHour(hour: string): string {
  const read = readWeekHour(hour);
  if (!read) return hour;
  const clock = word('inboxHourOf', nameHour(read.hour), read.zone);
  return read.weekday === undefined ? clock : `${nameWeekday(read.weekday)} ${clock}`;
}

type Value = string | number | readonly string[];

function sayValue(part: keyof InboxFilter, value: Value, keywords: readonly Keyword[]): string {
  const nameKeyword = (wanted: Value): string => keywords.find(({ id }) => id === wanted)?.name ?? String(wanted);
  if (typeof value === 'object') return value.map(nameKeyword).join(` ${word('or')} `);
  if (part === 'status') return nameStatus(value as 'new');
  if (part === 'keywordId') return nameKeyword(value);
  if (part === 'hour') return sayHour(String(value));
  if (part === 'site') return nameSite(String(value));
  if (part === 'sentiment') return word(sentimentNames[value as SentimentValue]);
  if (part === 'intent') return word(intentNames[value as IntentKind]);
  if (part === 'answer') return word(answerNames[value as AnswerKind]);
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
    return [{ part, text: value === true ? name : `${name}: ${sayValue(part, value, keywords)}` }];
  });
}
