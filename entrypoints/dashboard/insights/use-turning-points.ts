import { useMemo, useRef } from 'preact/hooks';
import type { ChartMark } from '../../../components/chart-marks.ts';
import { useObservable } from '../../../components/use-observable.ts';
import type { Period } from '../../../core/calendar.ts';
import type { KeptTurningPoint } from '../../../core/model.ts';
import { watchQuery } from '../../../storage/db.ts';
import { listTurningPoints } from '../../../storage/turning-points.ts';
import type { View } from './use-insights.ts';

/** Those of the period, also such as began before and went on, of keywords that pass the filter; undefined until they are read. */
export function useTurningPoints({ period, calendar, keywords, filter }: View): readonly KeptTurningPoint[] | undefined {
  const from = calendar.momentOf(period.from);
  const { value, isCurrent } = useObservable(() => watchQuery(() => listTurningPoints({ from })), [from]);
  const last = useRef<readonly KeptTurningPoint[] | undefined>(undefined);
  const points = useMemo(() => {
    if (!isCurrent) return undefined;
    const asked = filter.keywordIds ?? keywords.map(({ id }) => id);
    return value?.filter(({ keywordId, since }) => asked.includes(keywordId) && calendar.dayOf(since) <= period.to);
  }, [value, isCurrent, period, calendar, keywords, filter]);
  // What is shown stays until the next is read: a card may be written into.
  last.current = points ?? last.current;
  return last.current;
}

/** Where they stand among the points of a chart; what is muted is out of the way here too. */
export function useTurningMarks(view: View, parts: readonly Period[]): readonly ChartMark[] {
  const points = useTurningPoints(view);
  return useMemo(() => {
    const placeOf = (time: number): number => {
      const day = view.calendar.dayOf(time);
      const found = parts.findIndex(({ to }) => day <= to);
      return found < 0 ? parts.length - 1 : found;
    };
    const heard = (points ?? []).filter(({ state }) => state !== 'muted');
    // It was seen until the end of an hour, which may be that of the day.
    return heard.map(({ since, until, direction }) => ({ first: placeOf(since), last: placeOf(Math.max(since, until - 1)), direction }));
  }, [points, view, parts]);
}
