/** Every number of the insights page, counted a second time from the raw rows: slowly, one by one, by code that shares nothing with ours. */
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { countAudit } from '../../../core/audit.ts';
import { calendarOf, dayLength, lastDays, listDays, type Period, spanOf } from '../../../core/calendar.ts';
import { listChampions, listTurned } from '../../../core/champions.ts';
import { measureCrowd, measureFeeling, measureIntents } from '../../../core/feeling.ts';
import {
  type GroupBy,
  gather,
  type InsightFilter,
  measureEach,
  measureGroups,
  measureHours,
  measureVolume,
  narrow,
  within,
} from '../../../core/insights.ts';
import { take } from '../../../core/measures.ts';
import type { MeasureKind, Mention } from '../../../core/model.ts';
import { measureResponse } from '../../../core/response.ts';
import { compareRivals, measureShareOfVoice } from '../../../core/share-of-voice.ts';
import { openDatabase, write } from '../../../storage/db.ts';
import { readInsightMentions, readInsightRows, readPeopleBefore } from '../../../storage/insights.ts';
import { saveKeywords } from '../../../storage/keywords.ts';
import { readMeasureRows } from '../../../storage/measuring.ts';
import { mentionTables, putMentions } from '../../../storage/mention-writes.ts';
import { saveBatch } from '../../../storage/mentions.ts';
import { makeCapture, makeKeyword, now, startAnew } from './made-up.ts';

beforeEach(startAnew);

const hour = 3_600_000;
const keywords = [
  { id: 'ours', kind: 'brand' as const },
  { id: 'ours2', kind: 'brand' as const },
  { id: 'theirs', kind: 'competitor' as const },
  { id: 'topic', kind: 'topic' as const },
];
const zones = ['UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland'];

const someMention = fc.record({
  postId: fc.integer({ min: 0, max: 60 }),
  site: fc.constantFrom('x', 'reddit'),
  keywordIds: fc.uniqueArray(fc.constantFrom(...keywords.map(({ id }) => id)), { minLength: 1, maxLength: 3 }),
  back: fc.integer({ min: 0, max: 24 * 20 * 60 }),
  age: fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: undefined }),
  kind: fc.constantFrom('post' as const, 'comment' as const),
  community: fc.constantFrom(undefined, 'r/devops', 'r/DevOps', 'r/sysadmin'),
  handle: fc.constantFrom(undefined, 'ada', 'Ada', 'bo', 'cy', 'di'),
  own: fc.constantFrom(undefined, undefined, undefined, undefined, true),
  promoted: fc.constantFrom(undefined, undefined, undefined, undefined, true),
  value: fc.constantFrom('positive' as const, 'negative' as const, 'neutral' as const, 'unknown' as const, undefined),
  intents: fc.uniqueArray(fc.constantFrom('question' as const, 'complaint' as const, 'buying' as const)),
  status: fc.constantFrom('new' as const, 'done' as const, 'ignored' as const, 'waiting' as const, 'snoozed' as const),
  answers: fc.array(fc.record({ after: fc.integer({ min: -500, max: 6_000 }), seen: fc.boolean() }), { maxLength: 2 }),
});
type Some = typeof someMention extends fc.Arbitrary<infer T> ? T : never;

const someReading = fc.record({
  site: fc.constantFrom('x', 'reddit'),
  community: fc.constantFrom(undefined, 'r/devops', 'r/sysadmin'),
  back: fc.integer({ min: 0, max: 24 * 20 }),
  posts: fc.uniqueArray(fc.integer({ min: 1, max: 4_000 }), { minLength: 1, maxLength: 40 }),
});

async function keep(
  mentions: readonly Some[],
  readings: readonly { site: string; community?: string | undefined; back: number; posts: number[] }[],
) {
  const scanned = readings.map(({ back, community, ...one }) => ({
    ...one,
    ...(community ? { community } : {}),
    hour: Math.floor(now / hour) * hour - back * hour,
  }));
  const captures = mentions.map(({ postId, site, keywordIds, back, age, kind, community, handle, own, promoted }) =>
    makeCapture(postId, {
      site,
      kind,
      keywordIds,
      hits: [],
      seenAt: now - back * 60_000,
      postedAt: age === undefined ? undefined : now - back * 60_000 - age * 60_000,
      author: handle ? { handle } : {},
      ...JSON.parse(JSON.stringify({ community, own, promoted })),
    }),
  );
  await saveBatch({ captures: JSON.parse(JSON.stringify(captures)), scanned }, now);
  await write([...mentionTables, 'answers'], async (db) => {
    for (const { site, postId, value, intents, status, answers } of mentions) {
      const before = await db.mentions.get(`${site}:${postId}`);
      if (!before) continue;
      const after: Mention = { ...before, status, intents, ...(value ? { sentiment: { value, words: [] } } : {}) };
      await putMentions(db, [after], [before]);
      for (const [i, { after: minutes, seen }] of answers.entries()) {
        const insertedAt = Math.max(0, before.seenAt + minutes * 60_000);
        await db.answers.put({ id: `${before.id} ${i}`, mentionId: before.id, insertedAt, ...(seen ? { postedAt: insertedAt } : {}) });
      }
    }
  });
}

/** The date and hour the browser writes for the beginning of the hour. */
function clockOf(zone: string) {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
    weekday: 'short',
  });
  return (time: number) => {
    const parts = Object.fromEntries(format.formatToParts(Math.floor(time / hour) * hour).map(({ type, value }) => [type, value]));
    return {
      day: Date.parse(`${parts.year}-${parts.month}-${parts.day}T00:00:00Z`),
      hour: Number(parts.hour),
      weekday: String(parts.weekday),
    };
  };
}

interface Raw {
  mentions: (Mention & { day: number })[];
  read: { site: string; community?: string; hour: number; posts: number; day: number }[];
}

/** All raw rows that pass, read past everything that counts. */
async function readRaw(zone: string, { from, to }: Period, filter: InsightFilter): Promise<Raw> {
  const db = await openDatabase();
  const clock = clockOf(zone);
  const isHere = (place: { site: string; community?: string | undefined; day: number }) =>
    place.day >= from &&
    place.day <= to &&
    (!filter.site || place.site === filter.site) &&
    (!filter.community || place.community?.toLowerCase() === filter.community.toLowerCase());
  const mentions = (await db.mentions.toArray()).map((one) => ({ ...one, day: clock(one.seenAt).day }));
  const read = filter.community ? await db.coverage.toArray() : await db.exposures.toArray();
  return {
    mentions: mentions.filter(
      (one) =>
        !one.own &&
        !one.promoted &&
        isHere(one) &&
        (!filter.kind || one.kind === filter.kind) &&
        (!filter.keywordIds || one.keywordIds.some((id) => filter.keywordIds?.includes(id))),
    ),
    read: read.map((one) => ({ ...one, day: clock(one.hour).day })).filter(isHere),
  };
}

const volumeOf = ({ mentions, read }: Raw) => {
  const posts = read.length === 0 ? undefined : read.reduce((sum, one) => sum + one.posts, 0);
  const amongRead = mentions.filter(({ site, day }) => read.some((one) => one.site === site && one.day === day)).length;
  return { mentions: mentions.length, untold: 0, posts, amongRead };
};

const someFilter: fc.Arbitrary<InsightFilter> = fc.record({
  keywordIds: fc.constantFrom(undefined, undefined, ['ours'], ['theirs', 'topic']),
  site: fc.constantFrom(undefined, undefined, 'x', 'reddit'),
  kind: fc.constantFrom(undefined, undefined, 'comment' as const),
  community: fc.constantFrom(undefined, undefined, 'r/devops'),
});

async function look(zone: string, days: number, filter: InsightFilter) {
  const calendar = calendarOf(zone);
  const period = lastDays(days, now, calendar);
  const rows = await readInsightRows(spanOf(period));
  return { calendar, period, gathered: within(narrow(gather(rows, calendar), filter), period) };
}

/** The shares from which `hits` of `of` is as far away as 95 of 100 go (Wilson): looked for by halving, not by the formula. */
function surelyBetween(hits: number, of: number): { low: number; high: number } {
  const isFar = (share: number) => (hits / of - share) ** 2 > (1.959_963_985 ** 2 * share * (1 - share)) / of;
  const search = (near: number, far: number): number => {
    let [inside, outside] = [near, far];
    for (let i = 0; i < 60; i++) {
      const middle = (inside + outside) / 2;
      if (isFar(middle)) outside = middle;
      else inside = middle;
    }
    return inside;
  };
  return { low: hits === 0 ? 0 : search(hits / of, 0), high: hits === of ? 1 : search(hits / of, 1) };
}

function expectRate(rate: { perThousand: number; low: number; high: number } | undefined, hits: number, of: number): void {
  // More mentions than posts read do not belong together.
  if (of === 0 || hits > of) {
    expect(rate).toBeUndefined();
    return;
  }
  const { low, high } = surelyBetween(hits, of);
  expect([rate?.perThousand, rate?.low, rate?.high].map((value) => Number(value?.toFixed(6)))).toEqual(
    [hits / of, low, high].map((value) => Number((value * 1_000).toFixed(6))),
  );
}

/** The value so far along: between the two next to it as much nearer to the one as it is. */
function along(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below === undefined || above === undefined ? undefined : below * (1 - (at % 1)) + above * (at % 1);
}

const near = (value: number | undefined): number | undefined => (value === undefined ? undefined : Math.round(value * 1_000) / 1_000);

const withoutRate = <T extends { rate: unknown }>({ rate: _, ...counts }: T) => counts;

test('volume, by day, by hour and by what it is made of, is what the raw rows say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someMention, { maxLength: 50 }),
      fc.array(someReading, { maxLength: 25 }),
      fc.constantFrom(...zones),
      fc.constantFrom(1, 7, 15),
      someFilter,
      async (mentions, readings, zone, days, filter) => {
        startAnew();
        await keep(mentions, readings);
        const { calendar, period, gathered } = await look(zone, days, filter);
        const raw = await readRaw(zone, period, filter);
        expect(withoutRate(measureVolume(gathered))).toEqual(volumeOf(raw));
        expectRate(measureVolume(gathered).rate, volumeOf(raw).amongRead, volumeOf(raw).posts ?? 0);

        const each = listDays(period);
        const measured = measureEach(
          gathered,
          each.map((day) => ({ from: day, to: day })),
        );
        for (const [i, day] of each.entries()) {
          const isDay = (one: { day: number }) => one.day === day;
          expect(withoutRate(measured[i] ?? measureVolume(gathered))).toEqual(
            volumeOf({ mentions: raw.mentions.filter(isDay), read: raw.read.filter(isDay) }),
          );
        }

        const clock = clockOf(zone);
        const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
        for (const cell of measureHours(gathered)) {
          const isCell = (time: number) => clock(time).hour === cell.hour && clock(time).weekday === names[cell.weekday];
          expect(cell.mentions).toBe(raw.mentions.filter(({ seenAt }) => isCell(seenAt)).length);
          const read = raw.read.filter((one) => isCell(one.hour));
          expect(cell.posts).toBe(read.length === 0 ? undefined : read.reduce((sum, one) => sum + one.posts, 0));
        }

        const keysOf: Record<GroupBy, (one: Mention) => (string | undefined)[]> = {
          site: ({ site }) => [site],
          kind: ({ kind }) => [kind],
          keyword: ({ keywordIds }) => keywordIds.filter((id) => !filter.keywordIds || filter.keywordIds.includes(id)),
          community: ({ site, community }) => [community && `${site} ${community.toLowerCase()}`],
        };
        for (const by of ['site', 'kind', 'keyword', 'community'] as const) {
          const counted = new Map<string, number>();
          for (const one of raw.mentions) for (const key of keysOf[by](one)) if (key) counted.set(key, (counted.get(key) ?? 0) + 1);
          const groups = measureGroups(gathered, by).filter((group) => group.mentions > 0);
          const nameOf = (group: { key: string; site?: string | undefined }) =>
            by === 'community' ? `${group.site} ${group.key.toLowerCase()}` : group.key;
          expect(new Map(groups.map((group) => [nameOf(group), group.mentions]))).toEqual(counted);
        }
        expect(calendar.zone).toBe(zone);
      },
    ),
    { numRuns: 40 },
  );
});

test('share of voice, feeling, intents and people are what the raw rows say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someMention, { maxLength: 50 }),
      fc.array(someReading, { maxLength: 25 }),
      fc.constantFrom(...zones),
      async (mentions, readings, zone) => {
        startAnew();
        await keep(mentions, readings);
        const { calendar, period, gathered } = await look(zone, 8, {});
        const raw = await readRaw(zone, period, {});
        const names = (one: Mention, kind: string) => one.keywordIds.some((id) => keywords.some((k) => k.id === id && k.kind === kind));
        const mine = raw.mentions.filter((one) => names(one, 'brand'));
        const theirs = raw.mentions.filter((one) => names(one, 'competitor'));
        const voice = measureShareOfVoice(gathered, keywords);
        expect([voice.mine, voice.theirs, voice.both, voice.all]).toEqual([
          mine.length,
          theirs.length,
          mine.filter((one) => theirs.includes(one)).length,
          raw.mentions.length,
        ]);
        const named = mine.length + theirs.length;
        expect(voice.ofNamed?.share).toEqual(named === 0 ? undefined : mine.length / named);
        expect(voice.ofAll?.share).toEqual(raw.mentions.length === 0 ? undefined : mine.length / raw.mentions.length);
        // Each site by its own rates, all sites alike.
        let [part, whole] = [0, 0];
        for (const site of ['x', 'reddit']) {
          const read = raw.read.filter((one) => one.site === site);
          const posts = read.reduce((sum, one) => sum + one.posts, 0);
          const count = (some: readonly (Mention & { day: number })[]) =>
            some.filter((one) => one.site === site && read.some(({ day }) => day === one.day)).length;
          if (posts === 0) continue;
          part += count(mine) / posts;
          whole += (count(mine) + count(theirs)) / posts;
        }
        if (whole === 0) expect(voice.even).toBeUndefined();
        else expect(voice.even?.share).toBeCloseTo(part / whole, 10);

        for (const rival of compareRivals(gathered, gathered, keywords)) {
          const own = raw.mentions.filter(({ keywordIds }) => keywordIds.includes(rival.keywordId));
          const felt = own.filter(({ sentiment }) => sentiment && sentiment.value !== 'unknown');
          expect(rival.mentions).toBe(own.length);
          expect(rival.share?.share).toEqual(named === 0 ? undefined : own.length / named);
          expect(rival.positive?.n ?? 0).toBe(felt.length);
          expect(rival.questions).toBe(own.filter(({ intents }) => intents?.includes('question')).length);
          expect(rival.complaints).toBe(own.filter(({ intents }) => intents?.includes('complaint')).length);
          for (const value of ['positive', 'negative'] as const) {
            const count = felt.filter(({ sentiment }) => sentiment?.value === value).length;
            expect(rival[value]?.share).toEqual(felt.length === 0 ? undefined : count / felt.length);
          }
          const { amongRead, posts = 0 } = volumeOf({ mentions: own, read: raw.read });
          expectRate(rival.rate, amongRead, posts);
          // The period beside itself is once what it was.
          expect(near(rival.change?.times)).toBe(amongRead > 0 && posts > 0 ? 1 : undefined);
        }

        const feeling = measureFeeling(gathered.posts);
        for (const value of ['positive', 'neutral', 'negative'] as const) {
          const count = raw.mentions.filter(({ sentiment }) => sentiment?.value === value).length;
          expect(feeling.counts[value]).toBe(count);
          expect(feeling.shares[value]?.share).toEqual(feeling.known === 0 ? undefined : count / feeling.known);
        }
        for (const { intent, count } of measureIntents(gathered.posts))
          expect(count).toBe(raw.mentions.filter(({ intents }) => intents?.includes(intent)).length);

        const whoOf = ({ site, author }: Mention) => author.handle && `${site}:${author.handle.toLowerCase()}`;
        const people = new Set(raw.mentions.map(whoOf).filter(Boolean));
        const earlier = await readRaw(zone, { from: 0, to: period.from - dayLength }, {});
        const before = new Set(earlier.mentions.map(whoOf));
        const crowd = measureCrowd(gathered, await readPeopleBefore(calendar, period.from));
        expect(crowd).toEqual({
          people: people.size,
          fresh: [...people].filter((who) => !before.has(who)).length,
          returning: [...people].filter((who) => before.has(who)).length,
          unnamed: raw.mentions.filter((one) => !whoOf(one)).length,
        });
      },
    ),
    { numRuns: 40 },
  );
});

test('response is what the raw rows say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someMention, { maxLength: 40 }), fc.constantFrom(...zones), async (made, zone) => {
      startAnew();
      await keep(made, []);
      const { mentions, answers } = await readInsightMentions(now - 8 * dayLength, now + 1, 1_000);
      const target = 24 * hour;
      const found = measureResponse(mentions, answers, { target }, calendarOf(zone), now);

      const db = await openDatabase();
      const all = await db.answers.toArray();
      const raw = (await db.mentions.toArray()).filter(({ own, promoted, seenAt }) => !own && !promoted && seenAt >= now - 8 * dayLength);
      const posted = raw.map((one) => {
        const times = all
          .filter(({ mentionId, postedAt }) => mentionId === one.id && postedAt !== undefined)
          .map(({ postedAt }) => postedAt ?? 0);
        return { ...one, at: times.length > 0 ? Math.min(...times) : undefined };
      });
      const answered = posted.filter(({ at }) => at !== undefined);
      const unanswered = posted.filter(({ at }) => at === undefined);
      expect(found.answered).toBe(answered.length);
      expect(found.setAside).toBe(unanswered.filter(({ status }) => status === 'ignored').length);
      expect(found.closed).toBe(unanswered.filter(({ status }) => status === 'done' || status === 'waiting').length);
      expect(found.open).toBe(unanswered.filter(({ status }) => status === 'new' || status === 'snoozed').length);
      expect(found.unseen).toBe(
        unanswered.filter(({ id, status }) => status !== 'ignored' && all.some(({ mentionId }) => mentionId === id)).length,
      );
      const waits = answered.map(({ at = 0, seenAt }) => Math.max(0, at - seenAt)).sort((a, b) => a - b);
      const middle =
        waits.length % 2 ? waits[(waits.length - 1) / 2] : ((waits[waits.length / 2 - 1] ?? 0) + (waits[waits.length / 2] ?? 0)) / 2;
      expect(found.sinceSeen?.median).toEqual(waits.length === 0 ? undefined : middle);
      expect(near(found.sinceSeen?.p90)).toEqual(near(along(waits, 0.9)));
      const ages = raw.flatMap(({ postedAt, seenAt }) => (postedAt === undefined || postedAt > seenAt ? [] : [seenAt - postedAt]));
      expect(near(found.ageWhenSeen?.median)).toEqual(near(along(ages, 0.5)));
      const sincePosted = answered.flatMap(({ at = 0, postedAt }) => (postedAt === undefined ? [] : [Math.max(0, at - postedAt)]));
      expect([found.sincePosted?.n ?? 0, near(found.sincePosted?.median), near(found.sincePosted?.p90)]).toEqual([
        sincePosted.length,
        near(along(sincePosted, 0.5)),
        near(along(sincePosted, 0.9)),
      ]);
      expect(found.stillInTime).toBe(
        unanswered.filter(({ status, seenAt }) => (status === 'new' || status === 'snoozed') && now - seenAt <= target).length,
      );
      const inTime = waits.filter((wait) => wait <= target).length;
      const late =
        waits.length -
        inTime +
        unanswered.filter(({ status, seenAt }) => (status === 'new' || status === 'snoozed') && now - seenAt > target).length;
      expect(found.withinTarget?.share).toEqual(inTime + late === 0 ? undefined : inTime / (inTime + late));
      const clock = clockOf(zone);
      for (const { hour: at, asked, answered: count, median } of found.byHour) {
        // The very moment, not the beginning of its hour: half an hour more in some zones.
        const isHour = ({ seenAt }: Mention) =>
          Number(new Intl.DateTimeFormat('en', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(seenAt)) === at;
        expect(count).toBe(answered.filter(isHour).length);
        const hourly = answered.filter(isHour).map(({ at: then = 0, seenAt }) => Math.max(0, then - seenAt));
        expect(near(median)).toEqual(near(along(hourly, 0.5)));
        expect(asked).toBe(answered.filter(isHour).length + unanswered.filter((one) => one.status !== 'ignored' && isHour(one)).length);
      }
      expect(clock(now).hour).toBeLessThan(24);
    }),
    { numRuns: 40 },
  );
});

const isPleased = ({ sentiment, intents = [] }: Mention) => sentiment?.value === 'positive' || intents.includes('praise');
const isUnhappy = ({ sentiment, intents = [] }: Mention) => sentiment?.value === 'negative' || intents.includes('complaint');
const whenOf = ({ postedAt, seenAt }: Mention) => postedAt ?? seenAt;

test('champions, and who turned from unhappy to happy, are those whose own posts say so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someMention, { maxLength: 50 }), async (made) => {
      startAnew();
      await keep(made, []);
      const { mentions, answers } = await readInsightMentions(0, now + 1, 1_000);
      const db = await openDatabase();
      const raw = (await db.mentions.toArray()).filter(({ own, promoted, author }) => !own && !promoted && author.handle);
      const people = new Set(raw.map(({ site, author }) => `${site}:${author.handle?.toLowerCase()}`));
      const champions = new Map(listChampions(mentions, 100).map((one) => [one.id.toLowerCase(), one]));
      const turned = new Set(listTurned(mentions, answers).map(({ id }) => id.toLowerCase()));
      for (const who of people) {
        const said = raw.filter(({ site, author }) => `${site}:${author.handle?.toLowerCase()}` === who);
        const [unhappy, kind] = [said.filter(isUnhappy), said.filter((one) => isPleased(one) && !isUnhappy(one))];
        const isChampion = kind.length >= 2 && kind.length > unhappy.length;
        const shown = champions.get(who);
        expect([who, shown?.praised, shown?.complained]).toEqual(
          isChampion ? [who, kind.length, unhappy.length] : [who, undefined, undefined],
        );
        // An unhappy post, an answer to one such that was seen in the page after it, and a kind post after that.
        const isTurned = kind.some((happy) => {
          const before = unhappy.filter((one) => whenOf(one) < whenOf(happy));
          const last = Math.max(...before.map(whenOf));
          return answers.some(
            ({ mentionId, postedAt }) =>
              postedAt !== undefined && postedAt > last && postedAt < whenOf(happy) && before.some(({ id }) => id === mentionId),
          );
        });
        expect([who, turned.has(who)]).toEqual([who, isTurned]);
      }
    }),
    { numRuns: 30 },
  );
});

test('what goals, audits and reports tell is what the raw rows say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someMention, { maxLength: 50 }),
      fc.array(someReading, { maxLength: 25 }),
      fc.constantFrom(...zones),
      async (made, readings, zone) => {
        startAnew();
        await saveKeywords(keywords.map(({ id, kind }) => makeKeyword(id, { kind, createdAt: 1 })));
        await keep(made, readings);
        const period = { from: now - 8 * dayLength, to: now + 1 };
        const rows = await readMeasureRows(period, zone);
        const db = await openDatabase();
        const clock = clockOf(zone);
        const answers = await db.answers.toArray();
        const raw = (await db.mentions.toArray())
          .filter(({ own, promoted, seenAt }) => !own && !promoted && seenAt >= period.from)
          .map((one) => {
            const times = answers.flatMap(({ mentionId, postedAt }) => (mentionId === one.id && postedAt !== undefined ? [postedAt] : []));
            return { ...one, at: times.length > 0 ? Math.min(...times) : undefined };
          });
        const read = (await db.exposures.toArray()).filter(({ hour: at }) => at >= period.from && at <= now);
        const posts = read.reduce((sum, one) => sum + one.posts, 0);
        const reading = (kind: MeasureKind) => take({ kind }, rows, period);
        expect(reading('read').value).toBe(posts);
        expect(reading('mentions').value).toBe(raw.length);

        const among = raw.filter(({ site, seenAt }) =>
          read.some((one) => one.site === site && clock(one.hour).day === clock(seenAt).day),
        ).length;
        const { value, low = 0, high = 0 } = reading('rate');
        expectRate(value === undefined ? undefined : { perThousand: value, low, high }, among, posts);

        const names = (kind: string) => (one: Mention) => one.keywordIds.some((id) => keywords.some((k) => k.id === id && k.kind === kind));
        const [mine, theirs] = [raw.filter(names('brand')), raw.filter(names('competitor'))];
        const share = (part: number, of: number) => (of === 0 ? undefined : part / of);
        expect(reading('share-of-voice').value).toEqual(share(mine.length, mine.length + theirs.length));
        const felt = mine.filter(({ sentiment }) => sentiment && sentiment.value !== 'unknown');
        expect(reading('negative').value).toEqual(
          share(felt.filter(({ sentiment }) => sentiment?.value === 'negative').length, felt.length),
        );
        const asked = mine.filter(({ status, at }) => status !== 'ignored' || at !== undefined);
        const answered = asked.filter(({ at }) => at !== undefined);
        expect(reading('answered').value).toEqual(share(answered.length, asked.length));
        const waits = answered.map(({ at = 0, seenAt }) => Math.max(0, at - seenAt));
        expect(near(reading('response-time').value)).toEqual(near(along(waits, 0.5)));
        const open = (await db.mentions.toArray()).filter(({ status }) => status === 'new' || status === 'snoozed').length;
        // Where nothing was ever read, it is not known to be none.
        const isNever = (await db.exposures.count()) + raw.length + open === 0;
        expect(reading('open').value).toBe(isNever ? undefined : open);

        const audit = countAudit(rows, period);
        expect(audit).toMatchObject({
          posts,
          mentions: raw.length,
          counted: among,
          mine: mine.length,
          theirs: theirs.length,
          ...(isNever ? {} : { unanswered: open }),
        });
        if (isNever) expect(audit).not.toHaveProperty('unanswered');
        expect(audit).toMatchObject({ asked: asked.length, answered: answered.length });
        for (const feeling of ['positive', 'neutral', 'negative'] as const)
          expect(audit[feeling]).toBe(mine.filter(({ sentiment }) => sentiment?.value === feeling).length);
      },
    ),
    { numRuns: 20 },
  );
});
