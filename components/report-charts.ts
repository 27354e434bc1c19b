/** The three charts of a report, with the table behind each. */
import type { Calendar } from '../core/calendar.ts';
import { isolate } from '../core/isolate.ts';
import type { Feelings, ReportFacts, Voice } from '../core/report.ts';
import type { PageChart } from '../core/report-page.ts';
import { drawBars, drawLine, drawStacks } from '../core/report-svg.ts';
import { formatDays, formatShortDay } from './date-words.ts';
import { feelingNames, formatMeasure } from './measure-words.ts';
import { findLike } from './report-changes.ts';
import { listCountData, listRateData } from './report-data.ts';
import { listUnheard, sayVoiceGap } from './unheard-words.ts';
import { formatNumber, word, wordFor } from './words.ts';

const rate = (value: number | undefined): string => formatMeasure('rate', value);
const share = (value: number | undefined): string => formatMeasure('share-of-voice', value);

/** Both times by their dates: whoever reads it next year has no "now". */
export const nameTimes = ({ shown, before }: Pick<ReportFacts, 'shown' | 'before'>, calendar: Calendar): [now: string, before: string] => [
  formatDays(shown, calendar),
  formatDays(before, calendar),
];

export const listCharts = (facts: ReportFacts, nameKeyword: (id: string) => string, calendar: Calendar): PageChart[] => [
  chartRate(facts, nameKeyword, calendar),
  chartVoice(facts, nameKeyword, calendar),
  chartFeelings(facts, calendar),
];

function chartRate(facts: ReportFacts, nameKeyword: (id: string) => string, calendar: Calendar): PageChart {
  const { rates, fresh } = facts;
  const known = rates.flatMap(({ reading: { value } }) => (value === undefined ? [] : [value]));
  const desc = word(
    'reportRateDesc',
    rate(Math.min(...known)),
    rate(Math.max(...known)),
    formatNumber(rates.length - known.length),
    formatNumber(rates.length),
  );
  const points = rates.map(({ at, reading: { value, low, high } }) => ({ label: formatShortDay(at, calendar), value, low, high }));
  return {
    title: word('reportRateTitle'),
    note:
      known.length === 0
        ? word('reportNothing')
        : fresh.length > 0
          ? word('reportFresh', listUnheard(fresh, { nameKeyword, calendar }))
          : '',
    legend: [
      ...(known.length < rates.length ? [word('reportRateNote')] : []),
      ...(facts.figures.some((figure) => findLike(figure)) ? [word('reportRateSites')] : []),
    ].join(' '),
    pictures: known.length > 0 ? drawLine({ id: 'rate', title: word('reportRateTitle'), desc }, points, rate) : undefined,
    table: {
      caption: word('reportRateTitle'),
      head: [word('reportWhen'), word('reportRateTitle'), word('reportInterval'), word('reportMentions'), word('reportPosts')],
      rows: rates.map(({ at, reading: { value, low, high, n, posts } }) => [
        formatShortDay(at, calendar),
        rate(value),
        value === undefined ? '' : `${rate(low)}–${rate(high)}`,
        formatNumber(n),
        formatNumber(posts),
      ]),
      data: listRateData(facts, calendar),
    },
  };
}

/** More than these and no one compares them. */
const mostVoices = 8;

interface Side extends Pick<Voice, 'now' | 'before'> {
  name: string;
  mine: boolean;
}

/** One bar for all of the person's brands: a post that names two of them is no more voice than one that names one. */
function listSides({ voices, ownVoice }: ReportFacts, nameKeyword: (id: string) => string): { sides: Side[]; parts: Side[] } {
  const all = voices.map(({ keywordId, ...voice }): Side => ({ ...voice, name: nameKeyword(keywordId) }));
  const own = all.filter(({ mine }) => mine);
  if (own.length < 2) return { sides: all, parts: [] };
  const sides = [{ ...ownVoice, name: word('reportVoiceOwn'), mine: true }, ...all.filter(({ mine }) => !mine)];
  return { sides: sides.sort((a, b) => (b.now ?? 0) - (a.now ?? 0) || (b.before ?? 0) - (a.before ?? 0)), parts: own };
}

const sayCount = (count: number | undefined): string => (count === undefined ? word('unknown') : formatNumber(count));

/** What the shares are of; and that they are of more than all there is, where they are. */
function sayVoiceNote(
  { voiceGap, ownVoice }: ReportFacts,
  { now, before, sum, any }: { now: number; before: number; sum: number; any: boolean },
): string {
  if (voiceGap) return sayVoiceGap(voiceGap);
  if (!any) return word('reportNothing');
  const mentions = wordFor(now, 'basisVoiceOne', 'basisVoice');
  const isKnown = ownVoice.before !== undefined;
  const of = isKnown ? word('reportVoiceNote', mentions, formatNumber(before)) : word('reportVoiceNoteNow', mentions);
  return sum > 100 ? `${of} ${word('reportVoiceSum', formatNumber(sum))}` : of;
}

function chartVoice(facts: ReportFacts, nameKeyword: (id: string) => string, calendar: Calendar): PageChart {
  const times = nameTimes(facts, calendar);
  const { sides, parts } = listSides(facts, nameKeyword);
  const counted = facts.figures.find(({ kind }) => kind === 'share-of-voice');
  const [now, before] = [counted?.now.n ?? 0, counted?.before.n ?? 0];
  const part = (count: number | undefined, of: number) => (of === 0 || count === undefined ? undefined : count / of);

  const bars = sides.slice(0, mostVoices).map((side) => ({
    name: side.name,
    mine: side.mine,
    value: part(side.now, now),
    text: share(part(side.now, now)),
    before: { value: part(side.before, before), text: share(part(side.before, before)) },
  }));
  const sum = Math.round(bars.reduce((total, { value = 0 }) => total + value, 0) * 100);
  const desc = word('reportVoiceDesc', bars.map(({ name, text }) => `${isolate(name)} ${text}`).join(', '));
  return {
    title: word('reportVoiceTitle'),
    note: sayVoiceNote(facts, { now, before, sum, any: bars.length > 0 }),
    legend: word('reportVoiceLegend', times[1]),
    pictures: bars.length > 0 ? drawBars({ id: 'voice', title: word('reportVoiceTitle'), desc }, bars) : undefined,
    table: {
      caption: word('reportVoiceTitle'),
      head: [word('reportKeyword'), ...times, word('reportMentions')],
      rows: [...sides, ...parts].map((side) => [
        side.name,
        share(part(side.now, now)),
        share(part(side.before, before)),
        `${sayCount(side.now)} / ${sayCount(side.before)}`,
      ]),
      data: listCountData(facts, calendar, word('reportKeyword'), [...sides, ...parts, { name: word('reportVoiceAll'), now, before }]),
    },
  };
}

const sayUntold = (count: number): string => (count > 0 ? wordFor(count, 'reportFeelNoteOne', 'reportFeelNoteMany') : '');

const feelings = ['positive', 'neutral', 'negative'] as const satisfies readonly (keyof Feelings)[];

/** Both years of a week over New Year do not fit beside its bar. They stand in the table. */
const withoutYear = <T extends { name: string }>(stack: T): T => ({ ...stack, name: stack.name.replace(/, \d{4}/g, '') });

function chartFeelings(facts: ReportFacts, calendar: Calendar): PageChart {
  const {
    feelings: { now, before },
    ofBrands,
  } = facts;
  const times = nameTimes(facts, calendar);
  const title = word(ofBrands ? 'reportFeelMine' : 'reportFeelTitle');
  const stacks = [
    { name: times[0], counts: now },
    { name: times[1], counts: before },
  ].map(({ name, counts }) => ({ name, parts: feelings.map((one) => ({ name: word(feelingNames[one]), count: counts[one] })) }));
  const told = (counts: Feelings) => counts.positive + counts.neutral + counts.negative;
  const say = (count: number, of: number) => share(of === 0 ? undefined : count / of);
  const list = stacks.map(({ name, parts }) => `${name}: ${parts.map((part) => `${part.name} ${formatNumber(part.count)}`).join(', ')}`);
  const any = told(now) + told(before) > 0;
  const desc = word('reportFeelDesc', list.join('; '));
  return {
    title,
    note: any ? sayUntold(now.unknown) : word('reportNothing'),
    pictures: any ? drawStacks({ id: 'feel', title, desc }, stacks.map(withoutYear), share) : undefined,
    table: {
      caption: title,
      head: [word('reportGroup'), ...times],
      rows: feelings.map((one) => [
        word(feelingNames[one]),
        `${formatNumber(now[one])} (${say(now[one], told(now))})`,
        `${formatNumber(before[one])} (${say(before[one], told(before))})`,
      ]),
      data: listCountData(
        facts,
        calendar,
        word('reportGroup'),
        [...feelings, 'unknown' as const].map((one) => ({ name: word(feelingNames[one]), now: now[one], before: before[one] })),
      ),
    },
  };
}
