/**
 * When the person is told of what, on the clock of their own machine. At once means within seconds, but not in quiet hours and not twice a
 * minute; once a day means at the time they chose. What comes together is told together.
 */
import type { Mention, Notice, NoticeSettings } from './model.ts';

export const defaultNotices: NoticeSettings = { digestAt: 9 * 60, quiet: { from: 22 * 60, to: 7 * 60 } };

/** Longer ago than this is no news: it stands in the inbox. */
export const noticesLast = 7 * 86_400_000;
/** Between two notifications. */
export const shortestPause = 60_000;

const minuteOf = (time: number): number => {
  const date = new Date(time);
  return date.getHours() * 60 + date.getMinutes();
};

/** The next time the clock shows this minute of the day, at or after `time`. A day has 23 hours now and then, and then 25. */
export function nextAt(time: number, minute: number): number {
  const date = new Date(time);
  date.setHours(Math.floor(minute / 60), minute % 60, 0, 0);
  if (date.getTime() < time) {
    date.setDate(date.getDate() + 1);
    date.setHours(Math.floor(minute / 60), minute % 60, 0, 0);
  }
  return date.getTime();
}

/** From `from` until before `to`. The same twice is no time at all. */
export function isQuiet(time: number, quiet: NoticeSettings['quiet']): boolean {
  if (!quiet || quiet.from === quiet.to) return false;
  const minute = minuteOf(time);
  return quiet.from < quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to;
}

/** The first moment at or after `time` that is not quiet. */
const notQuiet = (time: number, quiet: NoticeSettings['quiet']): number => (quiet && isQuiet(time, quiet) ? nextAt(time, quiet.to) : time);

/** When a notice is to be shown. */
export function dueAt({ at, how }: Pick<Notice, 'at' | 'how'>, { digestAt, quiet }: NoticeSettings): number {
  return notQuiet(how === 'digest' ? nextAt(at, digestAt) : at, quiet);
}

export interface NoticePlan {
  /** To be shown now, together. */
  readonly due: readonly Notice[];
  /** When to look again; absent where nothing waits. */
  readonly next: number | undefined;
}

/** `waiting` are those not shown yet; `lastShown` is when the last one was. */
export function planNotices(waiting: readonly Notice[], settings: NoticeSettings, lastShown: number | undefined, now: number): NoticePlan {
  const { since } = settings;
  if (since === undefined) return { due: [], next: undefined };
  const wanted = waiting.filter(({ at, shownAt }) => shownAt === undefined && at >= since && now - at < noticesLast);
  // A clock that was put back must not silence the hours until it is there again.
  const pausedUntil = lastShown === undefined || lastShown > now ? 0 : lastShown + shortestPause;
  const times = wanted.map((notice) => ({ notice, time: Math.max(dueAt(notice, settings), pausedUntil) }));
  const later = times.filter(({ time }) => time > now).map(({ time }) => time);
  return {
    due: times.filter(({ time }) => time <= now).map(({ notice }) => notice),
    next: later.length > 0 ? Math.min(...later) : undefined,
  };
}

/** Whoever has dealt with a mention need not be told of it. */
export const isStale = (mention: Pick<Mention, 'status' | 'statusAt'> | undefined, notice: Notice): boolean =>
  notice.kind === 'mention' && (!mention || ((mention.statusAt ?? 0) > notice.at && mention.status !== 'new'));

export interface NoticeSum {
  readonly mentions: number;
  /** The keywords and sites they are of, the most frequent first. */
  readonly keywords: readonly { readonly name: string; readonly count: number }[];
  readonly sites: readonly string[];
  /** What else there is to tell. */
  readonly others: readonly Notice[];
}

const countNames = (names: readonly string[]): { name: string; count: number }[] => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
};

/** What one notification says of several notices. */
export function sumUp(
  due: readonly Notice[],
  mentions: ReadonlyMap<string, Mention>,
  nameKeyword: (id: string) => string | undefined,
): NoticeSum {
  const of = due.filter(({ kind }) => kind === 'mention');
  const found = of.flatMap(({ mentionId }) => mentions.get(mentionId ?? '') ?? []);
  return {
    mentions: of.length,
    keywords: countNames(of.flatMap(({ keywordId }) => nameKeyword(keywordId ?? '') ?? [])),
    sites: countNames(found.map(({ site }) => site)).map(({ name }) => name),
    others: due.filter(({ kind }) => kind !== 'mention'),
  };
}
