import type { IntentKind, KeywordKind } from '../core/model.ts';
import type { Priority, PriorityPart } from '../core/priority.ts';
import { formatNumber, type WordKey, word, wordFor } from './words.ts';

export const intentNames = {
  question: 'inboxIntentQuestion',
  complaint: 'inboxIntentComplaint',
  praise: 'inboxIntentPraise',
  buying: 'inboxIntentBuying',
  switching: 'inboxIntentSwitching',
  bug: 'inboxIntentBug',
  press: 'inboxIntentPress',
} as const satisfies Record<IntentKind, WordKey>;

const keywordNames = {
  brand: 'priorityBrand',
  competitor: 'priorityCompetitor',
  topic: 'priorityTopic',
  person: 'priorityNamed',
} as const satisfies Record<KeywordKind, WordKey>;

function sayPart(part: PriorityPart): string {
  switch (part.part) {
    case 'intent':
      return word(intentNames[part.what]);
    case 'keyword':
      return word(keywordNames[part.what]);
    case 'rating':
      return wordFor(part.what, 'priorityStar', 'priorityStars');
    case 'tone':
      return word('priorityTone');
    case 'reach':
      return word('priorityReach', formatNumber(part.what));
    case 'person':
      return word('priorityPerson', part.what);
  }
}

/** "complaint +30, your brand +20". */
export const sayParts = ({ parts }: Priority): string => parts.map((part) => `${sayPart(part)} +${part.points}`).join(', ');

const levelOf = (value: number): string => (value >= 50 ? 'high' : value >= 25 ? 'middle' : 'low');

export function PriorityBadge({ priority }: { priority: Priority }) {
  if (priority.value === 0) return null;
  return (
    <span class={`priority ${levelOf(priority.value)}`} title={word('priorityLine', priority.value, sayParts(priority))} aria-hidden="true">
      {priority.value}
    </span>
  );
}

export function PriorityLine({ priority }: { priority: Priority }) {
  if (priority.value === 0) return null;
  return <p class="why quiet small">{word('priorityLine', priority.value, sayParts(priority))}</p>;
}
