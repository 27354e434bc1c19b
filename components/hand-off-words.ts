import { type HandOff, type HandOffFact, handOff } from '../core/hand-off.ts';
import type { Mention } from '../core/model.ts';
import { sayGone } from './mention-evidence.tsx';
import { nameStatus } from './mention-words.ts';
import { safeLink } from './plain-text.tsx';
import { formatWake } from './snooze-times.ts';
import { type ExplainedKeyword, explainMention } from './why-words.ts';
import { type WordKey, word } from './words.ts';

interface Knowing {
  siteName: string;
  keywords: ReadonlyMap<string, ExplainedKeyword>;
  namePlace: (place: string) => string;
}

/** With the zone: who reads it may sit in another. */
const time = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'long' });

function nameAuthor({ author: { name, handle } }: Mention): string {
  if (name && handle && name !== handle) return `${name} (${handle.startsWith('@') ? handle : `@${handle}`})`;
  return name || handle || word('someone');
}

function listFacts(mention: Mention, { keywords, namePlace }: Knowing): HandOffFact[] {
  const { community, postedAt, seenAt, rating, status, snoozedUntil, assignee, tags = [], note } = mention;
  const facts: [WordKey, string | undefined][] = [
    ['handOffWhere', community],
    ['handOffPosted', postedAt === undefined ? undefined : time.format(postedAt)],
    ['handOffSeen', postedAt === undefined ? time.format(seenAt) : undefined],
    ['handOffGone', sayGone(mention)],
    ['handOffRating', rating?.toString()],
    ['handOffWhy', explainMention(mention, keywords, namePlace).join(' ')],
    ['status', snoozedUntil === undefined ? nameStatus(status) : word('snoozedUntil', formatWake(snoozedUntil))],
    ['assignee', assignee],
    ['careTags', tags.join(', ')],
    ['careNote', note],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label: word(label), value }] : []));
}

/** A mention for someone else, in our words. */
export const handOffInWords = (mention: Mention, knowing: Knowing): HandOff =>
  handOff(mention, {
    title: word('handOffHead', nameAuthor(mention), knowing.siteName),
    facts: listFacts(mention, knowing),
    link: safeLink(mention.url),
    linkLabel: word('openPost'),
  });
