/**
 * Whom to thank, whom to follow up, who is unhappy and waits; and why each is on the list. What counts is what they said that was not answered:
 * an answer ends the waiting until they write again.
 */
import type { IntentKind, KeywordKind, Mention, Person } from './model.ts';
import { hasPersonTag } from './people.ts';

/** What someone said, as far as it bears on a list. */
export interface Said {
  readonly mentionId: string;
  /** When it was written, or else when it was seen. */
  readonly at: number;
  readonly status: Mention['status'];
  readonly intents: readonly IntentKind[];
  /** Of the keywords it was found by. */
  readonly about: readonly KeywordKind[];
  readonly negative: boolean;
  readonly positive: boolean;
}

export type PeopleListName = 'champions' | 'leads' | 'unhappy';

export type ListReason =
  | { readonly type: 'tagged'; readonly tag: string }
  | { readonly type: 'praised' | 'complained' | 'buying' | 'switching' | 'competitor'; readonly times: number; readonly at: number }
  | { readonly type: 'wrote'; readonly at: number }
  | { readonly type: 'answered'; readonly at: number }
  | { readonly type: 'unanswered' };

export interface Listed {
  readonly list: PeopleListName;
  readonly reasons: readonly ListReason[];
  /** What the list is sorted by: since when it waits, or when it was last said. */
  readonly at: number;
  /** The mention to answer. */
  readonly mentionId: string | undefined;
}

export interface Known {
  readonly tags: readonly string[];
  readonly said: readonly Said[];
  /** When they were last answered. */
  readonly answeredAt: number | undefined;
}

/** Without a word of a brand of the person's own, what is said is said of someone else. */
const isAboutUs = ({ about }: Said): boolean => about.some((kind) => kind === 'brand' || kind === 'person');
const isAboutOthers = (said: Said): boolean => !isAboutUs(said) && said.about.includes('competitor');

const isPraise = (said: Said): boolean => isAboutUs(said) && said.intents.includes('praise') && !said.negative;
const isComplaint = (said: Said): boolean =>
  isAboutUs(said) &&
  (said.intents.includes('complaint') || said.intents.includes('bug') || (said.negative && !said.intents.includes('praise')));

/** As goals count what is open: of what is waiting, done or ignored nothing is owed any more, answered or put away by hand. */
const isOpen = ({ status }: Said): boolean => status === 'new' || status === 'snoozed';

const newest = (said: readonly Said[]): Said | undefined => [...said].sort((a, b) => b.at - a.at)[0];
const oldest = (said: readonly Said[]): Said | undefined => [...said].sort((a, b) => a.at - b.at)[0];

const answeredReason = (answeredAt: number | undefined): ListReason =>
  answeredAt === undefined ? { type: 'unanswered' } : { type: 'answered', at: answeredAt };

function reasonOf(type: 'praised' | 'complained' | 'buying' | 'switching' | 'competitor', said: readonly Said[]): ListReason[] {
  const last = newest(said);
  return last ? [{ type, times: said.length, at: last.at }] : [];
}

const enoughPraise = 2;

function findChampion({ tags, said, answeredAt = 0 }: Known): Listed | undefined {
  const tagged = hasPersonTag({ tags: [...tags] }, 'champion');
  const praise = said.filter(isPraise);
  const open = newest(praise.filter((one) => one.at > answeredAt && isOpen(one)));
  if (!open || (!tagged && praise.length < enoughPraise)) return undefined;
  const reasons: ListReason[] = [
    ...(tagged ? [{ type: 'tagged' as const, tag: 'champion' }] : []),
    ...reasonOf('praised', praise),
    answeredReason(answeredAt || undefined),
  ];
  return { list: 'champions', reasons, at: open.at, mentionId: open.mentionId };
}

/** Someone whom nobody followed up for so long is to be asked again. */
const followUpAfter = 7 * 86_400_000;

function findLead({ tags, said, answeredAt = 0 }: Known, now: number): Listed | undefined {
  const tagged = hasPersonTag({ tags: [...tags] }, 'lead');
  const since = said.filter((one) => one.at > answeredAt && isOpen(one));
  const buying = since.filter(({ intents }) => intents.includes('buying'));
  const switching = since.filter(({ intents }) => intents.includes('switching'));
  const elsewhere = since.filter(
    (one) => isAboutOthers(one) && (one.negative || one.intents.includes('complaint')) && !switching.includes(one),
  );
  const asked = newest([...buying, ...switching, ...elsewhere]);
  const wrote = tagged ? newest(since) : undefined;
  const isDue = tagged && answeredAt > 0 && now - answeredAt > followUpAfter;
  const last = asked ?? wrote ?? (isDue ? newest(said) : undefined);
  if (!last) return undefined;
  const reasons: ListReason[] = [
    ...(tagged ? [{ type: 'tagged' as const, tag: 'lead' }] : []),
    ...reasonOf('buying', buying),
    ...reasonOf('switching', switching),
    ...reasonOf('competitor', elsewhere),
    ...(!asked && wrote ? [{ type: 'wrote' as const, at: wrote.at }] : []),
    answeredReason(answeredAt || undefined),
  ];
  return { list: 'leads', reasons, at: last.at, mentionId: last.mentionId };
}

function findUnhappy({ tags, said, answeredAt = 0 }: Known): Listed | undefined {
  const tagged = hasPersonTag({ tags: [...tags] }, 'unhappy');
  const since = said.filter((one) => one.at > answeredAt && isOpen(one));
  const complaints = since.filter(isComplaint);
  const first = oldest(complaints) ?? (tagged ? oldest(since) : undefined);
  if (!first) return undefined;
  const reasons: ListReason[] = [
    ...(tagged ? [{ type: 'tagged' as const, tag: 'unhappy' }] : []),
    ...reasonOf('complained', complaints),
    ...(complaints.length === 0 ? [{ type: 'wrote' as const, at: first.at }] : []),
    answeredReason(answeredAt || undefined),
  ];
  return { list: 'unhappy', reasons, at: first.at, mentionId: first.mentionId };
}

/** The lists someone is on; of most people there are none. */
export const listsOf = (known: Known, now: number): Listed[] =>
  [findChampion(known), findLead(known, now), findUnhappy(known)].filter((listed) => listed !== undefined);

/** Who waits longest comes first among the unhappy; elsewhere what was said last. */
export const byUrgency = (a: Listed, b: Listed): number => (a.list === 'unhappy' ? a.at - b.at : b.at - a.at);

export interface Mood {
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
  /** Of so many nothing can be said. */
  readonly unknown: number;
}

/** Unknown is unknown: it is counted apart and in no share. */
export function countMood(mentions: readonly Pick<Mention, 'sentiment'>[]): Mood {
  const mood = { positive: 0, neutral: 0, negative: 0, unknown: 0 };
  for (const { sentiment } of mentions) mood[sentiment?.value ?? 'unknown'] += 1;
  return mood;
}

/** What may be asked for by name in replies, of all people there are. */
export const listFieldNames = (people: readonly Pick<Person, 'fields'>[]): string[] =>
  [...new Set(people.flatMap(({ fields = {} }) => Object.keys(fields)))].sort();
