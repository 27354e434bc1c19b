import type { CoverageDay } from '../core/coverage.ts';
import { formatDay } from './time.tsx';
import { formatNumber, word } from './words.ts';

/** From so many posts a day up, a shade more. The same everywhere, so that strips can be compared. */
const shades = [1, 20, 100, 400];

export function shadeOf(posts: number | undefined): number {
  return posts === undefined ? 0 : Math.max(1, shades.filter((from) => posts >= from).length);
}

export function nameCell({ day, posts, mentions }: CoverageDay): string {
  if (posts !== undefined) return word('coverageCell', formatDay(day), formatNumber(posts), formatNumber(mentions));
  return mentions > 0
    ? word('coverageCellUnreadMentions', formatDay(day), formatNumber(mentions))
    : word('coverageCellUnread', formatDay(day));
}

function summarize(days: readonly CoverageDay[]): string {
  const read = days.filter(({ posts }) => posts !== undefined);
  const most = read.reduce<CoverageDay | undefined>((best, one) => ((one.posts ?? 0) > (best?.posts ?? 0) ? one : best), undefined);
  if (!most) return word('coverageStripNothing', days.length);
  return word('coverageStripSummary', read.length, days.length, formatDay(most.day), formatNumber(most.posts ?? 0));
}

const step = 8.5;
const size = 7;

/** A cell a day: how much was read, and a dot where something was heard. A day that was not read is an empty frame, not a zero. */
export function HeatStrip({ days }: { days: readonly CoverageDay[] }) {
  const width = days.length * step - (step - size);
  return (
    <svg class="heat" width={width} height={16} viewBox={`0 0 ${width} 16`} role="img" aria-label={summarize(days)}>
      {days.map((one, i) => (
        <g key={one.day}>
          <title>{nameCell(one)}</title>
          <rect class={`shade-${shadeOf(one.posts)}`} x={i * step + 0.5} y={0.5} width={size - 1} height={15} rx={2} />
          {one.mentions > 0 && <circle class={shadeOf(one.posts) > 2 ? 'on-dark' : undefined} cx={i * step + size / 2} cy={8} r={1.75} />}
        </g>
      ))}
    </svg>
  );
}

export function HeatLegend() {
  const sample = (posts: number | undefined, mentions = 0) => ({ day: 0, posts, mentions });
  const cell = (one: CoverageDay) => (
    <svg class="heat" width={size} height={16} viewBox={`0 0 ${size} 16`} aria-hidden="true">
      <rect class={`shade-${shadeOf(one.posts)}`} x={0.5} y={0.5} width={size - 1} height={15} rx={2} />
      {one.mentions > 0 && <circle cx={size / 2} cy={8} r={1.75} />}
    </svg>
  );
  return (
    <p class="heat-legend quiet small">
      <span class="swatch">
        {cell(sample(undefined))}
        {word('coverageNotRead')}
      </span>
      <span class="swatch">
        {shades.map((posts) => (
          <span key={posts}>{cell(sample(posts))}</span>
        ))}
        {word('coverageLegendFew')} → {word('coverageLegendMany')}
      </span>
      <span class="swatch">
        {cell(sample(1, 1))}
        {word('coverageLegendMention')}
      </span>
    </p>
  );
}
