import type { KeywordKind } from '../core/model.ts';
import type { Priority, PriorityPart } from '../core/priority.ts';
import { intentNames } from './intent-names.ts';
import { formatNumber, type WordKey, word, wordFor } from './words.ts';

const keywordNames = {
  brand: 'priorityBrand',
  competitor: 'priorityCompetitor',
  topic: 'priorityTopic',
  person: 'priorityNamed',
} as const satisfies Record<KeywordKind, WordKey>;

function sayPart(part: PriorityPart): string {
  switch (part.part) {
    case 'intent':
      return word(intentNames[part.what]).toLowerCase();
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
