import { useRef, useState } from 'preact/hooks';
import { formatPer, nameHour, nameWeekday, sayHeard } from './insight-words.ts';
import { type LeadTo, nameLead } from './lead.tsx';
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
  lead?: LeadTo | undefined;
}

const shades = 4;

/** In quarters of the largest; nothing at all is the lightest. */
export function shadeOf(value: number | undefined, largest: number): number {
  if (value === undefined) return 0;
  return largest > 0 ? Math.max(1, Math.ceil((value / largest) * shades)) : 1;
}

/** A cell for each hour of the day, with its figure in it: a table that can be read as a picture. */
export function HourTable({ caption, rows }: { caption: string; rows: readonly HourRow[] }) {
  const table = useRef<HTMLTableElement>(null);
  const [held, setHeld] = useState<string>();
  // A hundred cells that lead somewhere are one stop of the Tab key.
  const places = rows.flatMap(({ cells }, row) => cells.flatMap(({ lead }, hour) => (lead ? [`${row} ${hour}`] : [])));
  const stop = held !== undefined && places.includes(held) ? held : places[0];
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = nextCell(table.current, event);
    if (!cell) return;
    event.preventDefault();
    cell.focus();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section class="card scroll" tabIndex={0} aria-label={caption}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: the arrow keys go from link to link in it. */}
      <table class="hours number" ref={table} onKeyDown={onKeyDown}>
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
          {rows.map(({ name, cells }, row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map(({ text, shade, title, few, lead }, hour) => (
                <td key={nameHour(hour)} class={`hour-${shade}${few ? ' few' : ''}`} title={title}>
                  {lead ? (
                    <a
                      class="lead"
                      href={lead.href}
                      aria-label={nameLead(`${name} ${nameHour(hour)}`, text, lead.count)}
                      tabIndex={stop === `${row} ${hour}` ? 0 : -1}
                      onFocus={() => setHeld(`${row} ${hour}`)}
                    >
                      {text}
                    </a>
                  ) : (
                    text
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** The next link in the direction of an arrow key. */
function nextCell(table: HTMLTableElement | null, { key, target }: KeyboardEvent): HTMLAnchorElement | undefined {
  const step = steps[key];
  const from = target instanceof Element ? target.closest('td') : null;
  if (!table || !step || !from) return undefined;
  let [row, column] = [(from.parentElement as HTMLTableRowElement).rowIndex, from.cellIndex];
  for (;;) {
    [row, column] = [row + step[0], column + step[1]];
    const cell = table.rows[row]?.cells[column];
    if (!cell) return undefined;
    const link = cell.querySelector('a');
    if (link) return link;
  }
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

interface HeatProps<T> {
  cells: readonly T[];
  of: HeatOf;
  caption: string;
  /** Where an hour leads. */
  lead?: ((cell: T) => LeadTo | undefined) | undefined;
}

/** Weekdays below each other, hours side by side. */
export function WeekHeat<T extends WeekHour>({ cells, of, caption, lead }: HeatProps<T>) {
  const solid = cells.filter(({ posts = 0 }) => of !== 'rate' || posts >= fewPosts);
  const largest = Math.max(0, ...solid.map((cell) => figureOf(cell, of) ?? 0));
  const textOf = (cell: T): HourText => {
    const value = figureOf(cell, of);
    const few = of === 'rate' && (cell.posts ?? 0) < fewPosts && value !== undefined;
    const text =
      value === undefined || (value === 0 && of !== 'rate') ? '' : of === 'rate' ? value.toFixed(value < 10 ? 1 : 0) : shorten(value);
    return { text, shade: few ? 1 : Math.min(4, shadeOf(value, largest)), few, title: sayCell(cell), lead: lead?.(cell) };
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
    ? word('heatUnread', nameWeekday(weekday), nameHour(hour), sayHeard({ mentions, posts }))
    : word(
        'heatCell',
        nameWeekday(weekday),
        nameHour(hour),
        sayHeard({ mentions, posts }),
        rate ? formatPer(rate.perThousand) : word('unknown'),
      );
