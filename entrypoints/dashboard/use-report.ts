import { useEffect, useState } from 'preact/hooks';
import { listStretches, periodBefore } from '../../components/report-times.ts';
import { useNow } from '../../components/use-now.ts';
import { useObservable } from '../../components/use-observable.ts';
import type { MeasureRows } from '../../core/measures.ts';
import type { Goal, KeptTurningPoint, Mention, ReportDraft } from '../../core/model.ts';
import { makeReport, type ReportFacts, type ReportPeriod } from '../../core/report.ts';
import { chooseQuotes, listQuotable } from '../../core/report-quotes.ts';
import { watchQuery } from '../../storage/db.ts';
import { listGoals } from '../../storage/goals.ts';
import { type ListedNames, listKnownNames } from '../../storage/known-names.ts';
import { readMeasureRows } from '../../storage/measuring.ts';
import { getMentions } from '../../storage/mentions.ts';
import { getReportDraft, listTurnsIn } from '../../storage/reports.ts';
import { ownZone } from './insights/use-insights.ts';

export interface ReportData {
  facts: ReportFacts;
  /** Those that may be quoted, the likeliest first. */
  quotable: readonly Mention[];
  /** What Earshot would quote. */
  proposed: readonly Mention[];
  names: ListedNames;
}

interface Read extends ReportData {
  id: string;
}

async function readReport(period: ReportPeriod, goals: readonly Goal[], now: number): Promise<Read> {
  const before = periodBefore(period);
  const begun = goals.filter(({ from, until }) => from < period.to && until > period.from).map(({ from }) => from);
  const whole = { from: Math.min(before.from, ...begun), to: Math.max(Math.min(period.to, now), period.from) };
  const [rows, names, turns]: [MeasureRows, ListedNames, KeptTurningPoint[]] = await Promise.all([
    readMeasureRows(whole, ownZone()),
    listKnownNames(whole),
    listTurnsIn(period),
  ]);
  const quotable = await getMentions(listQuotable(rows, period));
  const facts = makeReport({
    period,
    before,
    stretches: listStretches(period),
    rows,
    goals,
    turns,
    now,
  });
  return { id: period.id, facts, quotable, proposed: chooseQuotes(quotable), names };
}

/** Reckoned when it opens, when a goal changes, and each minute while it stands open. */
export function useReport(period: ReportPeriod): { data: ReportData | undefined; draft: ReportDraft | undefined } {
  const now = useNow();
  const goals = useObservable(() => watchQuery(listGoals), []).value;
  const draft = useObservable(() => watchQuery(() => getReportDraft(period.id)), [period.id]).value;
  const [read, setRead] = useState<Read>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the period's id says all of it.
  useEffect(() => {
    if (!goals) return;
    let gone = false;
    void readReport(period, goals, Math.max(now, Date.now())).then((found) => {
      if (!gone) setRead(found);
    }, console.error);
    return () => {
      gone = true;
    };
  }, [period.id, goals, now]);
  return { data: read?.id === period.id ? read : undefined, draft: draft?.id === period.id ? draft : undefined };
}
