import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type ChartColor, onPaletteChange, type Texture } from './chart-colors.ts';
import type { ChartData, DrawnChart } from './draw-chart.ts';
import { Lead, type LeadTo } from './lead.tsx';
import { word } from './words.ts';

interface Props extends ChartData {
  title: string;
  /** What the numbers are of, and how they are to be read. */
  note?: string;
  /** The point in words, for the line below the chart and for those who do not see it. */
  say: (index: number) => string;
  /** Of the table behind the chart: the names of its columns, and a row for each point. */
  head: readonly string[];
  row: (index: number) => readonly string[];
  /** Where a point leads, and in which column of the table that is pressed. */
  lead?: ((index: number) => LeadTo | undefined) | undefined;
  leadColumn?: number;
  height?: number;
}

const usualHeight = 190;

/** A chart over days. The arrow keys go along its points, and everything it shows stands in a table behind it. */
export function TimeChart(props: Props) {
  const { title, note, series, days, say, lead, height = usualHeight } = props;
  const id = useId();
  const [index, setIndex] = useState<number>();
  // Beside the state: the next key may come before the last one has been drawn.
  const at = useRef<number | undefined>(undefined);
  const stand = (to: number | undefined) => {
    at.current = to;
    setIndex(to);
  };
  const { place, point } = useChart(props, stand);
  const move = (to: number | undefined) => {
    stand(to);
    point(to);
  };
  const follow = () => {
    const to = at.current === undefined ? undefined : lead?.(at.current);
    if (to) location.hash = to.href;
  };
  const said = index === undefined || index >= days.length ? '' : say(index);
  return (
    <figure class="time-chart">
      <figcaption>
        <h3 id={id}>{title}</h3>
        {note && <p class="quiet small">{note}</p>}
        {series.length > 1 && <Legend {...props} />}
      </figcaption>
      {/* A group would leave the arrow keys to the screen reader. */}
      <div
        class={lead ? 'chart-place leads' : 'chart-place'}
        ref={place}
        style={{ height: `${height}px` }}
        role="application"
        aria-roledescription={word('chart')}
        aria-labelledby={id}
        aria-describedby={`${id}-keys`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys go along its points.
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key === 'Enter') follow();
          const to = nextPoint(event.key, at.current, days.length);
          if (to === 'stay') return;
          event.preventDefault();
          move(to);
        }}
        onBlur={() => move(undefined)}
        // A finger has to touch a point to read it.
        onPointerUp={(event) => event.pointerType === 'mouse' && follow()}
      />
      <p class="unseen" id={`${id}-keys`}>
        {word('chartKeys')} {lead && word('chartKeysLead')}
      </p>
      <output class="chart-said small number" aria-live="polite">
        {said || <span class="quiet">{word(lead ? 'chartHintLead' : 'chartHint')}</span>}
      </output>
      <ChartTable {...props} />
    </figure>
  );
}

const far = 7;

/** Where a key leads: to a point, to none, or nowhere. */
export function nextPoint(key: string, index: number | undefined, count: number): number | undefined | 'stay' {
  const last = count - 1;
  if (key === 'Escape') return index === undefined ? 'stay' : undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const step = { ArrowRight: 1, ArrowLeft: -1, PageDown: far, PageUp: -far }[key];
  if (step === undefined || last < 0) return 'stay';
  if (index === undefined) return step > 0 ? 0 : last;
  return Math.min(last, Math.max(0, index + step));
}

/** Everything that makes the picture another one. */
const pictureOf = ({ days, series, top, marks }: ChartData): string => JSON.stringify([days, series, top, marks]);

function useChart(props: Props, onPoint: (index: number | undefined) => void) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnChart | undefined>(undefined);
  const picture = pictureOf(props);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when the picture is another one.
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const stop = new AbortController();
    void import('./draw-chart.ts').then(({ drawChart }) => {
      const draw = () => {
        if (stop.signal.aborted) return;
        drawn.current?.destroy();
        drawn.current = drawChart(element, props, { width: element.clientWidth, height: props.height ?? usualHeight }, onPoint);
      };
      draw();
      onPaletteChange(draw, stop.signal);
      const observer = new ResizeObserver(() => drawn.current?.resize(element.clientWidth));
      observer.observe(element);
      stop.signal.addEventListener('abort', () => observer.disconnect());
    });
    return () => {
      stop.abort();
      drawn.current?.destroy();
      drawn.current = undefined;
    };
  }, [picture]);
  return { place, point: (index: number | undefined) => drawn.current?.point(index) };
}

export function Swatch({ color, texture = 'solid', shape }: { color: ChartColor; texture?: Texture; shape: 'line' | 'bars' }) {
  return <span class={`swatch-${shape} ${texture} of-${color}`} aria-hidden="true" />;
}

function Legend({ series }: ChartData) {
  return (
    <ul class="chart-legend small">
      {series.map(({ name, color, texture = 'solid', shape }) => (
        <li key={name}>
          <Swatch color={color} texture={texture} shape={shape} />
          {name}
        </li>
      ))}
    </ul>
  );
}

function ChartTable({ title, head, row, days, lead, leadColumn }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details class="behind" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="small">{word('showTable')}</summary>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        <section class="scroll behind-table" tabIndex={0} aria-label={title}>
          <table>
            <caption class="unseen">{title}</caption>
            <thead>
              <tr>
                {head.map((name, i) => (
                  <th key={name} scope="col" class={i > 0 ? 'figure' : undefined}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((day, i) => (
                <ChartRow key={day} cells={row(i)} lead={lead?.(i)} column={leadColumn} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}

interface RowProps {
  cells: readonly string[];
  lead: LeadTo | undefined;
  column: number | undefined;
}

function ChartRow({ cells: [name = '', ...values], lead, column }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {values.map((value, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells are told by their place.
        <td key={i} class="figure number">
          <Lead to={i + 1 === column ? lead : undefined} name={name}>
            {value}
          </Lead>
        </td>
      ))}
    </tr>
  );
}
