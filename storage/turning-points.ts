/** Turning points that were found, kept with what the person made of them. */
import { dayLength, startOfHour } from '../core/calendar.ts';
import { findDrivers } from '../core/drivers.ts';
import { beginTurning, type TurningPoint, updateTurningPoints } from '../core/inflection.ts';
import type { Exposure, KeptTurningPoint, Keyword, Mention, Notice } from '../core/model.ts';
import { isCounted } from '../core/tally.ts';
import { scannedBetween, type TurningSeries, toSeries } from '../core/turning-series.ts';
import { type Database, reading, write } from './db.ts';

/** As far back as is looked: by then three quarters of it are forgotten anyway. */
const watched = 56 * dayLength;
/** What is older than this is shown and not told any more. */
const news = dayLength;

const dayOf = (time: number): number => Math.floor(time / dayLength) * dayLength;

async function readSeries(db: Database, keyword: Keyword, exposures: readonly Exposure[], now: number): Promise<TurningSeries> {
  const from = Math.max(now - watched, startOfHour(keyword.createdAt));
  const days = db.tallies.where('keywordId').equals(keyword.id);
  return toSeries(await days.filter(({ day }) => day >= dayOf(from)).toArray(), exposures, from);
}

/** Each as it was last seen. The hour that is not over yet is looked at with the posts that were scanned in it so far. */
function listPoints({ bins }: TurningSeries): TurningPoint[] {
  const state = beginTurning();
  const points: TurningPoint[] = [];
  for (const bin of bins) {
    const point = updateTurningPoints(state, bin);
    if (point && points.at(-1)?.at === point.at) points[points.length - 1] = point;
    else if (point) points.push(point);
  }
  return points;
}

/** One that was kept before and is seen again, perhaps with another beginning, is the same. */
const isSame = (kept: KeptTurningPoint, { direction, since, until, at }: TurningPoint): boolean =>
  kept.direction === direction && (kept.at === at || (since < kept.until && until > kept.since && Math.abs(kept.at - at) < dayLength));

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

async function withDrivers(db: Database, point: KeptTurningPoint, keyword: Keyword): Promise<KeptTurningPoint> {
  const [now, before] = await Promise.all([
    listMentionsOf(db, keyword.id, point.since, point.until, 500),
    listMentionsOf(db, keyword.id, point.since - 28 * dayLength, point.since - 1, 500),
  ]);
  return { ...point, drivers: findDrivers(now, before, keyword.name) };
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

const says = ({ kind, z, until, count }: TurningPoint): string => [kind, z.toFixed(3), until, count].join();

/** Far back the series only loses its oldest hours, which is no reason to find other things there; the first look takes them all. */
async function look(db: Database, keyword: Keyword, exposures: readonly Exposure[], now: number): Promise<Found> {
  const series = await readSeries(db, keyword, exposures, now);
  const lately = db.turningPoints.where('at').above(now - watched);
  const kept = await lately.filter(({ keywordId }) => keywordId === keyword.id).toArray();
  const found: Found = { fresh: [], changed: [] };
  for (const point of listPoints(series)) {
    const old = kept.find((one) => isSame(one, point));
    const row = toKept(point, old, keyword, series, now);
    if (old ? says(old) === says(row) || !isNews(row, now) : kept.length > 0 && !isNews(row, now)) continue;
    (old ? found.changed : found.fresh).push(await withDrivers(db, row, keyword));
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
      db.exposures
        .where('hour')
        .between(now - watched, now, true, true)
        .toArray(),
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

/** Newest first, of one keyword or of all. */
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
      .between(from, to, true, true)
      .reverse()
      .filter((point) => !keywordId || point.keywordId === keywordId)
      .toArray(),
  );

/** What the person makes of it: `state` null takes it back, an empty note takes the note away. False where it is gone. */
export const judgeTurningPoint = (id: string, { state, note }: { state?: 'confirmed' | 'muted' | null; note?: string }): Promise<boolean> =>
  write(['turningPoints'], async (db) => {
    const point = await db.turningPoints.get(id);
    if (!point) return false;
    const { state: oldState, note: oldNote, ...rest } = point;
    const nextState = state === undefined ? oldState : (state ?? undefined);
    const nextNote = note === undefined ? oldNote : note.trim();
    await db.turningPoints.put({ ...rest, ...(nextState ? { state: nextState } : {}), ...(nextNote ? { note: nextNote } : {}) });
    return true;
  });
