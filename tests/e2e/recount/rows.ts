/** The raw rows, with what of them is counted. */
import type { Tab } from '../../driver/index.ts';
import { readTable } from '../stored.ts';
import { beginOfHour, type Clock, createClock, type Hours, workedBetween } from './clock.ts';

export interface Mention {
  id: string;
  site: string;
  kind: string;
  community?: string;
  author: { handle?: string; name?: string };
  text: string;
  postedAt?: number;
  seenAt: number;
  keywordIds: string[];
  status: string;
  tags?: string[];
  intents?: string[];
  sentiment?: { value: string };
  own?: boolean;
  promoted?: boolean;
}

export interface Answer {
  id: string;
  mentionId?: string;
  insertedAt: number;
  postedAt?: number;
}

export interface Read {
  site: string;
  community?: string;
  hour: number;
  posts: number;
}

export interface Keyword {
  id: string;
  name: string;
  kind: string;
  createdAt: number;
  paused: boolean;
}

export interface Measuring {
  target?: number;
  hours?: Hours;
  zone?: string;
}

export interface Turn {
  id: string;
  keywordId: string;
  at: number;
  since: number;
  until: number;
  direction: string;
  kind: string;
  z: number;
  p: number;
  weeks: number;
  from: number;
  to: number;
  count: number;
  expected: number;
  posts: number;
  bins: number;
  drivers: { kind: string; value: string; count: number }[];
  state?: string;
  note?: string;
}

interface Kept {
  mentions: Mention[];
  answers: Answer[];
  exposures: Read[];
  coverage: Read[];
  keywords: Keyword[];
  people: { id: string; tags: string[]; note: string }[];
  tallies: { keywordId: string; site: string; day: number; count: number; posts?: number[] }[];
  turningPoints: Turn[];
  settings: { id: string; measuring?: Measuring }[];
}

export interface Rows extends Kept {
  /** By others, and not paid for. */
  others: Mention[];
  /** Of these, those of a keyword that is listened for still. */
  counted: Mention[];
  measuring: Measuring;
  clock: Clock;
  /** The machine's own, whatever is chosen for counting. */
  ownClock: Clock;
  /** When the first reply to each was seen to stand there. */
  answeredAt: Map<string, number>;
  howLong: (from: number, to: number) => number;
}

export const dayHeard = ({ seenAt }: Mention, clock: Clock): number => clock.dayOf(beginOfHour(seenAt));

export const personOf = ({ site, author: { handle } }: Mention): string | undefined => handle && `${site}:${handle.toLowerCase()}`;

export const feelingOf = ({ sentiment }: Mention): string => sentiment?.value ?? 'unknown';

function listAnswered(answers: readonly Answer[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { mentionId = '', postedAt } of answers)
    if (mentionId && postedAt !== undefined) first.set(mentionId, Math.min(postedAt, first.get(mentionId) ?? Infinity));
  return first;
}

const tables = 'mentions answers exposures coverage keywords people tallies turningPoints settings'.split(' ');

export async function readRows(page: Tab): Promise<Rows> {
  const read = await Promise.all(tables.map(async (table) => [table, await readTable(page, table)] as const));
  const kept = Object.fromEntries(read) as unknown as Kept;
  const ownZone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const measuring = kept.settings[0]?.measuring ?? {};
  const clock = createClock(measuring.zone ?? ownZone);
  const { hours } = measuring;
  const others = kept.mentions.filter(({ own, promoted }) => !own && !promoted);
  return {
    ...kept,
    others,
    counted: others.filter(({ keywordIds }) => kept.keywords.some(({ id }) => keywordIds.includes(id))),
    measuring,
    clock,
    ownClock: createClock(ownZone),
    answeredAt: listAnswered(kept.answers),
    howLong: (from, to) => (to <= from ? 0 : hours ? workedBetween(from, to, hours, clock) : to - from),
  };
}
