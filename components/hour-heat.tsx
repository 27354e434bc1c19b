import { formatPer, nameHour, nameWeekday } from './insight-words.ts';
import { formatNumber, word } from './words.ts';

export interface HourRow {
  name: string;
  /** 24 of them. */
  cells: readonly HourText[];
}

export interface HourText {
  text: string;
  /** 0 is unknown, 1 the least, 4 the most. */
  shade: number;
  title?: string;
  /** Too few posts stand behind it to say much. */
  few?: boolean;
}

const shades = 4;

/** In quarters of the largest; nothing at all is the lightest. */
export function shadeOf(value: number | undefined, largest: number): number {
  if (value === undefined) return 0;
  return largest > 0 ? Math.max(1, Math.ceil((value / largest) * shades)) : 1;
}

/** A cell for each hour of the day, with its figure in it: a table that can be read as a picture. */
export function HourTable({ caption, rows }: { caption: string; rows: readonly HourRow[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section class="card scroll" tabIndex={0} aria-label={caption}>
      <table class="hours number">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <td />
            {Array.from({ length: 24 }, (_, hour) => (
              <th key={nameHour(hour)} scope="col" aria-label={nameHour(hour)}>
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map(({ text, shade, title, few }, hour) => (
                <td key={nameHour(hour)} class={`hour-${shade}${few ? ' few' : ''}`} title={title}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export interface WeekHour {
  weekday: number;
  hour: number;
  mentions: number;
  posts: number | undefined;
  rate: { perThousand: number } | undefined;
}

export type HeatOf = 'rate' | 'mentions' | 'posts';

const figureOf = (cell: WeekHour, of: HeatOf): number | undefined =>
  of === 'mentions' ? cell.mentions : of === 'posts' ? cell.posts : cell.rate?.perThousand;

/** A rate among fewer says more about chance than about the hour. */
const fewPosts = 100;

/** Weekdays below each other, hours side by side. */
export function WeekHeat({ cells, of, caption }: { cells: readonly WeekHour[]; of: HeatOf; caption: string }) {
  const solid = cells.filter(({ posts = 0 }) => of !== 'rate' || posts >= fewPosts);
  const largest = Math.max(0, ...solid.map((cell) => figureOf(cell, of) ?? 0));
  const textOf = (cell: WeekHour): HourText => {
    const value = figureOf(cell, of);
    const few = of === 'rate' && (cell.posts ?? 0) < fewPosts && value !== undefined;
    const text =
      value === undefined || (value === 0 && of !== 'rate') ? '' : of === 'rate' ? value.toFixed(value < 10 ? 1 : 0) : shorten(value);
    return { text, shade: few ? 1 : Math.min(4, shadeOf(value, largest)), few, title: sayCell(cell) };
  };
  const rows = Array.from({ length: 7 }, (_, i) => {
    const part = cells.slice(i * 24, i * 24 + 24);
    return { name: nameWeekday(part[0]?.weekday ?? 0), cells: part.map(textOf) };
  });
  return <HourTable caption={caption} rows={rows} />;
}

const shorten = (value: number): string => (value < 1_000 ? String(value) : `${(value / 1_000).toFixed(value < 9_950 ? 1 : 0)}k`);

const sayCell = ({ weekday, hour, mentions, posts, rate }: WeekHour): string =>
  posts === undefined
    ? word('heatUnread', nameWeekday(weekday), nameHour(hour), formatNumber(mentions))
    : word(
        'heatCell',
        nameWeekday(weekday),
        nameHour(hour),
        formatNumber(mentions),
        formatNumber(posts),
        rate ? formatPer(rate.perThousand) : word('unknown'),
      );
