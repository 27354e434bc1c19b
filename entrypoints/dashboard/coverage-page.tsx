import { Radar } from 'lucide';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { CoverageTable, formatPerThousand } from '../../components/coverage-table.tsx';
import { dayOf } from '../../components/daily-rates.ts';
import { Empty } from '../../components/empty.tsx';
import { HeatLegend } from '../../components/heat-strip.tsx';
import { RoundPanel } from '../../components/round-panel.tsx';
import { SiteMark } from '../../components/site-mark.tsx';
import { formatRelative } from '../../components/time.tsx';
import { useObservable } from '../../components/use-observable.ts';
import { type Rounds, useRounds } from '../../components/use-rounds.ts';
import { formatNumber, word, wordFor } from '../../components/words.ts';
import { type SiteCoverage, summarizeCoverage } from '../../core/coverage.ts';
import { rateOf } from '../../core/rates.ts';
import { listCoverage, listLastRead, listSeen, type ReadHour } from '../../storage/coverage.ts';
import { watchQuery } from '../../storage/db.ts';
import { listExposures } from '../../storage/exposures.ts';
import { roundTools } from '../pages/round-tools.ts';
import type { PageProps } from './page-props.ts';
import { listPlaces, type PlaceRow } from './places.ts';
import { nameSite } from './site-names.ts';

const windows = [7, 30] as const;
/** More than this in the time shown and the oldest days would be counted short: they are shown as not counted instead. */
const mostMentions = 20_000;
const week = 7 * 86_400_000;
const mostStale = 12;

/** The first millisecond of each of the last days, in the person's own time. */
function listDays(count: number, now: number): number[] {
  const today = dayOf(now);
  return Array.from({ length: count }, (_, i) => dayOf(today - (count - 1 - i) * 86_400_000 + 43_200_000));
}

async function readWindow(days: readonly number[]) {
  const from = days[0] ?? 0;
  const [exposures, communities, mentions] = await Promise.all([
    listExposures({ from, to: Number.MAX_SAFE_INTEGER }),
    listCoverage(from),
    listSeen(from, mostMentions),
  ]);
  const counted = mentions.length < mostMentions ? from : (mentions.at(-1)?.seenAt ?? from);
  const isWhole = ({ hour }: { hour: number }) => hour >= counted;
  return { days, exposures: exposures.filter(isWhole), communities: communities.filter(isWhole), mentions };
}

export function CoveragePage(props: PageProps) {
  const [length, setLength] = useState<(typeof windows)[number]>(30);
  const rounds = useRounds(roundTools, props.data.keywords, props.data.settings?.places);
  const sites = useCoverage(length);
  const places = usePlaces(props);
  if (!sites) return null;
  const read = sites.filter(({ posts, mentions }) => posts !== undefined || mentions > 0);
  const problem = () => props.notify({ text: word('couldNotOpen'), bad: true });
  return (
    <div class="stack wide-gaps coverage-page">
      <section class="card pad stack" aria-labelledby="rounds-title">
        <h2 id="rounds-title">{word('doRounds')}</h2>
        <p class="quiet prose">{word('roundsIntro')}</p>
        <RoundPanel rounds={rounds} tools={roundTools} onProblem={problem} onStarted={() => props.notify({ text: word('roundStarted') })} />
      </section>
      {read.length === 0 ? (
        <Empty icon={Radar} title={word('coverageEmptyTitle')}>
          <p>{word('coverageEmpty')}</p>
        </Empty>
      ) : (
        <CoverageMap sites={read} rounds={rounds} length={length} onLength={setLength} />
      )}
      <Unread sites={sites} places={places} length={length} />
    </div>
  );
}

function useCoverage(length: number): SiteCoverage[] | undefined {
  const now = Date.now();
  const today = dayOf(now);
  const days = useMemo(() => listDays(length, today), [length, today]);
  const { value } = useObservable(() => watchQuery(() => readWindow(days)), [days]);
  // What lies further back does not change while one looks.
  const [before, setBefore] = useState<ReadHour[]>();
  useEffect(() => void listLastRead().then(setBefore, () => setBefore([])), []);
  return useMemo(() => value && before && summarizeCoverage({ ...value, lastRead: before }), [value, before]);
}

function usePlaces({ data: { settings } }: PageProps): PlaceRow[] {
  const [rows, setRows] = useState<PlaceRow[]>([]);
  const places = settings?.places;
  useEffect(() => {
    if (places) void listPlaces(places).then((all) => setRows(all.filter(({ granted, listen }) => granted && listen)));
  }, [places]);
  return rows;
}

interface MapProps {
  sites: readonly SiteCoverage[];
  rounds: Rounds;
  length: number;
  onLength: (length: (typeof windows)[number]) => void;
}

function CoverageMap({ sites, rounds, length, onLength }: MapProps) {
  const roundOf = (site: string) =>
    rounds.rounds.reduce<number | undefined>(
      (last, round) => (round.site === site ? Math.max(last ?? 0, round.checkedAt) : last),
      undefined,
    );
  return (
    <section class="stack" aria-label={word('coverage')}>
      <div class="row wrap">
        <p class="quiet prose grow">{word('coverageIntro')}</p>
        <fieldset class="segments last">
          <legend class="unseen">{word('coverageWindow')}</legend>
          {windows.map((days) => (
            <label key={days}>
              <input type="radio" name="window" checked={length === days} onChange={() => onLength(days)} />
              <span>{word('lastDays', days)}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <Totals sites={sites} />
      <CoverageTable sites={sites} nameSite={nameSite} roundOf={roundOf} now={Date.now()} />
      <HeatLegend />
      <p class="quiet small prose">{word('coverageNote')}</p>
    </section>
  );
}

function Totals({ sites }: { sites: readonly SiteCoverage[] }) {
  const posts = sites.reduce((sum, site) => sum + (site.posts ?? 0), 0);
  const mentions = sites.reduce((sum, site) => sum + site.mentions, 0);
  const amongRead = sites.reduce((sum, { rate }) => sum + Math.round(((rate?.perThousand ?? 0) * (rate?.posts ?? 0)) / 1000), 0);
  const rate = rateOf(amongRead, posts);
  const days = sites[0]?.days ?? [];
  const daysRead = days.filter((_, i) => sites.some((site) => site.days[i]?.posts !== undefined)).length;
  const heard = sites.filter((site) => site.mentions > 0).length;
  const figures: [string, string, string][] = [
    [word('postsRead'), formatNumber(posts), wordFor(days.length, 'coverageDaysReadOne', 'coverageDaysRead', formatNumber(daysRead))],
    [word('mentions'), formatNumber(mentions), wordFor(heard, 'coverageOnSitesOne', 'coverageOnSitesMany')],
    [
      word('perThousand'),
      rate ? formatPerThousand(rate.perThousand) : word('unknown'),
      rate ? word('coverageSurely', formatPerThousand(rate.low), formatPerThousand(rate.high)) : '',
    ],
  ];
  return (
    <dl class="totals">
      {figures.map(([name, figure, note]) => (
        <div class="card pad" key={name}>
          <dt class="quiet">{name}</dt>
          <dd class="number">
            {figure}
            <span class="quiet note">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Where the person listens and did not look: the blind spots. */
function Unread({ sites, places, length }: { sites: readonly SiteCoverage[]; places: readonly PlaceRow[]; length: number }) {
  const now = Date.now();
  const unread = places.filter(({ place }) => sites.find(({ site }) => site === place)?.posts === undefined && place.indexOf('.') < 0);
  const stale = sites
    .flatMap(({ communities }) => communities)
    .filter(({ lastRead }) => isStale(lastRead, now))
    .sort((a, b) => (b.lastRead ?? 0) - (a.lastRead ?? 0));
  return (
    <>
      {stale.length > 0 && (
        <section class="stack tight" aria-labelledby="stale-title">
          <h2 id="stale-title">{word('coverageStale')}</h2>
          <ul class="row wrap">
            {stale.slice(0, mostStale).map(({ site, community, lastRead = now }) => (
              <li key={`${site} ${community}`} class="spot">
                <SiteMark site={site} name={nameSite(site)} />
                {word('coverageStaleItem', community ?? '', formatRelative(lastRead, now))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {unread.length > 0 && (
        <section class="stack tight" aria-labelledby="unread-title">
          <h2 id="unread-title">{word('coverageUnreadTitle')}</h2>
          <p class="quiet">{word('coverageUnread', length)}</p>
          <ul class="row wrap">
            {unread.map(({ place, name }) => (
              <li key={place} class="spot">
                <SiteMark site={place} name={name} />
                {name}
                <span class="quiet">{sayLast(sites.find(({ site }) => site === place)?.lastRead, now)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const isStale = (lastRead: number | undefined, now: number): boolean => lastRead !== undefined && now - lastRead > week;

const sayLast = (at: number | undefined, now: number): string => (at === undefined ? word('never') : formatRelative(at, now));
