/** Why someone is on a list, and why two may be one, in words. */

import { type PersonTag, personTags } from '../core/people.ts';
import type { Likeness } from '../core/people-alike.ts';
import type { Listed, ListReason, Mood, PeopleListName } from '../core/people-lists.ts';
import { formatRelative } from './time.tsx';
import { formatNumber, type WordKey, word, wordFor } from './words.ts';

export const listNames = {
  champions: 'listChampions',
  leads: 'listLeads',
  unhappy: 'listUnhappy',
} as const satisfies Record<PeopleListName, WordKey>;

export const listEmpty = {
  champions: 'listChampionsEmpty',
  leads: 'listLeadsEmpty',
  unhappy: 'listUnhappyEmpty',
} as const satisfies Record<PeopleListName, WordKey>;

const tagWords = {
  champion: 'tagChampion',
  lead: 'tagLead',
  customer: 'tagCustomer',
  press: 'tagPress',
  unhappy: 'tagUnhappy',
} as const satisfies Record<PersonTag, WordKey>;

/** A tag of one's own is called what it is called. */
export function nameTag(tag: string): string {
  const known = personTags.find((one) => one === tag.trim().toLowerCase());
  return known ? word(tagWords[known]) : tag;
}

const saidWords = {
  praised: ['whyPraisedOne', 'whyPraisedMany'],
  complained: ['whyComplainedOne', 'whyComplainedMany'],
  buying: ['whyBuyingOne', 'whyBuyingMany'],
  switching: ['whySwitchingOne', 'whySwitchingMany'],
  competitor: ['whyCompetitorOne', 'whyCompetitorMany'],
} as const satisfies Record<string, readonly [WordKey, WordKey]>;

function sayReason(reason: ListReason, now: number): string {
  switch (reason.type) {
    case 'tagged':
      return word('whyTagged', nameTag(reason.tag));
    case 'wrote':
      return word('whyWrote', formatRelative(reason.at, now));
    case 'answered':
      return word('whyAnswered', formatRelative(reason.at, now));
    case 'unanswered':
      return word('whyNeverAnswered');
    default: {
      const [one, many] = saidWords[reason.type];
      return wordFor(reason.times, one, many, formatRelative(reason.at, now));
    }
  }
}

/** "Praised you 3 times, the last time 2 days ago · never answered". */
export function sayWhyListed({ reasons }: Listed, now: number): string {
  const words = reasons.map((reason) => sayReason(reason, now)).join(' · ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const likenessWords = { link: 'alikeLink', handle: 'alikeHandle', name: 'alikeName' } as const satisfies Record<Likeness['type'], WordKey>;

export const sayLikeness = (reasons: readonly Likeness[]): string =>
  reasons.map(({ type, value }) => word(likenessWords[type], value)).join(' · ');

/** "3 positive, 1 negative; of 6 that is not known". What there is none of is not named. */
export function sayMood({ positive, neutral, negative, unknown }: Mood): string {
  const known = [
    ...(positive > 0 ? [word('moodPositive', formatNumber(positive))] : []),
    ...(neutral > 0 ? [word('moodNeutral', formatNumber(neutral))] : []),
    ...(negative > 0 ? [word('moodNegative', formatNumber(negative))] : []),
  ];
  if (known.length === 0) return word('moodUnknown');
  return unknown > 0 ? word('moodSome', known.join(', '), formatNumber(unknown)) : known.join(', ');
}
