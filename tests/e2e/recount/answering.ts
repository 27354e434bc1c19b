import type { Chosen } from './choose.ts';
import { day } from './clock.ts';
import { hourHead } from './heat.ts';
import type { Mention } from './rows.ts';
import * as say from './say.ts';
import { type Share, shareOf, type Times, timesOf } from './statistics.ts';

const usualTarget = 24 * 60;

interface Told {
  mention: Mention;
  /** When a reply was first seen to stand there, and how long that took. */
  at: number | undefined;
  after: number | undefined;
  /** Not for answering, and not answered. */
  isAside: boolean;
}

function listTold({ now, rows }: Chosen): Told[] {
  return now.posts.map((mention) => {
    const at = rows.answeredAt.get(mention.id);
    const after = at === undefined ? undefined : rows.howLong(mention.seenAt, at);
    return { mention, at, after, isAside: mention.status === 'ignored' && at === undefined };
  });
}

const defined = <T>(list: readonly (T | undefined)[]): T[] => list.filter((one): one is T => one !== undefined);

export interface Answering {
  asked: Told[];
  answered: Told[];
  open: Told[];
  closed: Told[];
  aside: Told[];
  unseen: number;
  stillInTime: number;
  share: Share | undefined;
  within: Share | undefined;
  sinceSeen: Times | undefined;
  sincePosted: Times | undefined;
  ages: Times | undefined;
}

export function answeringOf(chosen: Chosen, moment: number): Answering {
  const { rows, now } = chosen;
  const target = (rows.measuring.target ?? usualTarget) * 60_000;
  const told = listTold(chosen);
  const asked = told.filter(({ isAside }) => !isAside);
  const [answered, without] = [asked.filter(({ at }) => at !== undefined), asked.filter(({ at }) => at === undefined)];
  const [closed, open] = [
    without.filter(({ mention }) => mention.status === 'done'),
    without.filter(({ mention }) => mention.status !== 'done'),
  ];
  const inTime = answered.filter(({ after = 0 }) => after <= target).length;
  const stillInTime = open.filter(({ mention }) => rows.howLong(mention.seenAt, moment) <= target).length;
  const put = new Set(rows.answers.filter(({ postedAt }) => postedAt === undefined).map(({ mentionId }) => mentionId));
  const posted = answered.map(({ mention, at = 0 }) => (mention.postedAt === undefined ? undefined : rows.howLong(mention.postedAt, at)));
  const ages = now.posts.map(({ postedAt, seenAt }) => (postedAt === undefined || postedAt > seenAt ? undefined : seenAt - postedAt));
  return {
    asked,
    answered,
    open,
    closed,
    aside: told.filter(({ isAside }) => isAside),
    unseen: without.filter(({ mention }) => put.has(mention.id)).length,
    stillInTime,
    share: shareOf(answered.length, asked.length),
    within: shareOf(inTime, answered.length + open.length - stillInTime),
    sinceSeen: timesOf(defined(answered.map(({ after }) => after))),
    sincePosted: timesOf(defined(posted)),
    ages: timesOf(defined(ages)),
  };
}

const none = 'Nothing was answered';
const shareNote = (share: Share | undefined): string =>
  share ? `Very likely ${say.percentRange(share)}, of ${say.number(share.n)}` : none;

export function answeredTile({ share, sinceSeen }: Answering): string[] {
  const half = sinceSeen ? [`Half within ${say.length(sinceSeen.median)}, of ${say.number(sinceSeen.n)}`] : [];
  return ['Answered', say.shareSaid(share), shareNote(share), ...half];
}

function timesNote(times: Times | undefined): string {
  if (!times) return none;
  if (!times.range) return `of ${say.number(times.n)} answers`;
  return `Very likely ${say.length(times.range.low)}–${say.length(times.range.high)}, of ${say.number(times.n)}`;
}

const length = (ms: number | undefined): string => (ms === undefined ? 'Unknown' : say.length(ms));

export function answeringTiles({ share, within, sinceSeen, sincePosted, ages }: Answering): string[][] {
  return [
    ['Answered share', say.shareSaid(share), shareNote(share)],
    ['Within target', say.shareSaid(within), shareNote(within), 'Those that have waited longer than the target count as missed'],
    ['Median, since first seen', length(sinceSeen?.median), timesNote(sinceSeen)],
    ['Nine of ten, since first seen', length(sinceSeen?.p90), sinceSeen ? `of ${say.number(sinceSeen.n)} answers` : none],
    [
      'Median, since posted',
      length(sincePosted?.median),
      timesNote(sincePosted),
      ...(sincePosted ? [`Nine of ten within ${say.length(sincePosted.p90)}`] : []),
    ],
    [
      'Age when first seen',
      length(ages?.median),
      ages ? `Median of ${say.number(ages.n)} mentions, answered or not` : 'No page said when they were written',
    ],
  ];
}

export function becameTable({ answered, open, closed, aside, unseen, stillInTime }: Answering): string[][] {
  return [
    ['Answered', say.number(answered.length), 'Your reply was seen in the page.'],
    ['Open', say.number(open.length), `New, waiting or snoozed. ${say.number(stillInTime)} may still be answered in time.`],
    ['Done without an answer', say.number(closed.length), 'You marked them done; no reply of yours was seen.'],
    ['Set aside', say.number(aside.length), 'Not for answering; they are in no share.'],
    [
      'Inserted, not seen',
      say.number(unseen),
      'Of those without an answer: a reply was put into the box, and was not seen in the page afterwards.',
    ],
  ];
}

function shortLength(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return `${minutes}m`;
  return minutes < 2_880 ? `${Math.round(minutes / 60)}h` : `${Math.round((minutes * 60_000) / day)}d`;
}

/** By the hour in which they were first seen. */
export function byHourTable({ asked }: Answering, { clock }: Chosen): string[][] {
  const hours = Array.from({ length: 24 }, (_, hour) => {
    const seen = asked.filter(({ mention }) => clock.hourOf(mention.seenAt) === hour);
    const times = defined(seen.map(({ after }) => after));
    const median = timesOf(times)?.median;
    const told = `[${say.clockHour(hour)}: ${seen.length} seen, ${times.length} answered, median ${length(median)}]`;
    return { seen: seen.length || '', answered: times.length || '', median: median === undefined ? '' : shortLength(median), told };
  });
  const row = (name: string, of: 'seen' | 'answered' | 'median') => [name, ...hours.map((one) => `${one[of]} ${one.told}`.trim())];
  return [hourHead, row('Seen', 'seen'), row('Answered', 'answered'), row('Median', 'median')];
}
