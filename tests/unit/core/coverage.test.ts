import { expect, test } from 'vitest';
import { type CoverageInput, dayIndexOf, summarizeCoverage } from '../../../core/coverage.ts';

const day = 86_400_000;
const hour = 3_600_000;
const first = Date.UTC(2026, 9, 1);
const days = Array.from({ length: 30 }, (_, i) => first + i * day);
const at = (i: number, hours = 12) => first + i * day + hours * hour;

const summarize = (part: Partial<CoverageInput>) =>
  summarizeCoverage({ days, exposures: [], communities: [], mentions: [], lastRead: [], ...part });

test('a moment lies in its day, also on a day of 25 hours', () => {
  const long = [0, 24 * hour, 49 * hour, 73 * hour];
  expect([-1, 0, 24 * hour - 1, 24 * hour, 48 * hour, 49 * hour, 500 * hour].map((time) => dayIndexOf(long, time))).toEqual([
    -1, 0, 0, 1, 1, 2, 3,
  ]);
  expect(dayIndexOf([], 5)).toBe(-1);
});

test('the hours of a day add up, and a day on which nothing was read is unknown, not zero', () => {
  const [site] = summarize({
    exposures: [
      { site: 'x', hour: at(3, 9), posts: 40 },
      { site: 'x', hour: at(3, 20), posts: 60 },
      { site: 'x', hour: at(5), posts: 1 },
    ],
    mentions: [{ site: 'x', seenAt: at(3) }],
  });
  expect(site?.days.map(({ posts }) => posts).slice(2, 7)).toEqual([undefined, 100, undefined, 1, undefined]);
  expect(site).toMatchObject({ posts: 101, mentions: 1, lastRead: at(5) });
  expect(site?.rate?.perThousand).toBeCloseTo(9.9, 1);
});

test('mentions of a day that was not counted enter no rate', () => {
  const [site] = summarize({
    exposures: [{ site: 'x', hour: at(3), posts: 100 }],
    mentions: [
      { site: 'x', seenAt: at(3) },
      { site: 'x', seenAt: at(9) },
    ],
  });
  expect(site?.mentions).toBe(2);
  expect(site?.rate).toMatchObject({ perThousand: 10, posts: 100 });
});

test('a site that was never counted has mentions and no rate', () => {
  const [site] = summarize({ mentions: [{ site: 'lemmy', community: '!linux@lemmy.ml', seenAt: at(1) }] });
  expect(site).toMatchObject({ posts: undefined, rate: undefined, mentions: 1 });
  expect(site?.communities[0]).toMatchObject({ community: '!linux@lemmy.ml', posts: undefined, mentions: 1 });
});

test('communities are part of their site, one spelling or another, the most read first', () => {
  const [site] = summarize({
    exposures: [{ site: 'reddit', hour: at(4), posts: 90 }],
    communities: [
      { site: 'reddit', community: 'r/sre', hour: at(4), posts: 20 },
      { site: 'reddit', community: 'r/DevOps', hour: at(4), posts: 30 },
      { site: 'reddit', community: 'r/devops', hour: at(6), posts: 10 },
    ],
    mentions: [
      { site: 'reddit', community: 'r/devops', seenAt: at(4) },
      { site: 'reddit', seenAt: at(4) },
    ],
  });
  expect(site).toMatchObject({ posts: 90, mentions: 2 });
  expect(site?.communities.map(({ community, posts, mentions }) => [community, posts, mentions])).toEqual([
    ['r/DevOps', 40, 1],
    ['r/sre', 20, 0],
  ]);
});

test('what was read before these days is still known by when', () => {
  const [site] = summarize({
    lastRead: [
      { site: 'reddit', hour: first - 9 * day },
      { site: 'reddit', community: 'r/devops', hour: first - 20 * day },
    ],
  });
  expect(site).toMatchObject({ lastRead: first - 9 * day, posts: undefined, rate: undefined });
  expect(site?.communities[0]).toMatchObject({ community: 'r/devops', lastRead: first - 20 * day });
});

test('a year of hours adds up', () => {
  const listHours = (days: number[]) =>
    days.flatMap((start) =>
      Array.from({ length: 8 * 12 }, (_, i) => ({ site: `s${i % 8}`, community: `c${i % 40}`, hour: start + (i % 12) * hour, posts: 7 })),
    );
  const year = Array.from({ length: 365 }, (_, i) => first - (364 - i) * day);
  const sum = (days: number[]) => {
    const rows = listHours(days);
    return summarize({ days, communities: rows, exposures: rows.map(({ community: _, ...one }) => one) });
  };
  const communities = listHours(year);
  const sites = sum(year);
  expect(sites.reduce((total, { posts }) => total + (posts ?? 0), 0)).toBe(communities.length * 7);
});
