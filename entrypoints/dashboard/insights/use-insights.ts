/** What the insights page shows, read as it changes. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { never, useObservable } from '../../../components/use-observable.ts';
import { type Calendar, calendarOf, dayLength, hourLength, lastDays, type Period, periodBefore, spanOf } from '../../../core/calendar.ts';
import { type Gathered, gather, type InsightFilter, narrow, within } from '../../../core/insights.ts';
import { listMine } from '../../../core/mine.ts';
import type { Answer, Keyword, Mention, Settings } from '../../../core/model.ts';
import { watchCalmly } from '../../../storage/calm.ts';
import { readInsightMentions, readInsightRows, readPeopleBefore } from '../../../storage/insights.ts';

export type RangeName = '7' | '30' | '90' | '365' | 'custom';

export interface Range {
  name: RangeName;
  /** Of the custom one. */
  custom: Period;
}

/** Everything that the parts of the page are counted from. */
export interface View {
  calendar: Calendar;
  period: Period;
  days: number;
  filter: InsightFilter;
  keywords: readonly Keyword[];
  /** What passes the filter, in the period and in the one before. */
  now: Gathered;
  before: Gathered;
  /** The same of the chosen keyword, or else of the person's brands where there are some: `ofBrands` then. */
  mine: Gathered;
  mineBefore: Gathered;
  ofBrands: boolean;
  /** The same of all keywords. */
  all: Gathered;
  allBefore: Gathered;
  /** Every site and community of the period, whatever the filter. */
  places: Gathered;
  /** Some of what was heard names only keywords that are no more, and is not counted. */
  hasStrays: boolean;
}

export const periodOf = ({ name, custom }: Range, today: number, calendar: Calendar): Period =>
  name === 'custom' ? custom : lastDays(Number(name), today, calendar);

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** In the zone the person chose, or the browser's own. */
export function useCalendar(settings: Settings | undefined): Calendar {
  const zone = settings?.measuring?.zone;
  return useMemo(() => calendarOf(zone ?? ownZone()), [zone]);
}

interface Asked {
  range: Range;
  filter: InsightFilter;
  keywords: readonly Keyword[];
  /** The keywords are all there are. */
  ready: boolean;
  calendar: Calendar;
  today: number;
}

const naming = (gathered: Gathered, keywordIds: readonly string[]): Gathered => ({
  ...gathered,
  posts: gathered.posts.filter((post) => post.keywordIds.some((id) => keywordIds.includes(id))),
});

/** While posts come in all is counted anew every so many milliseconds, and what is read one by one more seldom. */
const countedEvery = 3_000;
const readEvery = 30_000;

interface Shown {
  view: View | undefined;
  /** Another one is being read: this one is of the period before it. */
  isOlder: boolean;
}

/** One view stays until the next is whole: what was read for one period is never counted as another. */
export function useView({ range, filter, keywords, ready, calendar, today }: Asked): Shown {
  const period = useMemo(() => periodOf(range, today, calendar), [range, calendar, today]);
  const earlier = useMemo(() => periodBefore(period), [period]);
  const { from } = spanOf(earlier);
  const { to } = spanOf(period);
  const watch = () => watchCalmly(['tallies', 'exposures', 'coverage'], () => readInsightRows({ from, to }), countedEvery);
  const { value: rows, isCurrent } = useObservable(watch, [from, to]);
  const gathered = useMemo(() => rows && gather(rows, calendar), [rows, calendar]);
  const view = useMemo((): View | undefined => {
    if (!gathered || !isCurrent || !ready) return undefined;
    const known = narrow(gathered, { keywordIds: keywords.map(({ id }) => id) });
    const here = narrow(known, { ...filter, keywordIds: undefined });
    const brands = filter.keywordIds ? undefined : listMine(keywords);
    const asked = filter.keywordIds ? narrow(here, { keywordIds: filter.keywordIds }) : here;
    const [all, allBefore] = [within(here, period), within(here, earlier)];
    const [now, before] = asked === here ? [all, allBefore] : [within(asked, period), within(asked, earlier)];
    return {
      calendar,
      period,
      days: Math.round((period.to - period.from) / dayLength) + 1,
      filter,
      keywords,
      now,
      before,
      mine: brands ? naming(all, brands) : now,
      mineBefore: brands ? naming(allBefore, brands) : before,
      ofBrands: brands !== undefined,
      all,
      allBefore,
      places: known === here ? all : within(known, period),
      hasStrays: known.posts.length < gathered.posts.length,
    };
  }, [gathered, isCurrent, ready, filter, keywords, calendar, period, earlier]);
  const last = useRef(view);
  if (view) last.current = view;
  return { view: last.current, isOlder: view === undefined && last.current !== undefined };
}

export interface Details {
  now: readonly Mention[];
  before: readonly Mention[];
  /** Of now, of competitors, where the filter is by keyword: of all other keywords. */
  answers: readonly Answer[];
  /** Older ones are not among them: there are too many. */
  since: number | undefined;
}

/** As many mentions as are read one by one; the rest of the page reads none. */
const mostMentions = 20_000;

const passes =
  ({ keywordIds, kind, site, community }: InsightFilter) =>
  (mention: Mention): boolean =>
    (!keywordIds || mention.keywordIds.some((id) => keywordIds.includes(id))) &&
    (kind === undefined || mention.kind === kind) &&
    (site === undefined || mention.site === site) &&
    (community === undefined || mention.community?.toLowerCase() === community.toLowerCase());

/** The mentions themselves, once `isDue`: all else is there. An hour belongs to the day it begins in, as in all that is counted. */
export function useDetails(view: View | undefined, isDue: boolean): Details | undefined {
  const { calendar, period, filter, keywords } = view ?? {};
  const span = period && { from: spanOf(periodBefore(period)).from, to: spanOf(period).to };
  const read = () => readInsightMentions(span?.from ?? 0, span?.to ?? 0, mostMentions);
  const watch = () => watchCalmly(['counts', 'unindexed', 'answers'], read, readEvery);
  const { value, isCurrent } = useObservable(isDue ? watch : () => never, [isDue, span?.from, span?.to]);
  return useMemo(() => {
    if (!value || !isCurrent || !calendar || !period || !filter || !keywords) return undefined;
    const isIn = ({ from, to }: Period, mention: Mention): boolean => {
      const day = calendar.dayOf(Math.floor(mention.seenAt / hourLength) * hourLength);
      return day >= from && day <= to;
    };
    const asked = value.mentions.filter(passes({ ...filter, keywordIds: filter.keywordIds ?? keywords.map(({ id }) => id) }));
    const earlier = periodBefore(period);
    return {
      now: asked.filter((mention) => isIn(period, mention)),
      before: asked.filter((mention) => isIn(earlier, mention)),
      answers: value.answers,
      since: value.since,
    };
  }, [value, isCurrent, calendar, period, filter, keywords]);
}

/** Everyone heard before the period. What lies that far back does not change while one looks. */
export function usePeopleBefore(view: View): ReadonlySet<number> | undefined {
  const [found, setFound] = useState<{ people: Set<number>; of: string }>();
  const ids = view.filter.keywordIds?.join('\n');
  const { calendar, period } = view;
  const { from } = period;
  const of = [calendar.zone, from, ids].join('\n');
  useEffect(() => {
    let stopped = false;
    const set = (people: Set<number>) => stopped || setFound({ people, of });
    void readPeopleBefore(calendar, from, ids?.split('\n')).then(set, console.error);
    return () => {
      stopped = true;
    };
  }, [calendar, from, ids, of]);
  return found?.of === of ? found.people : undefined;
}
