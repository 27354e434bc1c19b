import type { Chosen } from './choose.ts';
import { beginOfHour } from './clock.ts';
import * as say from './say.ts';
import { rateOf, sum } from './statistics.ts';
import { heardSaid } from './volume.ts';

export type HeatOf = 'Mentions per 1,000 posts' | 'Mentions' | 'Posts read';

const short = (n: number): string => (n < 1_000 ? `${n}` : n < 9_950 ? `${(n / 1_000).toFixed(1)}k` : `${(n / 1_000).toFixed(0)}k`);

export const hourHead = ['', ...Array.from({ length: 24 }, (_, hour) => `${hour} [${say.clockHour(hour)}]`)];

interface Cell {
  mentions: number;
  posts: number | undefined;
  rate: number | undefined;
}

/** Here a mention is among what was read if something was read on its site in its very hour. */
function cellOf({ now, clock }: Chosen, weekday: number, hour: number): Cell {
  const isHere = (time: number) => clock.weekdayOf(time) === weekday && clock.hourOf(time) === hour;
  const read = now.read.filter((one) => isHere(one.hour));
  const mentions = now.posts.filter(({ seenAt }) => isHere(beginOfHour(seenAt)));
  const hours = new Set(read.map((one) => `${one.site} ${one.hour}`));
  const amongRead = mentions.filter(({ site, seenAt }) => hours.has(`${site} ${beginOfHour(seenAt)}`)).length;
  const posts = read.length > 0 ? sum(read.map((one) => one.posts)) : undefined;
  return { mentions: mentions.length, posts, rate: rateOf(amongRead, posts)?.rate };
}

function figureOf({ mentions, posts, rate }: Cell, of: HeatOf): string {
  if (of === 'Mentions per 1,000 posts') return rate === undefined ? '' : rate < 10 ? rate.toFixed(1) : rate.toFixed(0);
  const value = of === 'Mentions' ? mentions : (posts ?? 0);
  return value === 0 ? '' : short(value);
}

function sayCell({ mentions, posts, rate }: Cell, name: string): string {
  if (posts === undefined) return `${name}: ${heardSaid({ mentions, posts })}`;
  const told = rate === undefined ? 'Unknown' : say.per(rate);
  return `${name}: ${heardSaid({ mentions, posts })}, ${told} per 1,000`;
}

/** Monday first. */
export function heatTable(chosen: Chosen, of: HeatOf): string[][] {
  const rows = [1, 2, 3, 4, 5, 6, 0].map((weekday) => {
    const cells = Array.from({ length: 24 }, (_, hour) => {
      const cell = cellOf(chosen, weekday, hour);
      const told = sayCell(cell, `${say.weekdays[weekday]} ${say.clockHour(hour)}`);
      return [figureOf(cell, of), `[${told}]`].filter(Boolean).join(' ');
    });
    return [say.weekdays[weekday] ?? '', ...cells];
  });
  return [hourHead, ...rows];
}
