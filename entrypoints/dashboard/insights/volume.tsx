import { useMemo, useState } from 'preact/hooks';
import type { ChartMark } from '../../../components/chart-marks.ts';
import { type HeatOf, WeekHeat } from '../../../components/hour-heat.tsx';
import { Choice, Section, Unknown, WideTable } from '../../../components/insight-parts.tsx';
import {
  formatDate,
  formatLongDate,
  formatMark,
  formatPer,
  formatPercent,
  sayHeard,
  sayMentions,
  sayRate,
  sayRateRange,
} from '../../../components/insight-words.ts';
import { Lead, type LeadTo } from '../../../components/lead.tsx';
import { Stranger, stripControls } from '../../../components/plain-text.tsx';
import { SiteMark } from '../../../components/site-mark.tsx';
import { TimeChart } from '../../../components/time-chart.tsx';
import { formatNumber, type WordKey, word, wordFor } from '../../../components/words.ts';
import { dayLength, listDays, type Period } from '../../../core/calendar.ts';
import {
  type Group,
  type GroupBy,
  type HourCell,
  measureEach,
  measureGroups,
  measureHours,
  measureVolume,
  narrow,
  since,
  type Volume,
} from '../../../core/insights.ts';
import { listenedSince } from '../../../core/listened.ts';
import { type PostKind, postKind } from '../../../core/model.ts';
import { printWeekHour } from '../../../core/week-hour.ts';
import { nameSite } from '../site-names.ts';
import { kindWords } from './filters.tsx';
import { isBefore, knownVolume, volumeSince } from './known.ts';
import { countKept, leadToPart } from './leads.ts';
import type { View } from './use-insights.ts';
import { useTurningMarks } from './use-turning-points.ts';

/** Past this many days a point is a week. */
const manyDays = 120;

/** The days of the period, or its weeks, of which the first may be shorter. */
export function listParts(period: Period, weekly: boolean): Period[] {
  const days = listDays(period);
  if (!weekly) return days.map((day) => ({ from: day, to: day }));
  const parts: Period[] = [];
  for (let to = period.to; to >= period.from; to -= 7 * dayLength) parts.unshift({ from: Math.max(period.from, to - 6 * dayLength), to });
  return parts;
}

/** Where each stands on a chart: by its last day, so that all are as far apart, a shorter first one too. */
export const marksOf = (parts: readonly Period[]): number[] => parts.map(({ to }) => to);

export const isWeekly = ({ days }: View): boolean => days > manyDays;
export const namePart = ({ from, to }: Period): string =>
  from === to ? formatLongDate(from) : `${formatDate(from)} – ${formatLongDate(to)}`;

export function VolumeSection({ view }: { view: View }) {
  const parts = useMemo(() => listParts(view.period, isWeekly(view)), [view]);
  const volumes = useMemo(() => measureParts(view, parts), [view, parts]);
  const { untold } = measureVolume(view.now);
  const gone = view.now.posts.length - countKept(view.now.posts);
  const lead = (i: number): LeadTo | undefined => {
    const [part, volume] = [parts[i], volumes[i]];
    return part && volume && leadToPart(view, volume, ({ day }) => day >= part.from && day <= part.to, {}, part);
  };
  return (
    <Section title={word('volume')} note={word('volumeNote')}>
      <RateChart parts={parts} volumes={volumes} lead={lead} marks={useTurningMarks(view, parts)} />
      <div class="two-charts">
        <CountChart parts={parts} volumes={volumes} lead={lead} of="mentions" />
        <CountChart parts={parts} volumes={volumes} of="posts" />
      </div>
      <Heat view={view} />
      {gone > 0 && <p class="quiet small prose">{wordFor(gone, 'goneOne', 'goneMany')}</p>}
      {untold > 0 && <p class="quiet small prose">{wordFor(untold, 'untoldOne', 'untoldMany')}</p>}
      <Groups view={view} />
    </Section>
  );
}

/** Days before a keyword was listened for are unknown, as days without reading are; its rate is of what was read since. */
function measureParts(view: View, parts: readonly Period[]): ShownVolume[] {
  const [volumes, known] = [measureEach(view.now, parts), measureEach(knownVolume(view), parts)];
  const start = volumeSince(view);
  return volumes.map((volume, i): ShownVolume => {
    const part = parts[i];
    return { ...volume, rate: known[i]?.rate, isUnheard: part !== undefined && isBefore(part, start, view) && volume.mentions === 0 };
  });
}

type ShownVolume = Volume & { isUnheard: boolean };

interface ChartProps {
  parts: readonly Period[];
  volumes: readonly ShownVolume[];
  lead?: (index: number) => LeadTo | undefined;
}

/** In the table behind the charts. */
const mentionsColumn = 2;

const head = (): string[] => [word('day'), word('postsRead'), word('mentions'), word('perThousand'), word('interval')];

const rowOf = (part: Period | undefined, volume: ShownVolume | undefined): string[] => {
  const { posts, mentions = 0, rate, isUnheard } = volume ?? {};
  return [
    part ? namePart(part) : '',
    posts === undefined ? word('unknown') : formatNumber(posts),
    isUnheard ? word('unknown') : sayMentions({ mentions, posts }),
    sayRate(rate),
    rate ? sayRateRange(rate) : '',
  ];
};

function sayPart(part: Period | undefined, volume: ShownVolume | undefined): string {
  const name = part ? namePart(part) : '';
  const { posts, mentions = 0, rate, isUnheard } = volume ?? {};
  if (isUnheard && posts !== undefined) return word('pointUnheard', name, wordFor(posts, 'roundReadOne', 'roundReadMany'));
  const heard = sayHeard({ mentions, posts });
  if (posts === undefined) return word('pointUnread', name, heard);
  return word('pointVolume', name, heard, sayRate(rate), rate ? sayRateRange(rate) : word('unknown'));
}

function RateChart({ parts, volumes, lead, marks }: ChartProps & { marks: readonly ChartMark[] }) {
  const of = (read: (volume: Volume) => number | undefined) => volumes.map((volume) => read(volume) ?? null);
  return (
    <TimeChart
      title={word('perThousand')}
      note={marks.length > 0 ? `${word('rateChartNote')} ${word('rateChartMarks')}` : word('rateChartNote')}
      marks={marks}
      days={marksOf(parts)}
      series={[
        {
          name: word('perThousand'),
          color: 'accent',
          shape: 'line',
          values: of(({ rate }) => rate?.perThousand),
          low: of(({ rate }) => rate?.low),
          high: of(({ rate }) => rate?.high),
        },
      ]}
      format={formatMark}
      say={(i) => sayPart(parts[i], volumes[i])}
      head={head()}
      row={(i) => rowOf(parts[i], volumes[i])}
      lead={lead}
      leadColumn={mentionsColumn}
    />
  );
}

function CountChart({ parts, volumes, lead, of }: ChartProps & { of: 'mentions' | 'posts' }) {
  const name = word(of === 'mentions' ? 'mentions' : 'postsRead');
  return (
    <TimeChart
      title={name}
      days={marksOf(parts)}
      series={[
        {
          name,
          color: of === 'mentions' ? 'accent' : 'slate',
          texture: of === 'mentions' ? 'solid' : 'dashed',
          shape: 'bars',
          values: volumes.map((volume) => (of === 'mentions' && volume.isUnheard ? null : (volume[of] ?? null))),
        },
      ]}
      height={150}
      top={4}
      format={(value) => (Number.isInteger(value) ? formatNumber(value) : '')}
      say={(i) => sayPart(parts[i], volumes[i])}
      head={head()}
      row={(i) => rowOf(parts[i], volumes[i])}
      lead={lead}
      leadColumn={mentionsColumn}
    />
  );
}

const heats: readonly { value: HeatOf; key: WordKey }[] = [
  { value: 'rate', key: 'perThousand' },
  { value: 'mentions', key: 'mentions' },
  { value: 'posts', key: 'postsRead' },
];

function Heat({ view }: { view: View }) {
  const [of, setOf] = useState<HeatOf>('rate');
  const cells = useMemo(() => measureHours(knownVolume(view)), [view]);
  const name = word('heat');
  const { calendar } = view;
  const lead = (cell: HourCell) =>
    leadToPart(view, cell, (post) => calendar.hourOf(post.hour) === cell.hour && calendar.weekdayOf(post.hour) === cell.weekday, {
      hour: printWeekHour({ weekday: cell.weekday, hour: cell.hour, zone: calendar.zone }),
    });
  return (
    <div class="stack">
      <div class="row wrap">
        <h3 class="grow">{name}</h3>
        <Choice name={name} value={of} options={heats.map(({ value, key }) => ({ value, name: word(key) }))} onChange={setOf} />
      </div>
      <WeekHeat
        cells={cells}
        of={of}
        caption={`${name}: ${word(heats.find(({ value }) => value === of)?.key ?? 'mentions')}`}
        lead={of === 'posts' ? undefined : lead}
      />
      <p class="heat-key quiet small">
        <span>
          <i class="hour-0" />
          {word('heatKeyUnread')}
        </span>
        <span>
          <i class="hour-1" />
          <i class="hour-4" />
          {word('heatKeyMore')}
        </span>
        {of === 'rate' && <span>{word('heatKeyFew')}</span>}
        <span>{word('heatZone', view.calendar.zone)}</span>
      </p>
    </div>
  );
}

const groupings: readonly { value: GroupBy; key: WordKey }[] = [
  { value: 'site', key: 'site' },
  { value: 'community', key: 'community' },
  { value: 'keyword', key: 'keyword' },
  { value: 'kind', key: 'kindOfPost' },
];

const firstShown = 12;

function Groups({ view }: { view: View }) {
  const [by, setBy] = useState<GroupBy>('site');
  const [all, setAll] = useState(false);
  const groups = useMemo(() => measureListened(view, by), [view, by]);
  const total = measureVolume(view.now).mentions;
  const name = word('volumeBy');
  const shown = all ? groups : groups.slice(0, firstShown);
  return (
    <div class="stack">
      <div class="row wrap">
        <h3 class="grow">{name}</h3>
        <Choice name={name} value={by} options={groupings.map(({ value, key }) => ({ value, name: word(key) }))} onChange={setBy} />
      </div>
      {groups.length === 0 ? <p class="quiet">{word('groupsNone')}</p> : <GroupTable groups={shown} by={by} total={total} view={view} />}
      {groups.length > firstShown && (
        <div>
          <button type="button" class="plain slim" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? word('showLess') : word('showAllCount', formatNumber(groups.length))}
          </button>
        </div>
      )}
      {by === 'keyword' && groups.length > 1 && <p class="quiet small">{word('groupsKeywordNote')}</p>}
    </div>
  );
}

/** By what was read since what is told of is listened for. */
function measureListened(view: View, by: GroupBy): Group[] {
  const [groups, known] = [measureGroups(view.now, by), knownVolume(view)];
  if (by === 'keyword') return groups.map((group) => ofListened(group, view));
  if (known === view.now) return groups;
  const rates = measureGroups(known, by);
  return groups.map((group): Group => {
    const { posts, amongRead = 0, rate } = rates.find(({ key, site }) => key === group.key && site === group.site) ?? {};
    return { ...group, posts, amongRead, rate };
  });
}

/** A keyword by what was read since it is listened for. */
function ofListened(group: Group, { now, keywords }: View): Group {
  const keyword = keywords.find(({ id }) => id === group.key);
  if (!keyword) return group;
  const { posts, amongRead, rate } = measureVolume(since(narrow(now, { keywordIds: [group.key] }), listenedSince(keyword)));
  return { ...group, posts, amongRead, rate };
}

function GroupTable({ groups, by, total, view }: { groups: readonly Group[]; by: GroupBy; total: number; view: View }) {
  return (
    <WideTable name={word('volumeBy')}>
      <thead>
        <tr>
          <th scope="col">{word(groupings.find(({ value }) => value === by)?.key ?? 'site')}</th>
          <th scope="col" class="figure">
            {word('mentions')}
          </th>
          <th scope="col" class="figure">
            {word('shareOfAll')}
          </th>
          <th scope="col" class="figure">
            {word('postsRead')}
          </th>
          <th scope="col" class="figure">
            {word('perThousand')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={`${group.site} ${group.key}`}>
            <th scope="row">
              <GroupName group={group} by={by} view={view} />
            </th>
            <td class="figure number">
              <Lead to={leadToGroup(view, group, by)} name={nameGroup(group, by, view)}>
                {formatNumber(group.mentions)}
              </Lead>
            </td>
            <td class="figure number">{total > 0 ? formatPercent(group.mentions / total) : ''}</td>
            <td class="figure number">{group.posts === undefined ? <Unknown /> : formatNumber(group.posts)}</td>
            <td class="figure number">
              <RateText rate={group.rate} />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

export function RateText({ rate }: { rate: Volume['rate'] }) {
  if (!rate) return <Unknown />;
  return (
    <span class="rate">
      {formatPer(rate.perThousand)}
      <span class="quiet range">{sayRateRange(rate)}</span>
    </span>
  );
}

const isKind = (key: string): key is PostKind => postKind.options.some((kind) => kind === key);

function nameGroup({ key }: Group, by: GroupBy, { keywords }: View): string {
  if (by === 'kind') return isKind(key) ? word(kindWords[key]) : key;
  if (by === 'keyword') return keywords.find(({ id }) => id === key)?.name ?? key;
  return by === 'site' ? nameSite(key) : stripControls(key);
}

/** A community is the same however it is written, as in all that is counted by it. */
function leadToGroup(view: View, group: Group, by: GroupBy): LeadTo | undefined {
  const { key, site } = group;
  const name = key.toLowerCase();
  switch (by) {
    case 'keyword':
      return leadToPart(view, group, ({ keywordIds }) => keywordIds.includes(key), { keywordId: key });
    case 'kind':
      return isKind(key) ? leadToPart(view, group, ({ kind }) => kind === key, { kind: key }) : undefined;
    case 'site':
      return leadToPart(view, group, (post) => post.site === key, { site: key });
    case 'community':
      return leadToPart(view, group, (post) => post.site === site && post.community?.toLowerCase() === name, {
        ...(site === undefined ? {} : { site }),
        community: key,
      });
  }
}

function GroupName({ group, by, view }: { group: Group; by: GroupBy; view: View }) {
  const name = nameGroup(group, by, view);
  if (by === 'kind') return <>{name}</>;
  if (by === 'keyword') return <bdi>{name}</bdi>;
  const site = group.site ?? group.key;
  return (
    <span class="row">
      <span aria-hidden="true">
        <SiteMark site={site} name={nameSite(site)} />
      </span>
      {by === 'site' ? name : <Stranger>{name}</Stranger>}
    </span>
  );
}
