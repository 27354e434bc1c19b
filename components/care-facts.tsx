import type { IconNode } from 'lucide';
import { AlarmClock, StickyNote, Tag, UserRound } from 'lucide';
import type { Mention } from '../core/model.ts';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { formatWake } from './snooze-times.ts';
import { formatRelative } from './time.tsx';
import { word } from './words.ts';

/** What the person keeps of a mention; nothing where they keep nothing. */
export function CareFacts({ mention, now }: { mention: Mention; now: number }) {
  const { tags = [], note, assignee, snoozedUntil, wokeAt, status } = mention;
  const facts: { icon: IconNode; name: string; text: string }[] = [
    ...(snoozedUntil === undefined
      ? []
      : [{ icon: AlarmClock, name: word('statusSnoozed'), text: word('backOn', formatWake(snoozedUntil)) }]),
    ...(wokeAt !== undefined && status === 'new'
      ? [{ icon: AlarmClock, name: word('statusNew'), text: word('backFromSnooze', formatRelative(wokeAt, now)) }]
      : []),
    ...(assignee ? [{ icon: UserRound, name: word('assignee'), text: assignee }] : []),
    ...(tags.length > 0 ? [{ icon: Tag, name: word('careTags'), text: tags.join(', ') }] : []),
    ...(note ? [{ icon: StickyNote, name: word('careNote'), text: note }] : []),
  ];
  if (facts.length === 0) return null;
  return (
    <div class="care-facts small">
      {facts.map(({ icon, name, text }) => (
        <span key={name + text}>
          <Icon of={icon} size={13} />
          <span class="unseen">{name}: </span>
          <Stranger>{text}</Stranger>
        </span>
      ))}
    </div>
  );
}
