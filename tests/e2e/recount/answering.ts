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

/** Of the chosen keyword, or else of the brands. */
function listTold({ mine, rows }: Chosen): Told[] {
  return mine.map((mention) => {
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
  /** Answered before any working time had passed. */
  afterHours: number;
  /** As `sinceSeen`, where there are working hours. */
  byClock: Times | undefined;
  name: string;
}

export function answeringOf(chosen: Chosen, moment: number): Answering {
  const { rows, mine } = chosen;
  const target = (rows.measuring.target ?? usualTarget) * 60_000;
  const told = listTold(chosen);
  const asked = told.filter(({ isAside }) => !isAside);
  const [answered, without] = [asked.filter(({ at }) => at !== undefined), asked.filter(({ at }) => at === undefined)];
  const [closed, open] = [
    without.filter(({ mention }) => ['done', 'waiting'].includes(mention.status)),
    without.filter(({ mention }) => !['done', 'waiting'].includes(mention.status)),
  ];
  const inTime = answered.filter(({ after = 0 }) => after <= target).length;
  const stillInTime = open.filter(({ mention }) => rows.howLong(mention.seenAt, moment) <= target).length;
  const put = new Set(rows.answers.filter(({ postedAt }) => postedAt === undefined).map(({ mentionId }) => mentionId));
  const posted = answered.map(({ mention, at = 0 }) => (mention.postedAt === undefined ? undefined : rows.howLong(mention.postedAt, at)));
  const ages = mine.map(({ postedAt, seenAt }) => (postedAt === undefined || postedAt > seenAt ? undefined : seenAt - postedAt));
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
    afterHours: answered.filter(({ mention, at = 0, after }) => after === 0 && at > mention.seenAt).length,
    byClock: rows.measuring.hours && timesOf(answered.map(({ mention, at = 0 }) => Math.max(0, at - mention.seenAt))),
    name: chosen.choice.keyword ? 'Answered' : 'Answered, of your brands',
  };
}

const none = 'Nothing was answered';
const shareNote = (share: Share | undefined, otherwise: string): string =>
  share ? `95 % sure: ${say.percentRange(share)}, of ${say.number(share.n)}` : otherwise;
const nothing = 'Nothing was heard that wants an answer';

/** Where the clock stood still all the while. */
const sayWait = (ms: number, byClock: Times | undefined): string => (ms === 0 && byClock ? 'No working time' : say.length(ms));

export function answeredTile({ share, sinceSeen, byClock, name }: Answering): string[] {
  const half = sinceSeen ? [`Half within ${sayWait(sinceSeen.median, byClock).replace(/^No/, 'no')}, of ${say.number(sinceSeen.n)}`] : [];
  const clock = sinceSeen?.median === 0 && byClock ? [`By the clock half within ${say.length(byClock.median)}`] : [];
  return [name, say.shareSaid(share), shareNote(share, nothing), ...half, ...clock];
}

function timesNote(times: Times | undefined): string {
  if (!times) return none;
  if (!times.range || times.range.high <= 0) return `of ${say.counted(times.n, 'answer')}`;
  return `95 % sure: ${say.length(times.range.low)}–${say.length(times.range.high)}, of ${say.number(times.n)}`;
}

const length = (ms: number | undefined, byClock?: Times): string => (ms === undefined ? 'Unknown' : sayWait(ms, byClock));

function afterNotes({ afterHours, answered, byClock }: Answering): string[] {
  if (afterHours === 0 || !byClock) return [];
  const were = afterHours === 1 ? 'was' : 'were';
  const said = `${say.number(afterHours)} of ${say.number(answered.length)} ${were} given outside your working hours, before any of them had passed`;
  return [said, `By the clock half within ${say.length(byClock.median)}`];
}

export function answeringTiles(answering: Answering): string[][] {
  const { share, within, sinceSeen, sincePosted, ages, byClock } = answering;
  return [
    ['Answered share', say.shareSaid(share), shareNote(share, nothing)],
    [
      'Within target',
      say.shareSaid(within),
      shareNote(within, 'Nothing was answered, and nothing has waited longer than the target'),
      'Those that have waited longer than the target count as missed',
    ],
    ['Median, since first seen', length(sinceSeen?.median, byClock), timesNote(sinceSeen), ...afterNotes(answering)],
    ['Nine of ten, since first seen', length(sinceSeen?.p90, byClock), sinceSeen ? `of ${say.counted(sinceSeen.n, 'answer')}` : none],
    [
      'Median, since posted',
      length(sincePosted?.median, byClock),
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

const lateSaid = (late: number): string => (late === 0 ? '' : ` ${say.number(late)} ${late === 1 ? 'is' : 'are'} past the target.`);

export function becameTable({ answered, open, closed, aside, unseen, stillInTime }: Answering): string[][] {
  return [
    ['Answered', say.number(answered.length), 'Your reply was seen in the page.'],
    [
      'Open',
      say.number(open.length),
      `New or snoozed, and not answered. ${say.number(stillInTime)} may still be answered in time.${lateSaid(open.length - stillInTime)}`,
    ],
    ['Done or waiting, no answer seen', say.number(closed.length), 'They were marked done or waiting; no reply of yours was seen.'],
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
