import { ChevronRight } from 'lucide';
import { useState } from 'preact/hooks';
import type { CoverageRow, SiteCoverage } from '../core/coverage.ts';
import type { Rate } from '../core/rates.ts';
import { HeatStrip, nameCell } from './heat-strip.tsx';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { SiteMark } from './site-mark.tsx';
import { formatDay, Time } from './time.tsx';
import { formatNumber, word } from './words.ts';

interface Props {
  sites: readonly SiteCoverage[];
  nameSite: (site: string) => string;
  /** When a round last went through something of the site. */
  roundOf: (site: string) => number | undefined;
  now: number;
}

/** Of a site's communities at first. */
const firstShown = 6;
const columns = 7;

export function CoverageTable({ sites, ...rest }: Props) {
  const days = sites[0]?.days.length ?? 0;
  return (
    <div class="card scroll">
      <table class="coverage">
        <caption class="unseen">{word('coverageTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('coveragePlace')}</th>
            <th scope="col">{word('coverageStrip', days)}</th>
            <th scope="col" class="figure">
              {word('coveragePosts')}
            </th>
            <th scope="col" class="figure">
              {word('mentions')}
            </th>
            <th scope="col" class="figure">
              {word('coverageRate')}
            </th>
            <th scope="col">{word('coverageLastRead')}</th>
            <th scope="col">{word('coverageLastRound')}</th>
          </tr>
        </thead>
        {sites.map((site) => (
          <SiteRows key={site.site} site={site} {...rest} />
        ))}
      </table>
    </div>
  );
}

function SiteRows({ site, nameSite, roundOf, now }: { site: SiteCoverage } & Omit<Props, 'sites'>) {
  const [all, setAll] = useState(false);
  const shown = all ? site.communities : site.communities.slice(0, firstShown);
  const name = nameSite(site.site);
  return (
    <tbody>
      <Row row={site} name={name} now={now} round={roundOf(site.site)} site />
      {shown.map((row) => (
        <Row key={row.community} row={row} name={row.community ?? ''} now={now} />
      ))}
      {site.communities.length > firstShown && (
        <tr class="part">
          <td colSpan={columns}>
            <button type="button" class="plain slim" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? word('showLess') : word('coverageShowAll', formatNumber(site.communities.length))}
            </button>
          </td>
        </tr>
      )}
    </tbody>
  );
}

interface RowProps {
  row: CoverageRow;
  name: string;
  now: number;
  round?: number | undefined;
  site?: boolean;
}

function Row({ row, name, now, round, site = false }: RowProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr class={site ? 'site' : 'part'}>
        <th scope="row">
          <span class="row">
            <button
              type="button"
              class="plain square tiny"
              aria-expanded={open}
              aria-label={word('coverageDaysOf', name)}
              onClick={() => setOpen(!open)}
            >
              <Icon of={ChevronRight} size={14} />
            </button>
            {site && (
              <span aria-hidden="true">
                <SiteMark site={row.site} name={name} />
              </span>
            )}
            <span class="clip">
              <Stranger>{name}</Stranger>
            </span>
          </span>
        </th>
        <td>
          <HeatStrip days={row.days} />
        </td>
        <td class="figure number">{row.posts === undefined ? <Unknown /> : formatNumber(row.posts)}</td>
        <td class="figure number">{formatNumber(row.mentions)}</td>
        <td class="figure number">
          <RateCell rate={row.rate} />
        </td>
        <td class="quiet">{showLastRead(row.lastRead, now)}</td>
        <td class="quiet">{site && (round === undefined ? word('never') : <Time at={round} now={now} />)}</td>
      </tr>
      {open && <DayRows row={row} />}
    </>
  );
}

const Unknown = () => <span class="quiet">{word('unknown')}</span>;

export function formatPerThousand(rate: number): string {
  return rate >= 100 ? formatNumber(Math.round(rate)) : rate.toFixed(1);
}

function RateCell({ rate }: { rate: Rate | undefined }) {
  if (!rate) return <Unknown />;
  const [low, high] = [formatPerThousand(rate.low), formatPerThousand(rate.high)];
  return (
    <span class="rate" title={word('coverageRateTitle', low, high, formatNumber(rate.posts))}>
      {formatPerThousand(rate.perThousand)}
      <span class="quiet range">{word('coverageRateRange', low, high)}</span>
    </span>
  );
}

/** Only the hour is known: what was read within it is not put further back than it was. */
function showLastRead(hour: number | undefined, now: number) {
  if (hour === undefined) return word('never');
  const end = hour + 3_600_000;
  return end > now ? word('coverageThisHour') : <Time at={end} now={now} />;
}

/** The strip in words: the days of one row, the newest first. */
function DayRows({ row }: { row: CoverageRow }) {
  return (
    <tr class="days">
      <td colSpan={columns}>
        <ol>
          {[...row.days].reverse().map((day) => (
            <li key={day.day} class={day.posts === undefined ? 'quiet' : undefined}>
              <span class="unseen">{nameCell(day)}</span>
              <span aria-hidden="true">{formatDay(day.day)}</span>
              <span aria-hidden="true" class="number">
                {day.posts === undefined ? word('coverageNotRead') : formatNumber(day.posts)}
                {day.mentions > 0 && <strong> · {formatNumber(day.mentions)}</strong>}
              </span>
            </li>
          ))}
        </ol>
      </td>
    </tr>
  );
}
