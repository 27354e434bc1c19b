/** What the guard and the suggestions have to say, in words. */
import type { Earlier, Warning } from '../core/reply-guard.ts';
import type { Reason } from '../core/suggest-replies.ts';
import { formatNumber, type WordKey, word, wordFor } from './words.ts';

const minute = 60_000;

/** "3 days ago" */
export function sayAgo(at: number, now: number): string {
  const minutes = Math.max(0, Math.round((now - at) / minute));
  if (minutes < 1) return word('agoNow');
  if (minutes < 60) return wordFor(minutes, 'agoMinute', 'agoMinutes');
  if (minutes < 60 * 24) return wordFor(Math.round(minutes / 60), 'agoHour', 'agoHours');
  return wordFor(Math.round(minutes / 60 / 24), 'agoDay', 'agoDays');
}

const byWhat = ({ title }: Earlier): string => (title ? word('guardBy', title) : '');
const percent = (share: number): string => formatNumber(Math.round(share * 100));

function sayLength({ used, limit, sure, unit, parts }: Extract<Warning, { code: 'too-long' }>): string {
  const key = unit === 'weighted' ? 'guardTooLongWeighted' : 'guardTooLong';
  const over = word(key, formatNumber(used), formatNumber(limit));
  return [over, sure ? '' : word('guardLimitUnsure'), parts ? '' : word('guardNoSplit')].filter(Boolean).join(' ');
}

export function sayWarning(warning: Warning, now: number): string {
  switch (warning.code) {
    case 'unresolved':
      return word('missing', warning.names.join(', '));
    case 'too-long':
      return sayLength(warning);
    case 'repeated': {
      const key = warning.to === 'person' ? 'guardRepeatedPerson' : 'guardRepeatedSite';
      return word(key, percent(warning.likeness), sayAgo(warning.earlier.at, now), byWhat(warning.earlier));
    }
    case 'answered': {
      const key = warning.what === 'post' ? 'guardAnsweredPost' : 'guardAnsweredPerson';
      return word(key, sayAgo(warning.earlier.at, now), byWhat(warning.earlier));
    }
    case 'link-repeated':
      return wordFor(warning.times, 'guardLinkOne', 'guardLinkMany', formatNumber(warning.of), warning.link);
    case 'no-promotion':
      return word('guardNoPromotion', warning.note || word('guardNoPromotionPlain'));
    case 'tone':
      return word(warning.tone === 'thanks' ? 'guardToneThanks' : 'guardToneSorry');
  }
}

const intents: Readonly<Record<string, WordKey>> = {
  question: 'intentQuestion',
  complaint: 'intentComplaint',
  praise: 'intentPraise',
  other: 'intentOther',
};
const kinds: Readonly<Record<string, WordKey>> = {
  brand: 'suggestKindBrand',
  competitor: 'suggestKindCompetitor',
  topic: 'suggestKindTopic',
  person: 'suggestKindPerson',
};
const stars: Readonly<Record<string, WordKey>> = { low: 'suggestStarsLow', middle: 'suggestStarsMiddle', high: 'suggestStarsHigh' };
let languages: Intl.DisplayNames | undefined;

function nameLanguage(code: string): string {
  try {
    languages ??= new Intl.DisplayNames('en', { type: 'language' });
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}

/** "complaints", "posts in German", "X": what a post is like in one respect. */
function sayTrait(trait: string, value: string, siteName: string): string {
  const key = trait === 'intent' ? intents[value] : trait === 'keywordKind' ? kinds[value] : trait === 'rating' ? stars[value] : undefined;
  if (key) return word(key);
  return trait === 'lang' ? word('suggestLang', nameLanguage(value)) : word('suggestSite', siteName || value);
}

export function sayReason(reason: Reason, siteName: string): string {
  if (reason.code === 'often') return wordFor(reason.times, 'suggestOftenOne', 'suggestOftenMany');
  if (reason.code === 'chosen')
    return wordFor(reason.times, 'suggestChosenOne', 'suggestChosenMany', sayTrait(reason.trait, reason.value, siteName));
  if (reason.trait === 'favourite') return word('suggestFavourite');
  if (reason.trait === 'variant') return word('suggestFits', word('suggestSite', siteName || reason.value));
  return word('suggestFits', sayTrait(reason.trait, reason.value, siteName));
}
