import '../../components/insights.css';
import { ChartLine } from 'lucide';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { Empty } from '../../components/empty.tsx';
import { useLater } from '../../components/use-later.ts';
import { useNow } from '../../components/use-now.ts';
import { word } from '../../components/words.ts';
import { lastDays } from '../../core/calendar.ts';
import type { InsightFilter } from '../../core/insights.ts';
import type { Response } from '../../core/response.ts';
import { CrowdSection } from './insights/crowd.tsx';
import { FeelingSection, IntentSection } from './insights/feeling.tsx';
import { Filters, OnPaper } from './insights/filters.tsx';
import { Overview } from './insights/overview.tsx';
import { ResponseSection, useResponse } from './insights/response.tsx';
import { TopicSection } from './insights/topics.tsx';
import { TurningSection } from './insights/turning-points.tsx';
import { type Details, type Range, useCalendar, useDetails, useView, type View } from './insights/use-insights.ts';
import { VoiceSection } from './insights/voice.tsx';
import { VolumeSection } from './insights/volume.tsx';
import type { PageProps } from './page-props.ts';
import { useReturn } from './use-return.ts';
import { useSeen } from './use-seen.ts';

const usualDays = 30;

/** What was looked at stays for when the person comes back from the inbox, or from another page of the dashboard. */
let kept: { filter: InsightFilter; range?: Range } = { filter: {} };

export function InsightsPage(props: PageProps) {
  const { keywords, settings, ready } = props.data;
  const now = useNow();
  useSeen('turning-point');
  const calendar = useCalendar(settings);
  const today = calendar.dayOf(now);
  const [filter, setFilter] = useState(kept.filter);
  const [range, setRange] = useState<Range>(() => kept.range ?? { name: '30', custom: lastDays(usualDays, now, calendar) });
  // Whoever goes on at once leaves before an effect would have run.
  useLayoutEffect(() => {
    kept = { filter, range };
  }, [filter, range]);
  // A moment of today stands for now: the page is counted anew at midnight, not every minute.
  const { view, isOlder } = useView(
    useMemo(
      () => ({ range, filter, keywords, ready, calendar, today: calendar.momentOf(today) }),
      [range, filter, keywords, ready, calendar, today],
    ),
  );
  // What one scrolls to waits until what one sees first is there, and what is read one by one until all of that is.
  const isShown = useLater(view !== undefined);
  const details = useDetails(view, useLater(isShown));
  useReturn('.insights', `${isShown} ${details !== undefined}`);
  const response = useResponse(view, details, settings, now);
  if (!view) return null;
  return (
    <div class="stack insights" aria-busy={isOlder}>
      <OnPaper view={view} />
      <Filters
        view={view.filter === filter ? view : { ...view, filter }}
        range={range}
        onRange={setRange}
        onFilter={setFilter}
        today={today}
      />
      {isEmpty(view) ? (
        <NothingHere view={view} onClear={() => setFilter({})} />
      ) : (
        <>
          <TurningSection view={view} page={props} />
          <Overview view={view} details={details} response={response} />
          {isShown && <Below view={view} details={details} response={response} page={props} />}
        </>
      )}
    </div>
  );
}

interface BelowProps {
  view: View;
  details: Details | undefined;
  response: Response | undefined;
  page: PageProps;
}

function Below({ view, details, response, page }: BelowProps) {
  return (
    <>
      <VolumeSection view={view} />
      <VoiceSection view={view} />
      <FeelingSection view={view} />
      <IntentSection view={view} />
      <TopicSection view={view} details={details} />
      <ResponseSection view={view} details={details} response={response} page={page} />
      <CrowdSection view={view} details={details} />
    </>
  );
}

const isEmpty = ({ now }: View): boolean => now.posts.length === 0 && now.read.length === 0 && now.untold.length === 0;

const isFiltered = ({ filter }: View): boolean => Object.values(filter).some((value) => value !== undefined);

/** What is missing, and what to do about it. */
function NothingHere({ view, onClear }: { view: View; onClear: () => void }) {
  if (isFiltered(view))
    return (
      <Empty icon={ChartLine} title={word('insightsFilteredTitle')}>
        <p>{word('insightsFiltered')}</p>
        <button type="button" onClick={onClear}>
          {word('clearFilters')}
        </button>
      </Empty>
    );
  const hasKeywords = view.keywords.length > 0;
  return (
    <Empty icon={ChartLine} title={word('insightsEmptyTitle')}>
      <p>{word(hasKeywords ? 'insightsEmpty' : 'insightsNoKeywords')}</p>
      <a class="button" href={hasKeywords ? '#coverage' : '#keywords'}>
        {word(hasKeywords ? 'coverage' : 'keywords')}
      </a>
    </Empty>
  );
}
