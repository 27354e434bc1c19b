/** The three charts of a report, with the table behind each. */
import type { Feelings, ReportFacts } from '../core/report.ts';
import type { PageChart } from '../core/report-page.ts';
import { drawBars, drawLine, drawStacks } from '../core/report-svg.ts';
import { feelingNames, formatMeasure } from './measure-words.ts';
import { formatShortDay } from './report-times.ts';
import { formatNumber, word } from './words.ts';

const rate = (value: number | undefined): string => formatMeasure('rate', value);
const share = (value: number | undefined): string => formatMeasure('share-of-voice', value);

export const listCharts = (facts: ReportFacts, nameKeyword: (id: string) => string): PageChart[] => [
  chartRate(facts),
  chartVoice(facts, nameKeyword),
  chartFeelings(facts),
];

function chartRate({ rates }: ReportFacts): PageChart {
  const known = rates.flatMap(({ reading: { value } }) => (value === undefined ? [] : [value]));
  const desc = word(
    'reportRateDesc',
    rate(Math.min(...known)),
    rate(Math.max(...known)),
    formatNumber(rates.length - known.length),
    formatNumber(rates.length),
  );
  const points = rates.map(({ at, reading: { value, low, high } }) => ({ label: formatShortDay(at), value, low, high }));
  return {
    title: word('reportRateTitle'),
    note: known.length === 0 ? word('reportNothing') : known.length < rates.length ? word('reportRateNote') : '',
    pictures: known.length > 0 ? drawLine({ id: 'rate', title: word('reportRateTitle'), desc }, points, rate) : undefined,
    table: {
      caption: word('reportRateTitle'),
      head: [word('reportWhen'), word('reportRateTitle'), word('reportInterval'), word('reportMentions'), word('reportPosts')],
      rows: rates.map(({ at, reading: { value, low, high, n, posts } }) => [
        formatShortDay(at),
        rate(value),
        value === undefined ? '' : `${rate(low)}–${rate(high)}`,
        formatNumber(n),
        formatNumber(posts),
      ]),
    },
  };
}

/** More than these and no one compares them. */
const mostVoices = 8;

function chartVoice({ voices, figures }: ReportFacts, nameKeyword: (id: string) => string): PageChart {
  const sum = (when: 'now' | 'before') => voices.reduce((total, voice) => total + voice[when], 0);
  const [now, before] = [sum('now'), sum('before')];
  const part = (count: number, of: number) => (of === 0 ? undefined : count / of);
  const bars = voices.slice(0, mostVoices).map((voice) => ({
    name: nameKeyword(voice.keywordId),
    mine: voice.mine,
    value: part(voice.now, now),
    text: share(part(voice.now, now)),
    before: { value: part(voice.before, before), text: share(part(voice.before, before)) },
  }));
  const counted = figures.find(({ kind }) => kind === 'share-of-voice');
  const desc = word('reportVoiceDesc', bars.map(({ name, text }) => `${name} ${text}`).join(', '));
  return {
    title: word('reportVoiceTitle'),
    note:
      bars.length > 0
        ? word('reportVoiceNote', formatNumber(counted?.now.n ?? 0), formatNumber(counted?.before.n ?? 0))
        : word('reportNothing'),
    pictures: bars.length > 0 ? drawBars({ id: 'voice', title: word('reportVoiceTitle'), desc }, bars) : undefined,
    table: {
      caption: word('reportVoiceTitle'),
      head: [word('reportKeyword'), word('reportNow'), word('reportBefore'), word('reportMentions')],
      rows: voices.map((voice) => [
        nameKeyword(voice.keywordId),
        share(part(voice.now, now)),
        share(part(voice.before, before)),
        `${formatNumber(voice.now)} / ${formatNumber(voice.before)}`,
      ]),
    },
  };
}

const sayUntold = (count: number): string => (count > 0 ? word('reportFeelNote', formatNumber(count)) : '');

const feelings = ['positive', 'neutral', 'negative'] as const satisfies readonly (keyof Feelings)[];

function chartFeelings({ feelings: { now, before }, ofBrands }: ReportFacts): PageChart {
  const title = word(ofBrands ? 'reportFeelMine' : 'reportFeelTitle');
  const stacks = [
    { name: word('reportNow'), counts: now },
    { name: word('reportBefore'), counts: before },
  ].map(({ name, counts }) => ({ name, parts: feelings.map((one) => ({ name: word(feelingNames[one]), count: counts[one] })) }));
  const told = (counts: Feelings) => counts.positive + counts.neutral + counts.negative;
  const say = (count: number, of: number) => share(of === 0 ? undefined : count / of);
  const list = stacks.map(({ name, parts }) => `${name}: ${parts.map((part) => `${part.name} ${formatNumber(part.count)}`).join(', ')}`);
  const any = told(now) + told(before) > 0;
  const desc = word('reportFeelDesc', list.join('; '));
  return {
    title,
    note: any ? sayUntold(now.unknown) : word('reportNothing'),
    pictures: any ? drawStacks({ id: 'feel', title, desc }, stacks, share) : undefined,
    table: {
      caption: title,
      head: [word('reportGroup'), word('reportNow'), word('reportBefore')],
      rows: feelings.map((one) => [
        word(feelingNames[one]),
        `${formatNumber(now[one])} (${say(now[one], told(now))})`,
        `${formatNumber(before[one])} (${say(before[one], told(before))})`,
      ]),
    },
  };
}
