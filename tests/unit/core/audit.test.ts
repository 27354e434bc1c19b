import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditPeriod, compareAudits, countAudit, mayBeChance, readAuditLine } from '../../../core/audit.ts';
import { countAuditSites } from '../../../core/audit-sites.ts';
import { wilson } from '../../../core/rates.ts';
import { day, makeCounted, makeRows, many, start } from './measuring.ts';

const hour = 3_600_000;
const period = { from: start, to: start + 28 * day };

test('an audit looks back on four weeks', () => {
  expect(auditPeriod(start + 28 * day)).toEqual(period);
});

test('an audit keeps counts, so that every share can be reckoned again', () => {
  const mentions = [
    makeCounted(1, { answeredAt: start + 2 * hour, sentiment: 'positive', tags: ['Champion'] }),
    makeCounted(2, { keywordIds: ['them'], sentiment: 'negative', community: 'r/notes', site: 'reddit' }),
    makeCounted(3, { status: 'ignored', sentiment: 'unknown', personId: 'x:ada' }),
    makeCounted(4, { seenAt: period.to }),
    makeCounted(5, { sentiment: 'negative' }),
  ];
  const counts = countAudit(makeRows({ mentions, open: 7, peopleTags: new Map([['x:ada', ['champion']]]) }), period);
  expect(counts).toMatchObject({
    posts: 1_000,
    sites: 1,
    communities: 1,
    mentions: 4,
    counted: 3,
    mine: 3,
    theirs: 1,
    positive: 1,
    // What is said of a competitor is not said of the person.
    negative: 1,
    neutral: 0,
    // Nobody owes a competitor's posts an answer.
    asked: 2,
    answered: 1,
    responses: 1,
    unanswered: 7,
    champions: 2,
  });
  expect(counts.median).toBe(2 * hour - 60_000);
});

test('an audit knows by the clock what took no working time', () => {
  const evenings = many(11, (i) => ({ answeredAt: start + i * 60_000 + hour, answeredAfter: 0 }));
  const counts = countAudit(makeRows({ mentions: evenings }), period);
  expect(counts).toMatchObject({ median: 0, medianByClock: hour });
  const line = compareAudits({ counts }, { counts }).find(({ name }) => name === 'response');
  expect(line?.after.byClock).toBe(hour);
});

const difference = (name: string, before: Record<string, number>, after: Record<string, number>) =>
  compareAudits({ counts: before }, { counts: after }).find((line) => line.name === name)?.difference;

test('a share that moves no further than chance may move it is not called better', () => {
  expect(difference('answered', { asked: 60, answered: 14 }, { asked: 60, answered: 18 })).toBe('unsure');
  expect(difference('answered', { asked: 60, answered: 14 }, { asked: 158, answered: 66 })).toBe('better');
});

test('the median of two replies is too little to call a difference real, and says what it is of', () => {
  const [few, many] = [
    { median: 2 * hour, responses: 2 },
    { median: 6 * hour, medianLow: 5 * hour, medianHigh: 7 * hour, responses: 40 },
  ];
  expect(difference('response', few, many)).toBe('unsure');
  expect(difference('response', many, few)).toBe('unsure');
  expect(difference('response', few, { ...few, median: 6 * hour })).toBe('unsure');
  const line = compareAudits({ counts: few }, { counts: many }).find(({ name }) => name === 'response');
  expect([line?.before.n, line?.after.n]).toEqual([2, 40]);
});

test('what was counted whole differs by what was counted', () => {
  expect(difference('open', { unanswered: 4 }, { unanswered: 5 })).toBe('worse');
  expect(difference('sites', { sites: 2 }, { sites: 3 })).toBe('more');
  const line = compareAudits({ counts: { unanswered: 4 } }, { counts: { unanswered: 5 } }).find(({ name }) => name === 'open');
  expect(line?.before.n).toBeUndefined();
});

test('one champion who did not write this time is no worse', () => {
  expect(difference('champions', { champions: 1 }, { champions: 0 })).toBe('unsure');
  expect(difference('champions', { champions: 4 }, { champions: 9 })).toBe('unsure');
  expect(difference('champions', { champions: 4 }, { champions: 20 })).toBe('better');
});

test('fewer unhappy mentions are better, more are worse', () => {
  const of = (negative: number) => ({ positive: 200 - negative, negative, neutral: 0 });
  expect(difference('negative', of(120), of(60))).toBe('better');
  expect(difference('negative', of(60), of(120))).toBe('worse');
});

test('a share of fewer than six is too little to call a difference real', () => {
  const [calm, upset] = [{ positive: 30, neutral: 0, negative: 0 }, (negative: number) => ({ positive: 0, neutral: 0, negative })];
  expect(difference('negative', calm, upset(1))).toBe('unsure');
  expect(difference('negative', upset(5), calm)).toBe('unsure');
  expect(difference('negative', calm, upset(6))).toBe('worse');
});

test('what so few replies took that their interval is not known may be chance', () => {
  const of = (median: number, responses: number) => ({ median, responses });
  expect(difference('response', of(5 * hour, 5), of(hour, 3))).toBe('unsure');
  const known = { ...of(6 * hour, 9), medianLow: 5 * hour, medianHigh: 7 * hour };
  expect(difference('response', known, of(hour, 3))).toBe('unsure');
  expect(difference('response', known, { ...of(hour, 9), medianLow: hour / 2, medianHigh: 2 * hour })).toBe('better');
  // Of what was counted whole nothing is chance.
  expect(difference('open', { unanswered: 12 }, { unanswered: 3 })).toBe('better');
});

test('having read more is neither better nor worse', () => {
  expect(difference('posts', { posts: 100 }, { posts: 200 })).toBe('more');
  const [few, manyMore] = [10, 90].map((n) => ({ counts: { counted: n, posts: 9_000 }, sites: [{ site: 'x', n, posts: 9_000 }] }));
  expect(compareAudits(few!, manyMore!).find(({ name }) => name === 'rate')?.difference).toBe('more');
});

test('what was not measured then is unknown, not worse', () => {
  expect(difference('response', {}, { median: hour, responses: 9 })).toBe('unknown');
  expect(difference('voice', { mine: 0, theirs: 0 }, { mine: 3, theirs: 1 })).toBe('unknown');
});

test('two days without a difference are the same', () => {
  const counts = countAudit(makeRows({ mentions: many(30) }), period);
  const found = compareAudits({ counts }, { counts }).map((line) => line.difference);
  expect(new Set(found)).toEqual(new Set(['same', 'unknown']));
});

test('no difference is called real by one interval alone', () => {
  const stood = fc.tuple(fc.nat(50), fc.nat(50)).map(([hits, more]) => {
    const n = hits + more;
    return { value: n === 0 ? 0 : hits / n, n, range: wilson(hits, n) };
  });
  fc.assert(
    fc.property(stood, stood, (a, b) => {
      const overlap =
        a.range && b.range && a.range.low <= b.value && b.value <= a.range.high && b.range.low <= a.value && a.value <= b.range.high;
      return !overlap || mayBeChance(a, b);
    }),
  );
});

const site = (name: string, n: number, posts: number) => ({ site: name, n, posts });
const rateLine = (before: Parameters<typeof compareAudits>[0], after: Parameters<typeof compareAudits>[1]) =>
  compareAudits(before, after).find(({ name }) => name === 'rate');

test('an audit keeps what it counted on each site, and two are held against each other like for like', () => {
  const exposures = [
    { site: 'x', hour: start, posts: 3_000 },
    { site: 'reddit', hour: start, posts: 27_000 },
    { site: 'lobsters', hour: start, posts: 0 },
  ];
  const sites = countAuditSites(makeRows({ mentions: many(6, (i) => ({ site: i < 2 ? 'x' : 'reddit' })), exposures }), period);
  expect(sites).toEqual([site('reddit', 4, 27_000), site('x', 2, 3_000)]);
  const before = { counts: { counted: 57, posts: 30_000 }, sites: [site('x', 27, 27_000), site('reddit', 30, 3_000)] };
  const elsewhere = { counts: { counted: 273, posts: 30_000 }, sites: [site('x', 3, 3_000), site('reddit', 270, 27_000)] };
  expect(rateLine(before, elsewhere)).toMatchObject({ difference: 'same', like: { now: 9.1 } });
  const more = { counts: { counted: 546, posts: 30_000 }, sites: [site('x', 6, 3_000), site('reddit', 540, 27_000)] };
  expect(rateLine(before, more)?.difference).toBe('more');
  expect(rateLine(more, before)?.difference).toBe('less');
});

test('whether more is said is unknown where no site was read in both times, and where sites were not kept', () => {
  const before = { counts: { counted: 57, posts: 30_000 }, sites: [site('x', 57, 30_000)] };
  const after = { counts: { counted: 273, posts: 30_000 }, sites: [site('reddit', 273, 30_000)] };
  expect(rateLine(before, after)).toMatchObject({ difference: 'unknown' });
  expect(rateLine({ counts: before.counts }, after)).toMatchObject({ difference: 'unknown', noSites: true });
});

test('an audit keeps no share of voice where there is no competitor, and says of none added since that anything changed', () => {
  const kinds = new Map([['us', 'brand' as const]]);
  const alone = countAudit(makeRows({ mentions: many(30), kinds }), { from: start, to: start + day });
  expect(alone).not.toHaveProperty('mine');
  expect(readAuditLine('voice', { counts: alone }).value).toBeUndefined();
  const added = { id: 'them', kind: 'competitor' as const, createdAt: start + 40 * day };
  const counts = { mine: 50, theirs: 0, counted: 50, posts: 1_000 };
  const before = { counts, from: start, to: start + 28 * day };
  const after = { counts: { ...counts, theirs: 60, counted: 110 }, from: start + 28 * day, to: start + 56 * day };
  const find = (name: string, keywords: Parameters<typeof compareAudits>[2]) =>
    compareAudits(before, after, keywords).find((one) => one.name === name);
  for (const name of ['voice', 'rate'])
    expect(find(name, [added])).toMatchObject({ difference: 'unknown', without: [{ keywordId: 'them', since: added.createdAt }] });
  expect(find('voice', [{ ...added, createdAt: 1 }])?.difference).toBe('worse');
});
