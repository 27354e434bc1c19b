/** Turning points as they are kept: what is usual and how sure it is are made up, what was counted is not. */
import { beginOfHour, day, hour } from './clock.ts';
import type { Rows, Turn } from './rows.ts';

type Draft = Pick<Turn, 'keywordId' | 'direction' | 'kind' | 'expected' | 'weeks' | 'p'> & {
  daysAgo: number;
  hours: number;
  z: number;
  state?: string;
  note?: string;
};

const drafts: readonly Draft[] = [
  { keywordId: 'k0', direction: 'up', kind: 'spike', expected: 0.75, weeks: 300, p: 1e-9, z: 9, daysAgo: 2, hours: 36 },
  { keywordId: 'k0', direction: 'down', kind: 'level', expected: 12.4, weeks: 800, p: 1e-9, z: -5.5, daysAgo: 4, hours: 60 },
  {
    keywordId: 'k1',
    direction: 'up',
    kind: 'level',
    expected: 0.01,
    weeks: 31.6,
    p: 1e-9,
    z: 7,
    daysAgo: 6,
    hours: 48,
    state: 'confirmed',
    note: 'our launch',
  },
  { keywordId: 'k2', direction: 'down', kind: 'spike', expected: 9.96, weeks: 0.4, p: 3e-5, z: -4.6, daysAgo: 8, hours: 24 },
  { keywordId: 'k2', direction: 'up', kind: 'spike', expected: 0.2, weeks: 104, p: 1e-4, z: 6.2, daysAgo: 20, hours: 72 },
  { keywordId: 'k3', direction: 'up', kind: 'spike', expected: 1.5, weeks: 0.9, p: 1e-8, z: 11, daysAgo: 25, hours: 40, state: 'muted' },
];

function makeTurn({ counted, exposures }: Rows, now: number, draft: Draft, i: number): Turn {
  const { daysAgo, hours, keywordId, state, note, ...rest } = draft;
  const to = beginOfHour(now - daysAgo * day);
  const from = to - hours * hour;
  const isIn = (time: number) => time >= from && time < to;
  const mentions = counted.filter((one) => isIn(one.seenAt) && one.keywordIds.includes(keywordId));
  const onSite = (site: string) => mentions.filter((one) => one.site === site).length;
  const posts = exposures.filter((one) => isIn(one.hour)).reduce((sum, one) => sum + one.posts, 0);
  const sites = [...new Set(mentions.map(({ site }) => site))].map((value) => ({ kind: 'site', value, count: onSite(value) }));
  return {
    ...rest,
    id: `${keywordId}:made-up-${i}`,
    keywordId,
    at: to,
    since: from,
    until: to,
    bins: hours,
    from,
    to,
    count: mentions.length,
    posts,
    drivers: sites,
    ...(state ? { state } : {}),
    ...(note ? { note } : {}),
  };
}

export const makeTurns = (rows: Rows, now: number): Turn[] => drafts.map((draft, i) => makeTurn(rows, now, draft, i));
