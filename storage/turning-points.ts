/** Turning points that were found, kept with what the person made of them. */
import { dayLength, startOfHour } from '../core/calendar.ts';
import { findDrivers } from '../core/drivers.ts';
import { findTurningPoints, type TurningPoint } from '../core/inflection.ts';
import type { Exposure, KeptTurningPoint, Keyword, Mention, Notice } from '../core/model.ts';
import { isCounted } from '../core/tally.ts';
import { scannedBetween, type TurningSeries, toSeries } from '../core/turning-series.ts';
import { type Database, reading, write } from './db.ts';

/** At least as far back as is looked: by then three quarters of it are forgotten anyway. */
const watched = 56 * dayLength;
/** Where that begins moves in steps: with each other beginning other things are found by chance. */
const watchedStep = 28 * dayLength;
const beginOfWatch = (now: number): number => Math.floor((now - watched) / watchedStep) * watchedStep;
/** What is older than this is shown and not told any more. */
const news = dayLength;

const levelPause = dayLength / 4;

const dayOf = (time: number): number => Math.floor(time / dayLength) * dayLength;

async function readSeries(db: Database, keyword: Keyword, exposures: readonly Exposure[], now: number): Promise<TurningSeries> {
  const from = Math.max(beginOfWatch(now), startOfHour(keyword.createdAt));
  const days = db.tallies.where('keywordId').equals(keyword.id);
  return toSeries(await days.filter(({ day }) => day >= dayOf(from)).toArray(), exposures, from);
}

const overlap = (a: TurningPoint, b: TurningPoint): number => Math.min(a.until, b.until) - Math.max(a.since, b.since);

/** A spike of the days in which a level goes on is another one. */
function isSame(kept: KeptTurningPoint, point: TurningPoint): boolean {
  if (kept.direction !== point.direction || kept.at === point.at) return kept.direction === point.direction;
  if (kept.kind === 'level') return point.kind === 'level' && overlap(kept, point) > 0;
  return overlap(kept, point) > 0 && Math.abs(kept.at - point.at) < dayLength;
}

/** One that was kept before and is seen again, perhaps with another beginning, is the same. */
const findSame = (kept: readonly KeptTurningPoint[], point: TurningPoint): KeptTurningPoint | undefined =>
  kept.filter((one) => isSame(one, point)).sort((a, b) => overlap(b, point) - overlap(a, point))[0];

function toKept(
  point: TurningPoint,
  old: KeptTurningPoint | undefined,
  keyword: Keyword,
  series: TurningSeries,
  now: number,
): KeptTurningPoint {
  const at = old?.at ?? Math.min(point.at, now);
  return {
    ...point,
    id: old?.id ?? `${keyword.id}:${point.since}:${point.direction}`,
    keywordId: keyword.id,
    at,
    until: Math.min(point.until, now),
    to: Math.min(point.to, now),
    posts: scannedBetween(series, point.from, point.to),
    drivers: old?.drivers ?? [],
    ...(old?.state ? { state: old.state } : {}),
    ...(old?.note ? { note: old.note } : {}),
  };
}

const listMentionsOf = (db: Database, keywordId: string, from: number, to: number, most: number): Promise<Mention[]> =>
  db.mentions
    .where('seenAt')
    .between(from, to, true, true)
    .reverse()
    .filter((mention) => isCounted(mention) && mention.keywordIds.includes(keywordId))
    .limit(most)
    .toArray();

async function withDrivers(
  db: Database,
  point: KeptTurningPoint,
  keyword: Keyword,
  exposures: readonly Exposure[],
): Promise<KeptTurningPoint> {
  const [now, before] = await Promise.all([
    listMentionsOf(db, keyword.id, point.since, point.until, 500),
    listMentionsOf(db, keyword.id, point.since - 28 * dayLength, point.since - 1, 500),
  ]);
  const begins = startOfHour(point.since);
  const readBefore = new Set(exposures.flatMap(({ site, hour, posts }) => (hour < begins && posts > 0 ? [site] : [])));
  return { ...point, drivers: findDrivers(now, before, keyword.name, readBefore) };
}

const toNotice = ({ id, keywordId }: KeptTurningPoint, now: number): Notice => ({
  id: `turning-point:${id}`.slice(0, 500),
  at: now,
  kind: 'turning-point',
  keywordId,
  how: 'now',
});

interface Found {
  fresh: KeptTurningPoint[];
  changed: KeptTurningPoint[];
}

const isNews = ({ until }: TurningPoint, now: number): boolean => until > now - news;

const isToldNow = ({ at }: TurningPoint, now: number): boolean => at > now - news;

/** The first look at a keyword takes all, and the first that knows of levels takes those. */
const isKnownKind = (kept: readonly TurningPoint[], { kind }: TurningPoint): boolean => kept.some((one) => one.kind === kind);

const says = ({ kind, z, until, count }: TurningPoint): string => [kind, z.toFixed(3), until, count].join();

/** A level changes a little with every post; what drives it is not looked for anew each time. */
const isSaid = (old: KeptTurningPoint, row: KeptTurningPoint): boolean =>
  old.kind === 'level' && row.kind === 'level' ? row.until - old.until < levelPause : says(old) === says(row);

/**
 * The hour that is not over yet is looked at with the posts that were scanned in it so far. Far back the series only loses its oldest hours, which
 * is no reason to find other things there; the first look takes them all.
 */
async function look(db: Database, keyword: Keyword, exposures: readonly Exposure[], now: number): Promise<Found> {
  const series = await readSeries(db, keyword, exposures, now);
  const kept = await db.turningPoints.filter(({ keywordId }) => keywordId === keyword.id).toArray();
  const found: Found = { fresh: [], changed: [] };
  for (const point of findTurningPoints(series.bins)) {
    const old = findSame(kept, point);
    const row = toKept(point, old, keyword, series, now);
    if (old ? isSaid(old, row) || !isNews(row, now) : isKnownKind(kept, row) && !isToldNow(row, now)) continue;
    (old ? found.changed : found.fresh).push(await withDrivers(db, row, keyword, exposures));
  }
  return found;
}

/**
 * Looks at the keywords once more and keeps what turned; all of them where none are named. @returns those that were not known and are news
 */
export async function checkTurningPoints(keywordIds: readonly string[] | undefined, now: number): Promise<KeptTurningPoint[]> {
  const [keywords, exposures] = await reading((db) =>
    Promise.all([
      keywordIds ? db.keywords.bulkGet([...new Set(keywordIds)]) : db.keywords.toArray(),
      db.exposures.where('hour').between(beginOfWatch(now), now, true, true).toArray(),
    ]),
  );
  const told: KeptTurningPoint[] = [];
  for (const keyword of keywords) {
    if (!keyword || keyword.paused) continue;
    const { fresh, changed } = await reading((db) => look(db, keyword, exposures, now));
    if (fresh.length + changed.length === 0) continue;
    const fresher = fresh.filter((point) => isNews(point, now));
    await write(['turningPoints', 'notices'], async (db) => {
      await db.turningPoints.bulkPut([...fresh, ...(await withJudgements(db, changed))]);
      await db.notices.bulkPut(fresher.map((point) => toNotice(point, now)));
    });
    told.push(...fresher);
  }
  return told;
}

/** What the person said meanwhile stays. */
async function withJudgements(db: Database, points: readonly KeptTurningPoint[]): Promise<KeptTurningPoint[]> {
  const kept = await db.turningPoints.bulkGet(points.map(({ id }) => id));
  return points.map((point, i) => ({
    ...point,
    ...(kept[i]?.state ? { state: kept[i].state } : {}),
    ...(kept[i]?.note ? { note: kept[i].note } : {}),
  }));
}

/** The keywords that were mentioned since; those of which nobody spoke may have turned too, downwards. */
export const listMentionedSince = (since: number): Promise<string[]> =>
  reading(async (db) => [
    ...new Set((await db.mentions.where('seenAt').above(since).limit(1_000).toArray()).flatMap(({ keywordIds }) => keywordIds)),
  ]);

/** Newest first, of one keyword or of all; also such as began before `from` and were seen after it. */
export const listTurningPoints = ({
  from,
  to = Number.MAX_SAFE_INTEGER,
  keywordId,
}: {
  from: number;
  to?: number;
  keywordId?: string;
}): Promise<KeptTurningPoint[]> =>
  reading((db) =>
    db.turningPoints
      .where('at')
      .between(from - watched, to, true, true)
      .reverse()
      .filter((point) => Math.max(point.at, point.until) >= from && (!keywordId || point.keywordId === keywordId))
      .toArray(),
  );

/**
 * What the person makes of it: `state` null takes it back, an empty note takes the note away. What was begun to be noted goes with one that is
 * muted. False where it is gone.
 */
export const judgeTurningPoint = (id: string, { state, note }: { state?: 'confirmed' | 'muted' | null; note?: string }): Promise<boolean> =>
  write(['turningPoints', 'drafts'], async (db) => {
    const point = await db.turningPoints.get(id);
    if (!point) return false;
    const { state: oldState, note: oldNote, ...rest } = point;
    const nextState = state === undefined ? oldState : (state ?? undefined);
    const nextNote = note === undefined ? oldNote : note.trim();
    await db.turningPoints.put({ ...rest, ...(nextState ? { state: nextState } : {}), ...(nextNote ? { note: nextNote } : {}) });
    if (state === 'muted') await db.drafts.delete(`turn ${id}`);
    return true;
  });
