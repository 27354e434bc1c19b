/**
 * How soon and how often mentions were answered. An answer is a reply that was seen to stand in the page; one that was only put into a box may
 * never have been sent. What moved by itself (a snooze that ended, a rule) is no answer. Times begin when a post was first seen here: before that
 * nobody could have answered it from here; how old it was by then is told apart.
 */
import { type AnswerState, becameOf } from './became.ts';
import { type Calendar, type WorkingHours, workingTime } from './calendar.ts';
import type { Answer, Mention } from './model.ts';
import { type Share, shareOf, summarizeTimes, type TimesSummary } from './statistics.ts';

export interface ResponseRules {
  /** How soon a mention is to be answered, in milliseconds of `hours` where there are some. */
  readonly target: number;
  /** Absent: the clock never stops. */
  readonly hours?: WorkingHours | undefined;
}

/** A day, in minutes, until the person says otherwise. */
export const usualTarget = 24 * 60;

type Asked = Pick<Mention, 'id' | 'seenAt' | 'postedAt' | 'status'>;
type Given = Pick<Answer, 'mentionId' | 'insertedAt' | 'postedAt' | 'postId'>;

export interface ResponseHour {
  /** 0–23: in which hour the mentions were first seen. */
  readonly hour: number;
  readonly asked: number;
  readonly answered: number;
  readonly median: number | undefined;
}

export interface Response {
  readonly answered: number;
  /** Put into a box, and not seen in the page. */
  readonly unseen: number;
  /** New or snoozed, without an answer. */
  readonly open: number;
  /** Done or waiting, without an answer that was seen: the person says that they have done their part. */
  readonly closed: number;
  /** Not for answering: in no share. */
  readonly setAside: number;
  /** Of all but those set aside. */
  readonly answeredShare: Share | undefined;
  /** From first seen to answered. */
  readonly sinceSeen: TimesSummary | undefined;
  /** Those that were answered before any working time had passed, though the clock went on: in the evening, over a weekend. */
  readonly afterHours: number;
  /** As `sinceSeen`, by a clock that never stops; only where there are working hours. */
  readonly byClock: TimesSummary | undefined;
  /** From written to answered, of those whose time is known. */
  readonly sincePosted: TimesSummary | undefined;
  /** How old mentions were when they were first seen, answered or not. */
  readonly ageWhenSeen: TimesSummary | undefined;
  /** Of those answered, and those that have waited for longer than the target. */
  readonly withinTarget: Share | undefined;
  /** Of the open ones, those that may still be answered in time. */
  readonly stillInTime: number;
  /** Of the open ones, those past the target: whatever is open and was first seen before `late.until`. */
  readonly late: { readonly count: number; readonly until: number } | undefined;
  readonly byHour: readonly ResponseHour[];
}

/** The first answer to each mention that was seen in the page, and those that have only been put into a box. */
function readAnswers(answers: readonly Given[]): { sent: Map<string, number>; put: Set<string> } {
  const sent = new Map<string, number>();
  const put = new Set<string>();
  for (const { mentionId, postedAt } of answers) {
    if (mentionId === undefined) continue;
    if (postedAt === undefined) put.add(mentionId);
    else sent.set(mentionId, Math.min(sent.get(mentionId) ?? postedAt, postedAt));
  }
  return { sent, put };
}

interface Timed {
  hour: number;
  asked: boolean;
  answeredAfter: number | undefined;
}

function countHours(timed: readonly Timed[]): ResponseHour[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const asked = timed.filter((one) => one.hour === hour && one.asked);
    const times = asked.flatMap(({ answeredAfter }) => (answeredAfter === undefined ? [] : [answeredAfter]));
    return { hour, asked: asked.length, answered: times.length, median: summarizeTimes(times)?.median };
  });
}

/** @param mentions by others. @param now how long the open ones have waited by */
export function measureResponse(
  mentions: readonly Asked[],
  answers: readonly Given[],
  { target, hours }: ResponseRules,
  calendar: Calendar,
  now: number,
): Response {
  const { sent, put } = readAnswers(answers);
  const between = (from: number, to: number): number => (to <= from ? 0 : hours ? workingTime(from, to, hours, calendar) : to - from);
  const sums = { answered: 0, afterHours: 0, unseen: 0, open: 0, closed: 0, setAside: 0, inTime: 0, stillInTime: 0 };
  const late = { answered: 0, open: 0, last: 0 };
  const [sinceSeen, byClock, sincePosted, ages, timed]: [number[], number[], number[], number[], Timed[]] = [[], [], [], [], []];
  for (const mention of mentions) {
    const { id, seenAt, postedAt, status } = mention;
    const at = sent.get(id);
    const state: AnswerState | undefined = at !== undefined ? 'seen' : put.has(id) ? 'inserted' : undefined;
    const became = becameOf(status, state);
    const answeredAfter = at === undefined ? undefined : between(seenAt, at);
    timed.push({ hour: calendar.hourOf(seenAt), asked: became !== 'setAside', answeredAfter });
    if (postedAt !== undefined && postedAt <= seenAt) ages.push(seenAt - postedAt);
    sums[became] += 1;
    if (answeredAfter !== undefined && at !== undefined) {
      if (answeredAfter <= target) sums.inTime += 1;
      else late.answered += 1;
      sums.afterHours += Number(answeredAfter === 0 && at > seenAt);
      sinceSeen.push(answeredAfter);
      byClock.push(Math.max(0, at - seenAt));
      if (postedAt !== undefined) sincePosted.push(between(postedAt, at));
    }
    if (became !== 'setAside') sums.unseen += Number(state === 'inserted');
    if (became !== 'open') continue;
    if (between(seenAt, now) <= target) sums.stillInTime += 1;
    else {
      late.open += 1;
      late.last = Math.max(late.last, seenAt);
    }
  }
  const { inTime, ...counts } = sums;
  return {
    ...counts,
    answeredShare: shareOf(sums.answered, sums.answered + sums.open + sums.closed),
    sinceSeen: summarizeTimes(sinceSeen),
    byClock: hours && summarizeTimes(byClock),
    sincePosted: summarizeTimes(sincePosted),
    ageWhenSeen: summarizeTimes(ages),
    // Whoever was heard before one that is late has waited no less.
    late: late.open > 0 ? { count: late.open, until: late.last + 1 } : undefined,
    withinTarget: shareOf(inTime, inTime + late.answered + late.open),
    byHour: countHours(timed),
  };
}
