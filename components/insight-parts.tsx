import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Share } from '../core/statistics.ts';
import type { Texture } from './chart-colors.ts';
import { sayShare, sayShareRange } from './insight-words.ts';
import { Lead, type LeadTo } from './lead.tsx';
import { formatNumber, word } from './words.ts';

export interface Tile {
  name: string;
  figure: string;
  /** The interval, what it is of, the days before. */
  notes: readonly string[];
  lead?: LeadTo | undefined;
}

export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <dl class="totals tiles">
      {tiles.map(({ name, figure, notes, lead }) => (
        <div class="card pad" key={name}>
          <dt class="quiet">{name}</dt>
          <dd class="number">
            <Lead to={lead} name={name}>
              {figure}
            </Lead>
            {notes.filter(Boolean).map((note) => (
              <span class="quiet note" key={note}>
                {note}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Said wherever not all mentions of the time were read: how many of the newest were. */
export const Cut = ({ count }: { count: number }) => <p class="quiet small">{word('detailsCut', formatNumber(count))}</p>;

export function Section({
  title,
  note,
  children,
  tools,
}: {
  title: string;
  note?: ComponentChildren;
  tools?: ComponentChildren;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="insight stack" aria-labelledby={id}>
      <div class="row wrap">
        <h2 id={id} class="grow">
          {title}
        </h2>
        {tools}
      </div>
      {note && <p class="quiet prose">{note}</p>}
      {children}
    </section>
  );
}

/** A table that may be wider than its place: what scrolls must be reached by the keyboard. */
export function WideTable({ name, class: own = '', children }: { name: string; class?: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it.
    <section class="card scroll" tabIndex={0} aria-label={name}>
      <table class={`figures ${own}`.trim()}>
        <caption class="unseen">{name}</caption>
        {children}
      </table>
    </section>
  );
}

export function Choice<T extends string>({
  name,
  value,
  options,
  onChange,
}: {
  name: string;
  value: T;
  options: readonly { value: T; name: string }[];
  onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <fieldset class="segments">
      <legend class="unseen">{name}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={id} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

export interface ShareRow {
  name: string;
  share: Share | undefined;
  /** How many it is of, where the share does not say it. */
  count?: number;
  /** It was reckoned, not counted: there is no number that it is of. */
  isEstimate?: boolean;
  texture?: Texture;
  hint?: string;
  lead?: LeadTo | undefined;
}

/** Shares below each other, each with the interval it may well come from and what it is a share of. */
export function ShareBars({ rows, caption }: { rows: readonly ShareRow[]; caption: string }) {
  return (
    <table class="share-bars">
      <caption class="unseen">{caption}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">{word('share')}</th>
          <th scope="col">{word('shareSurely')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ShareLine key={row.name} {...row} />
        ))}
      </tbody>
    </table>
  );
}

function sayCountOf({ share: { share, n }, count, isEstimate }: { share: Share } & Pick<ShareRow, 'count' | 'isEstimate'>): string {
  return isEstimate ? word('estimatedFrom', formatNumber(n)) : word('nOf', formatNumber(count ?? Math.round(share * n)), formatNumber(n));
}

function ShareLine({ name, share, count, isEstimate, texture = 'solid', hint, lead }: ShareRow) {
  const n = share ? sayCountOf({ share, count, isEstimate }) : '';
  return (
    <tr>
      <th scope="row">
        {name}
        {hint && <span class="quiet small note">{hint}</span>}
      </th>
      <td>
        <span class="bar-cell">
          <ShareBar share={share} texture={texture} />
          <strong class="number">{sayShare(share)}</strong>
        </span>
      </td>
      <td class="quiet small number">
        {share && `${sayShareRange(share)} · `}
        {share && (
          <Lead to={lead} name={name}>
            {n}
          </Lead>
        )}
      </td>
    </tr>
  );
}

/** Its length is the share; the line across its end, the interval. */
export function ShareBar({ share, texture = 'solid' }: { share: Share | undefined; texture?: Texture }) {
  if (!share) return <span class="bar empty-bar" aria-hidden="true" />;
  const percent = (value: number): string => `${(value * 100).toFixed(2)}%`;
  return (
    <span class={`bar ${texture}`} aria-hidden="true">
      <span class="fill" style={{ width: percent(share.share) }} />
      <span class="span" style={{ left: percent(share.low), width: percent(share.high - share.low) }} />
    </span>
  );
}

export const Unknown = () => <span class="quiet">{word('unknown')}</span>;
