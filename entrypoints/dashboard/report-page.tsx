import { ChevronLeft, ChevronRight, ClipboardCopy, FileDown, Printer } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton, Switch } from '../../components/controls.tsx';
import { Icon } from '../../components/icon.tsx';
import type { ReportNames } from '../../components/report-changes.ts';
import { redactContents } from '../../components/report-redact.ts';
import { namePeriod, periodOf, type Span } from '../../components/report-times.ts';
import { type ReportEditing, ReportView } from '../../components/report-view.tsx';
import { defaultTexts, makePage, toQuote } from '../../components/report-words.ts';
import { word } from '../../components/words.ts';
import type { Calendar } from '../../core/calendar.ts';
import type { ReportDraft } from '../../core/model.ts';
import { createRedactor } from '../../core/redact.ts';
import type { ReportPeriod } from '../../core/report.ts';
import type { ReportPage as Page } from '../../core/report-page.ts';
import type { ListedNames } from '../../storage/known-names.ts';
import { findQuotable, mostFound } from '../../storage/quotable.ts';
import { useCalendar } from './insights/use-insights.ts';
import type { PageProps } from './page-props.ts';
import './report.css';
import { copyReport, downloadReport } from './report-files.ts';
import { ReportReminder } from './report-reminder.tsx';
import { nameSite } from './site-names.ts';
import { type Quoted, type ReportData, useReport } from './use-report.ts';
import { type SaveDraft, useReportDraft } from './use-report-draft.ts';

const mostQuotes = 20;

/** In the first days of a month the last one is what is told of, except to who began in this one. */
const firstShown = (calendar: Calendar): number => (new Date(calendar.dayOf(Date.now())).getUTCDate() <= 7 ? -1 : 0);

const isNothingRead = ({ facts }: ReportData): boolean => facts.mentions === 0 && !facts.figures.some(({ now }) => now.posts);

export function ReportPage(props: PageProps) {
  const [span, setSpan] = useState<Span>('month');
  const calendar = useCalendar(props.data.settings);
  const [chosen, setBy] = useState<number>();
  const [isNew, setNew] = useState(false);
  const by = chosen ?? (isNew ? 0 : firstShown(calendar));
  const period = periodOf(span, Date.now(), calendar, by);
  const { data, isDraftRead, draft, quoted, names, isWhole } = useReport(period, props.data.keywords, calendar);
  const isEmpty = data !== undefined && isNothingRead(data);
  useLayoutEffect(() => {
    if (isEmpty && chosen === undefined) setNew(true);
  }, [isEmpty, chosen]);
  const areQuotesRead = !draft?.quotes || quoted !== undefined;
  const shown = useRef<string | undefined>(undefined);
  // Nothing is shown, and nothing written, before it is known what was written; nor where names are to be left out, before it is known which. What is shown stays while the first quote is read that is chosen in it.
  const isReady =
    data !== undefined && isDraftRead && (!draft?.redacted || names !== undefined) && (areQuotesRead || shown.current === period.id);
  if (isReady) shown.current = period.id;
  return (
    <div class="stack">
      <p class="quiet prose report-tool">{word('reportIntro')}</p>
      <div class="row wrap report-tool report-choice">
        <Spans
          span={span}
          onChange={(next) => {
            setSpan(next);
            setBy(0);
          }}
        />
        <span class="row report-period">
          <IconButton icon={ChevronLeft} name={word('reportEarlier')} onClick={() => setBy(by - 1)} />
          <strong>{namePeriod(period, calendar)}</strong>
          {by < 0 && <IconButton icon={ChevronRight} name={word('reportLater')} onClick={() => setBy(by + 1)} />}
        </span>
      </div>
      {isReady ? (
        <Report
          key={period.id}
          {...props}
          period={period}
          calendar={calendar}
          report={data}
          draft={draft}
          quoted={quoted}
          known={names ?? noNames}
          isWhole={isWhole && areQuotesRead}
        />
      ) : (
        <p class="quiet" role="status">
          {word('reportLoading')}
        </p>
      )}
      <ReportReminder {...props} />
    </div>
  );
}

const spans = { week: 'reportWeek', month: 'reportMonth', quarter: 'reportQuarter' } as const;

function Spans({ span, onChange }: { span: Span; onChange: (span: Span) => void }) {
  return (
    <fieldset class="segments">
      <legend class="unseen">{word('reportSpan')}</legend>
      {(Object.keys(spans) as Span[]).map((one) => (
        <label key={one}>
          <input type="radio" name="span" checked={one === span} onChange={() => onChange(one)} />
          <span>{word(spans[one])}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface Props extends PageProps {
  period: ReportPeriod;
  calendar: Calendar;
  report: ReportData;
  draft: ReportDraft | undefined;
  quoted: Quoted | undefined;
  known: ListedNames;
  /** There is more to come, without which nothing goes out. */
  isWhole: boolean;
}

const noNames: ListedNames = { names: [], handles: [] };

function Report(props: Props) {
  const { data, period, calendar, report, draft, known, isWhole, notify } = props;
  const names: ReportNames = { brand: data.settings?.brand ?? '', keywords: data.keywords, nameSite, calendar };
  const save = useReportDraft({ ...props, id: period.id });
  const quotes = props.quoted?.mentions ?? report.proposed;
  const contents = { facts: report.facts, names, texts: draft?.texts ?? {}, quotes };
  const page = makePage(draft?.redacted ? redactContents(contents, redactorOf(report, known, names)) : contents);
  const editing = makeEditing(props, names, save);
  return (
    <>
      <div class="row wrap report-tool report-exports">
        <Exports page={page} period={period} notify={notify} isWhole={isWhole} />
      </div>
      <div class="report-tool report-redact">
        <Switch checked={draft?.redacted ?? false} onChange={(redacted) => void save(() => ({ redacted }))}>
          {word('reportRedacted')}
        </Switch>
        <p class="quiet small prose">{word('reportRedactedHint')}</p>
      </div>
      <ReportView page={page} editing={editing} />
    </>
  );
}

/** Who looks after a goal is a person too. */
function redactorOf({ facts }: ReportData, known: ListedNames, { keywords, brand }: ReportNames): (text: string) => string {
  const names = { ...known, names: [...known.names, ...facts.outcomes.flatMap(({ goal }) => goal.owner ?? [])] };
  const keep = [...keywords.map(({ name }) => name), brand];
  return createRedactor({ ...names, keep }, { name: word('redactedName'), link: word('redactedLink'), address: word('redactedAddress') });
}

function makeEditing({ report, draft, quoted, period }: Props, names: ReportNames, save: SaveDraft): ReportEditing {
  const idsOf = (chosen: readonly string[] | undefined) => chosen ?? report.proposed.map(({ id }) => id);
  const ids = idsOf(draft?.quotes);
  const findOther = (quoted: readonly string[]) =>
    quoted.length < mostQuotes ? report.quotable.find(({ id, text }) => !quoted.includes(id) && text.length <= 600) : undefined;
  function addQuote(id: string | undefined, quotes: string[] | undefined) {
    const quoted = idsOf(quotes);
    const hasRoom = id !== undefined && !quoted.includes(id) && quoted.length < mostQuotes;
    return { quotes: hasRoom ? [...quoted, id] : quotes };
  }
  function dropQuote(id: string) {
    let before: string[] | undefined;
    const drop: Parameters<SaveDraft>[0] = ({ quotes }) => {
      before = quotes;
      return { quotes: idsOf(quotes).filter((one) => one !== id) };
    };
    return save(drop, { text: word('reportQuoteDropped'), undo: () => void save(() => ({ quotes: before })) });
  }
  return {
    id: period.id,
    texts: { ...defaultTexts(report.facts, names), ...draft?.texts },
    written: new Set(Object.keys(draft?.texts ?? {})),
    onText: (name, text) =>
      save(({ texts: { [name]: _, ...others } = {} }) => ({ texts: text === undefined ? others : { ...others, [name]: text } })),
    onDropQuote: (id) => void dropQuote(id),
    onAddQuote: findOther(ids) && (() => void save(({ quotes }) => addQuote(findOther(idsOf(quotes))?.id, quotes))),
    search: {
      find: async (words) => (await findQuotable(period, words)).map((mention) => toQuote(mention, names)),
      onChoose: (id) => void save(({ quotes }) => addQuote(id, quotes)),
      chosen: new Set(ids),
      most: mostQuotes,
      mostFound,
    },
    gone: quoted?.gone ?? 0,
    onResetQuotes: draft?.quotes ? () => void save(() => ({ quotes: undefined })) : undefined,
  };
}

interface ExportProps {
  page: Page;
  period: ReportPeriod;
  isWhole: boolean;
  notify: PageProps['notify'];
}

function Exports({ page, period, isWhole, notify }: ExportProps) {
  const file = (kind: 'html' | 'md' | 'csv') => downloadReport(kind, page, period, Date.now());
  const copy = () =>
    copyReport(page).then(
      () => notify({ text: word('reportCopied') }),
      () => notify({ text: word('couldNotCopy'), bad: true }),
    );
  return (
    <>
      <button type="button" disabled={!isWhole} onClick={() => void copy()}>
        <Icon of={ClipboardCopy} size={15} />
        {word('reportCopy')}
      </button>
      <button type="button" disabled={!isWhole} onClick={() => print()}>
        <Icon of={Printer} size={15} />
        {word('reportPrint')}
      </button>
      {(['html', 'md', 'csv'] as const).map((kind) => (
        <button key={kind} type="button" disabled={!isWhole} onClick={() => file(kind)}>
          <Icon of={FileDown} size={15} />
          {word(files[kind])}
        </button>
      ))}
      <span class="quiet small" role="status">
        {isWhole ? '' : word('reportCounting')}
      </span>
    </>
  );
}

const files = { html: 'reportHtml', md: 'reportMarkdown', csv: 'reportCsv' } as const;
