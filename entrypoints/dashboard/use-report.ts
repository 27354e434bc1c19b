import { useMemo } from 'preact/hooks';
import { comparedWith, listStretches } from '../../components/report-times.ts';
import { useLater } from '../../components/use-later.ts';
import { useNow } from '../../components/use-now.ts';
import { never, useObservable } from '../../components/use-observable.ts';
import { type Calendar, wholeHours } from '../../core/calendar.ts';
import type { Period } from '../../core/measures.ts';
import type { Goal, Keyword, Mention, ReportDraft } from '../../core/model.ts';
import { makeReport, mostRising, type ReportFacts, type ReportPeriod, type RisingWords } from '../../core/report.ts';
import { chooseQuotes, listQuotable } from '../../core/report-quotes.ts';
import { chooseExample, excerptAt, joinTopics, listRising } from '../../core/rising.ts';
import { watchCalmly } from '../../storage/calm.ts';
import { listCoverage } from '../../storage/coverage.ts';
import { watchQuery } from '../../storage/db.ts';
import { listGoals } from '../../storage/goals.ts';
import { readNewestMentions } from '../../storage/insights.ts';
import { type ListedNames, listKnownNames } from '../../storage/known-names.ts';
import { measuredEvery, measuredTables, readMeasureRows } from '../../storage/measuring.ts';
import { readQuotable, readQuoted } from '../../storage/quotable.ts';
import { getReportDraft, listTurnsIn } from '../../storage/reports.ts';

export interface ReportData {
  facts: ReportFacts;
  /** Those that may be quoted, the likeliest first. */
  quotable: readonly Mention[];
  /** What Earshot would quote. */
  proposed: readonly Mention[];
}

export interface Quoted {
  mentions: readonly Mention[];
  /** How many more were chosen and are kept no more. */
  gone: number;
}

export interface ReportParts {
  /** Without the words that rise, where these are not there yet. */
  data: ReportData | undefined;
  /** False until it is known whether there is a draft. */
  isDraftRead: boolean;
  draft: ReportDraft | undefined;
  /** What the person chose to quote; undefined where they chose nothing, and until it is read. */
  quoted: Quoted | undefined;
  /** Whom not to name; read where they are to be left out. */
  names: ListedNames | undefined;
  /** All of it is there. */
  isWhole: boolean;
}

interface Of<T> {
  id: string;
  value: T;
}

/** Of more mentions the newest are read. */
const mostMentions = 8_000;
/** Of these, many may come from the same posts. */
const mostLookedAt = 4 * mostRising;
const exampleLength = 90;

async function readRising(period: ReportPeriod, before: Period, keywords: readonly Keyword[]): Promise<RisingWords> {
  const { mentions, since } = await readNewestMentions(wholeHours(before).from, wholeHours(period).to, mostMentions);
  const isIn = (time: Period) => {
    const { from, to } = wholeHours(time);
    return mentions.filter(({ seenAt }) => seenAt >= from && seenAt < to);
  };
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  const now = isIn(period);
  const { topics, cut } = listRising({ now, before: isIn(before), keywords, isCut: since !== undefined }, mostLookedAt);
  const words = joinTopics(topics, now, mostRising).map(({ topic, others }) => {
    const mention = chooseExample(topic, byId);
    const { term, now: count, before: earlier } = topic;
    return { term, others, now: count, before: earlier, example: mention ? excerptAt(term, mention, exampleLength) : '' };
  });
  return { words, cut };
}

/** From the beginning of what the period is compared with, or of the first goal, to now. */
function wholeOf(period: ReportPeriod, before: Period, goals: readonly Goal[], now: number): Period {
  const begun = goals.filter(({ from, until }) => from < period.to && until > period.from).map(({ from }) => from);
  return { from: Math.min(before.from, ...begun), to: Math.max(Math.min(period.to, now), period.from) };
}

async function readReport(period: ReportPeriod, goals: readonly Goal[], calendar: Calendar, now: number): Promise<ReportData> {
  const before = comparedWith(period, now, calendar);
  const stretches = listStretches(period, calendar);
  const whole = wholeOf(period, before, goals, now);
  const [measured, communities, turns] = await Promise.all([
    readMeasureRows(whole, calendar.zone),
    listCoverage(before.from, whole.to),
    listTurnsIn(period),
  ]);
  const rows = { ...measured, communities };
  const quotable = await readQuotable(listQuotable(rows, period));
  const facts = makeReport({ period, before, stretches, rows, goals, turns, now });
  return { facts, quotable, proposed: chooseQuotes(quotable) };
}

const hour = 3_600_000;

/** Read when it is due, when what it is read from is another, and where something else changed each minute while it stands open. */
function useOf<T>(id: string, isDue: boolean, read: () => Promise<T>, inputs: readonly unknown[]): T | undefined {
  const now = useNow();
  const watch = () => watchCalmly<Of<T>>(measuredTables, async () => ({ id, value: await read() }), measuredEvery);
  const { value } = useObservable<Of<T>>(isDue ? watch : () => never, [id, isDue, ...inputs, Math.floor(now / hour)]);
  return value?.id === id ? value.value : undefined;
}

/** Read by their ids: what the person chose may be none of those that we would. What was shown stays until the next is read. */
function useQuoted(id: string, ids: readonly string[] | undefined): Quoted | undefined {
  const read = async (asked: readonly string[]): Promise<Of<Quoted>> => {
    const mentions = await readQuoted(asked);
    return { id, value: { mentions, gone: asked.length - mentions.length } };
  };
  const found = useObservable(() => (ids ? watchQuery(() => read(ids)) : never), [id, ids?.join('\n')]).value;
  return ids && found?.id === id ? found.value : undefined;
}

/** What is read first is what one reads first; the words that rise take longer than all the rest. */
export function useReport(period: ReportPeriod, keywords: readonly Keyword[], calendar: Calendar): ReportParts {
  const { id } = period;
  const before = comparedWith(period, Date.now(), calendar);
  const goals = useObservable(() => watchQuery(listGoals), []).value;
  const readDraft = async (): Promise<Of<ReportDraft | undefined>> => ({ id, value: await getReportDraft(id) });
  const kept = useObservable(() => watchQuery(readDraft), [id]).value;
  const isDraftRead = kept?.id === id;
  const draft = isDraftRead ? kept.value : undefined;
  const isRedacted = draft?.redacted === true;
  const data = useOf(id, goals !== undefined, () => readReport(period, goals ?? [], calendar, Date.now()), [goals, keywords, calendar]);
  const isShown = useLater(data !== undefined);
  const rising = useOf(id, isShown && data !== undefined, () => readRising(period, before, keywords), [keywords, before.to]);
  const names = useOf(id, isRedacted, () => listKnownNames(wholeHours(wholeOf(period, before, goals ?? [], Date.now()))), [
    goals,
    before.from,
  ]);
  const whole = useMemo(() => data && rising && { ...data, facts: { ...data.facts, rising } }, [data, rising]);
  const quoted = useQuoted(id, draft?.quotes);
  return { data: whole ?? data, isDraftRead, draft, quoted, names, isWhole: whole !== undefined };
}
