import { renderToString } from 'preact-render-to-string';
import { expect, test, vi } from 'vitest';
import { formatWholeDates } from '../../../components/date-words.ts';
import { shadeOf, WeekHeat } from '../../../components/hour-heat.tsx';
import { ShareBars } from '../../../components/insight-parts.tsx';
import {
  formatPercent,
  formatTimes,
  sayDifference,
  sayHeard,
  sayLikeForLike,
  sayMentions,
  sayRatio,
  sayShareRange,
} from '../../../components/insight-words.ts';
import { Lead } from '../../../components/lead.tsx';
import { formatMeasure, formatSpan } from '../../../components/measure-words.ts';
import { nextPoint } from '../../../components/time-chart.tsx';
import { compareSites } from '../../../core/rate-ratio.ts';
import { rateOf } from '../../../core/rates.ts';
import { compareShares, shareOf } from '../../../core/statistics.ts';
import { listParts, marksOf } from '../../../entrypoints/dashboard/insights/volume.tsx';

vi.mock('wxt/browser', async () => ({ browser: { i18n: { getMessage: (await import('./english.ts')).getMessage } } }));

test('the arrow keys go along the points of a chart and stop at its ends', () => {
  expect(nextPoint('ArrowRight', undefined, 5)).toBe(0);
  expect(nextPoint('ArrowLeft', undefined, 5)).toBe(4);
  expect(nextPoint('ArrowRight', 4, 5)).toBe(4);
  expect(nextPoint('PageUp', 3, 5)).toBe(0);
  expect(nextPoint('Home', 3, 5)).toBe(0);
  expect(nextPoint('End', 0, 5)).toBe(4);
  expect(nextPoint('Escape', 2, 5)).toBeUndefined();
  expect([nextPoint('Tab', 2, 5), nextPoint('Escape', undefined, 5), nextPoint('ArrowRight', undefined, 0)]).toEqual([
    'stay',
    'stay',
    'stay',
  ]);
});

test('weeks end on the last day; only the first may be shorter', () => {
  const day = 86_400_000;
  const parts = listParts({ from: 0, to: 16 * day }, true);
  expect(parts).toEqual([
    { from: 0, to: 2 * day },
    { from: 3 * day, to: 9 * day },
    { from: 10 * day, to: 16 * day },
  ]);
  // Bars are as wide as the nearest two are apart.
  expect(marksOf(parts)).toEqual([2, 9, 16].map((at) => at * day));
  expect(listParts({ from: 0, to: 2 * day }, false)).toHaveLength(3);
});

const onX = (n: number, posts = 1_000) => ({ site: 'x', n, posts });
const compareOnX = (now: number, before: number) => compareSites([onX(now)], [onX(before)])?.ratio;

test('what may well be chance is not called a change', () => {
  const few = compareOnX(6, 4);
  expect(sayRatio(few, 30)).toContain('No clear change');
  const many = compareOnX(60, 10);
  expect(sayRatio(many, 30)).toContain('6.0 times the 30 days before');
  expect(sayRatio(undefined, 30)).toContain('Nothing to compare');
  expect(sayDifference(compareShares(shareOf(80, 100), shareOf(40, 100)), 7)).toContain('+40 points');
  expect(sayDifference(compareShares(shareOf(40, 100), shareOf(40, 100)), 7)).toContain('(−13 to +13 points)');
  expect(sayDifference({ difference: 0.001, low: -0.003, high: 0.2, differs: false }, 7)).toContain('(0 to +20 points)');
  expect(sayDifference(compareShares(shareOf(5, 10), shareOf(4, 10)), 7)).toContain('No clear change');
});

test('reading elsewhere is no growth, and what is held against what is said with it', () => {
  const site = (name: string, n: number, posts: number) => ({ site: name, n, posts });
  const now = [site('x', 3, 3_000), site('reddit', 270, 27_000)];
  const before = [site('x', 27, 27_000), site('reddit', 30, 3_000)];
  const said = { now: rateOf(273, 30_000), before: rateOf(57, 30_000) };
  expect(sayLikeForLike({ like: compareSites(now, before), ...said }, 30)).toEqual([
    'No clear change from the 30 days before (0.7–1.4 times)',
    'Like for like 9.1 → 9.1: on the sites read in both times (30,000 → 30,000 posts), each as much as now',
  ]);
  expect(sayLikeForLike({ like: compareSites(now, now), now: said.now, before: said.now }, 30)).toHaveLength(1);
  expect(sayLikeForLike({ like: undefined, ...said }, 30)).toEqual([
    'Other sites were read in the 30 days before: nothing to compare with',
  ]);
  expect(sayLikeForLike({ like: undefined, now: said.now, before: undefined }, 1)).toEqual(['Nothing to compare with on the day before']);
});

test('a bound that is not one is not said as one', () => {
  const said = [0, 0.4, 0.96, 0.951, 0.949, 0.996, 0.9996, 1, 1.0004, 1.004, 1.04, 1.06, 9.94, 10.4, Number.POSITIVE_INFINITY].map(
    formatTimes,
  );
  const wanted = ['0.0', '0.4', '0.96', '0.95', '0.9', '0.996', '1.0', '1.0', '1.0', '1.004', '1.04', '1.1', '9.9', '10', '∞'];
  expect(said).toEqual(wanted);
});

test('one day is said as one, and so is one mention', () => {
  const many = compareOnX(60, 10);
  expect(sayRatio(many, 1)).toMatch(/^6\.0 times the day before \(/);
  expect(sayRatio(undefined, 1)).toBe('Nothing to compare with on the day before');
  expect(sayDifference(compareShares(shareOf(80, 100), shareOf(40, 100)), 1)).toMatch(/^\+40 points from the day before \(/);
  expect(sayHeard({ mentions: 1, posts: 1 })).toBe('1 mention among 1 post read');
  expect(sayHeard({ mentions: 2, posts: 1_200 })).toBe('2 mentions among 1,200 posts read');
});

test('where nothing was read, no mention is unknown and not zero', () => {
  expect(sayHeard({ mentions: 0, posts: undefined })).toBe('nothing read');
  expect(sayHeard({ mentions: 3, posts: undefined })).toBe('nothing read, 3 mentions');
  expect([0, 3].map((mentions) => sayMentions({ mentions, posts: undefined }))).toEqual(['Unknown', '3']);
  expect(sayMentions({ mentions: 0, posts: 10 })).toBe('0');
});

test('an interval has two ends, however finely they have to be told', () => {
  expect(sayShareRange({ share: 1, low: 0.9966, high: 1, n: 1_135 })).toBe('99.7 %–100 %');
  expect(sayShareRange({ share: 0.5, low: 0.4, high: 0.6, n: 90 })).toBe('40 %–60 %');
});

test('a figure says where it leads, and one that leads nowhere is a figure', () => {
  const lead = { href: '#inbox/filter/site%3Ax', count: 115 };
  const html = renderToString(
    <Lead to={lead} name="Negative">
      28 %
    </Lead>,
  );
  expect(html).toContain('aria-label="Negative, 28 %: show 115 mentions in the inbox"');
  expect(html).toContain('href="#inbox/filter/site%3Ax"');
  expect(
    renderToString(
      <Lead to={undefined} name="Negative">
        0 %
      </Lead>,
    ),
  ).toBe('0 %');
});

test('an hour that leads somewhere is one of many links, and one stop of the Tab key', () => {
  const cells = Array.from({ length: 168 }, (_, i) => ({
    weekday: (Math.floor(i / 24) + 1) % 7,
    hour: i % 24,
    mentions: i % 50 === 3 ? 2 : 0,
    posts: 400,
    rate: { perThousand: 5 },
  }));
  const leadOf = ({ mentions, hour }: { mentions: number; hour: number }) =>
    mentions > 0 ? { href: `#inbox/filter/${hour}`, count: mentions } : undefined;
  const html = renderToString(<WeekHeat cells={cells} of="mentions" caption="When" lead={leadOf} />);
  expect(html.match(/class="lead"/g)).toHaveLength(4);
  expect(html.match(/tabindex="0"[^>]*>2</g)).toHaveLength(1);
  expect(html).toContain('Mon 03:00, 2: show 2 mentions in the inbox');
});

test('lengths and shares are written short', () => {
  const spans = [40_000, 12 * 60_000, 59.8 * 60_000, 200 * 60_000, 24 * 3_600_000, 47.8 * 3_600_000, 60 * 3_600_000];
  expect(spans.map(formatSpan)).toEqual(['40 s', '12 min', '1 h', '3.3 h', '24 h', '2 d', '2.5 d']);
  // Insights, goals and reports tell of it in the same words.
  expect(spans.map((span) => formatMeasure('response-time', span))).toEqual(spans.map(formatSpan));
  expect([0, 0.034, 0.5, 1].map(formatPercent)).toEqual(['0 %', '3.4 %', '50 %', '100 %']);
});

test('an hour in which nothing was read has no figure, and one with few posts is told apart', () => {
  const cells = Array.from({ length: 168 }, (_, i) => ({
    weekday: (Math.floor(i / 24) + 1) % 7,
    hour: i % 24,
    mentions: i === 5 ? 2 : 0,
    posts: i === 5 ? 40 : i === 6 ? 4_000 : undefined,
    rate: i === 5 ? { perThousand: 50 } : i === 6 ? { perThousand: 0 } : undefined,
  }));
  const html = renderToString(<WeekHeat cells={cells} of="rate" caption="When" />);
  expect(html.match(/class="hour-0"/g)).toHaveLength(166);
  expect(html).toContain('class="hour-1 few"');
  expect(html).toContain('>0.0<');
  expect(html).toContain('2 mentions among 40 posts read');
  expect([shadeOf(undefined, 10), shadeOf(0, 10), shadeOf(10, 10), shadeOf(0, 0)]).toEqual([0, 1, 4, 1]);
});

test('a share stands beside its interval and what it is of; nothing to share is unknown', () => {
  const html = renderToString(
    <ShareBars
      caption="Feeling"
      rows={[
        { name: 'Positive', share: shareOf(30, 100) },
        { name: 'Negative', share: undefined },
      ]}
    />,
  );
  expect(html).toContain('30 %');
  expect(html).toContain('22 %–40 % · 30 of 100');
  expect(html).toContain('Unknown');
});

test('paper says of which years it is', () => {
  const said = (from: number, to: number) => formatWholeDates({ from, to }).replace(/\s/g, ' ');
  expect(said(Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 30))).toBe('Nov 1 – 30, 2026');
  expect(said(Date.UTC(2025, 11, 20), Date.UTC(2026, 0, 18))).toBe('Dec 20, 2025 – Jan 18, 2026');
  expect(said(Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 1))).toBe('Nov 1, 2026');
});
