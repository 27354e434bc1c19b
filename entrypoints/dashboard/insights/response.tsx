import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { HourTable, shadeOf } from '../../../components/hour-heat.tsx';
import { Cut, Section, type Tile, Tiles, WideTable } from '../../../components/insight-parts.tsx';
import { nameHour, nameWeekday, sayShare, sayShareRange } from '../../../components/insight-words.ts';
import { Lead, type LeadTo } from '../../../components/lead.tsx';
import { formatSpan } from '../../../components/measure-words.ts';
import { formatNumber, type WordKey, word, wordFor } from '../../../components/words.ts';
import type { InboxFilter } from '../../../core/inbox-filter.ts';
import { ofMine } from '../../../core/mine.ts';
import type { Settings } from '../../../core/model.ts';
import { measureResponse, type Response, type ResponseRules, usualTarget } from '../../../core/response.ts';
import type { TimesSummary } from '../../../core/statistics.ts';
import { printWeekHour } from '../../../core/week-hour.ts';
import type { PageProps } from '../page-props.ts';
import { areWholeHours, leadToAnswers } from './leads.ts';
import { Measuring } from './measuring.tsx';
import type { Details, View } from './use-insights.ts';

const minute = 60_000;
export function rulesOf(settings: Settings | undefined): ResponseRules {
  const { target = usualTarget, hours } = settings?.measuring ?? {};
  return { target: target * minute, hours };
}

/** What wants an answer: of the chosen keyword, or else what names a brand of the person's. */
export const listAsked = ({ ofBrands, keywords }: Pick<View, 'ofBrands' | 'keywords'>, { now }: Pick<Details, 'now'>) =>
  ofBrands ? ofMine(now, new Map(keywords.map(({ id, kind }) => [id, kind]))) : now;

export function useResponse(view: View | undefined, details: Details | undefined, settings: Settings | undefined, now: number) {
  return useMemo(
    () => (view && details ? measureResponse(listAsked(view, details), details.answers, rulesOf(settings), view.calendar, now) : undefined),
    [view, details, settings, now],
  );
}

export function sayRules({ target, hours }: ResponseRules, zone: string): string {
  if (!hours) return word('rulesAlways', formatSpan(target), zone);
  const days = [1, 2, 3, 4, 5, 6, 0].filter((day) => hours.days.includes(day)).map(nameWeekday);
  const clock = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return word('rulesHours', formatSpan(target), days.join(', '), clock(hours.from), clock(hours.to), zone);
}

interface Props {
  view: View;
  details: Details | undefined;
  response: Response | undefined;
  page: PageProps;
}

export function ResponseSection({ view, details, response, page }: Props) {
  const { settings } = page.data;
  if (!response || !details) return null;
  const rules = sayRules(rulesOf(settings), view.calendar.zone);
  const note = view.ofBrands ? `${word('responseOfMine')} ${rules}` : rules;
  const lead: LeadOf = (count, part) => leadToAnswers(view, details, count, part);
  return (
    <Section title={word('response')} note={note}>
      <Tiles tiles={tilesOf(response, lead)} />
      <Became response={response} lead={lead} />
      {details.since !== undefined && <Cut count={details.now.length} />}
      <ByHour view={view} details={details} response={response} lead={lead} />
      {settings && <Measuring settings={settings} zone={view.calendar.zone} page={page} />}
    </Section>
  );
}

type LeadOf = (count: number, part: InboxFilter) => LeadTo | undefined;

interface BecameRow {
  name: string;
  count: number;
  part: InboxFilter;
  hint: ComponentChildren;
}

function Became({ response, lead }: { response: Response; lead: LeadOf }) {
  const { answered, open, closed, setAside, unseen } = response;
  const rows: BecameRow[] = [
    { name: word('answered'), count: answered, part: { answer: 'answered' }, hint: word('answeredHint') },
    { name: word('openMentions'), count: open, part: { answer: 'open' }, hint: <OpenHint response={response} lead={lead} /> },
    { name: word('closedMentions'), count: closed, part: { answer: 'closed' }, hint: word('closedHint') },
    { name: word('setAside'), count: setAside, part: { status: 'ignored', answer: 'unanswered' }, hint: word('setAsideHint') },
    { name: word('putUnseen'), count: unseen, part: { answer: 'inserted' }, hint: word('putUnseenHint') },
  ];
  return (
    <WideTable name={word('responseCounts')}>
      <tbody>
        {rows.map(({ name, count, part, hint }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="figure number">
              <Lead to={lead(count, part)} name={name}>
                {formatNumber(count)}
              </Lead>
            </td>
            <td class="quiet small">{hint}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

/** Those past the target are what wants to be seen to first. */
function OpenHint({ response: { late, stillInTime }, lead }: { response: Response; lead: LeadOf }) {
  const hint = word('openHint', formatNumber(stillInTime));
  if (!late) return <>{hint}</>;
  return (
    <>
      {hint}{' '}
      <Lead to={lead(late.count, { answer: 'open', until: late.until })} name={word('openMentions')}>
        {wordFor(late.count, 'openLateOne', 'openLateMany')}
      </Lead>
    </>
  );
}

const sayTimes = (times: TimesSummary | undefined): string[] => {
  if (!times) return [word('responseNone')];
  const n = wordFor(times.n, 'nAnswersOne', 'nAnswers');
  const { interval } = times;
  return [
    interval && interval.high > 0
      ? word('surelyOf', word('rangeOf', formatSpan(interval.low), formatSpan(interval.high)), formatNumber(times.n))
      : n,
  ];
};

/** Who answers in the evening took no working time, which says little: by the clock it says more. */
const sayAfterHours = ({ afterHours, answered, byClock }: Response): string[] =>
  afterHours === 0 || !byClock
    ? []
    : [wordFor(afterHours, 'afterHoursOne', 'afterHoursMany', formatNumber(answered)), word('byClock', formatSpan(byClock.median))];

/** "No working time" where the clock stood still all the while. */
export const sayWait = (ms: number, { byClock }: Pick<Response, 'byClock'>): string =>
  ms === 0 && byClock ? word('noWorkingTime') : formatSpan(ms);

function tilesOf(response: Response, lead: LeadOf): Tile[] {
  const { answered, answeredShare, sinceSeen, sincePosted, ageWhenSeen, withinTarget } = response;
  const share = (found: typeof answeredShare, none: WordKey): string[] =>
    found ? [word('surelyOf', sayShareRange(found), formatNumber(found.n))] : [word(none)];
  const length = (ms: number | undefined): string => (ms === undefined ? word('unknown') : sayWait(ms, response));
  return [
    {
      name: word('answeredShare'),
      figure: sayShare(answeredShare),
      notes: share(answeredShare, 'responseNothing'),
      lead: lead(answered, { answer: 'answered' }),
    },
    {
      name: word('withinTarget'),
      figure: sayShare(withinTarget),
      notes: [...share(withinTarget, 'withinTargetNone'), word('withinTargetHint')],
    },
    { name: word('medianSeen'), figure: length(sinceSeen?.median), notes: [...sayTimes(sinceSeen), ...sayAfterHours(response)] },
    {
      name: word('p90Seen'),
      figure: length(sinceSeen?.p90),
      notes: [sinceSeen ? wordFor(sinceSeen.n, 'nAnswersOne', 'nAnswers') : word('responseNone')],
    },
    {
      name: word('medianPosted'),
      figure: length(sincePosted?.median),
      notes: [...sayTimes(sincePosted), sincePosted ? word('p90Of', formatSpan(sincePosted.p90)) : ''],
    },
    {
      name: word('ageSeen'),
      figure: ageWhenSeen ? formatSpan(ageWhenSeen.median) : word('unknown'),
      notes: [ageWhenSeen ? wordFor(ageWhenSeen.n, 'ageSeenHintOne', 'ageSeenHint') : word('ageUnknown')],
    },
  ];
}

interface ByHourProps {
  view: View;
  details: Details;
  response: Response;
  lead: LeadOf;
}

function ByHour({ view, details, response: { byHour }, lead }: ByHourProps) {
  const isAsked = useMemo(() => areWholeHours(view.calendar, listAsked(view, details)), [view, details]);
  const leadOf = (hour: number, count: number, answer: 'answered' | 'answerable') =>
    isAsked ? lead(count, { answer, hour: printWeekHour({ hour, zone: view.calendar.zone }) }) : undefined;
  const most = Math.max(0, ...byHour.map(({ asked }) => asked));
  const count = (n: number) => ({ text: n === 0 ? '' : formatNumber(n), shade: n === 0 ? 1 : shadeOf(n, most) });
  const said = ({ hour, asked, answered, median }: Response['byHour'][number]): string =>
    word(
      'hourAnswered',
      nameHour(hour),
      formatNumber(asked),
      formatNumber(answered),
      median === undefined ? word('unknown') : formatSpan(median),
    );
  if (most === 0) return null;
  return (
    <div class="stack">
      <h3>{word('responseByHour')}</h3>
      <HourTable
        caption={word('responseByHour')}
        rows={[
          {
            name: word('seen'),
            cells: byHour.map((one) => ({ ...count(one.asked), title: said(one), lead: leadOf(one.hour, one.asked, 'answerable') })),
          },
          {
            name: word('answered'),
            cells: byHour.map((one) => ({ ...count(one.answered), title: said(one), lead: leadOf(one.hour, one.answered, 'answered') })),
          },
          {
            name: word('median'),
            cells: byHour.map((hour) => ({ text: hour.median === undefined ? '' : short(hour.median), shade: 1, title: said(hour) })),
          },
        ]}
      />
    </div>
  );
}

/** Into a cell of an hour goes one unit. */
function short(ms: number): string {
  const minutes = Math.round(ms / minute);
  if (minutes < 60) return `${minutes}m`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)}h` : `${Math.round(minutes / 1_440)}d`;
}
