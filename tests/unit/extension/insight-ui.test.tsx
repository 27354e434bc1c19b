import { readFileSync } from 'node:fs';
import { renderToString } from 'preact-render-to-string';
import { expect, test, vi } from 'vitest';
import { shadeOf, WeekHeat } from '../../../components/hour-heat.tsx';
import { ShareBars } from '../../../components/insight-parts.tsx';
import { formatLength, formatPercent, sayDifference, sayRatio } from '../../../components/insight-words.ts';
import { nextPoint } from '../../../components/time-chart.tsx';
import { compareRates, compareShares, shareOf } from '../../../core/statistics.ts';
import { listParts, marksOf } from '../../../entrypoints/dashboard/insights/volume.tsx';

const messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>;

function getMessage(key: string, values: string[] = []): string {
  const { message = '', placeholders = {} } = messages[key] ?? {};
  return message.replace(
    /\$([A-Z]+)\$/g,
    (_, name: string) => values[Number(placeholders[name.toLowerCase()]!.content.slice(1)) - 1] ?? '',
  );
}

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

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

test('what may well be chance is not called a change', () => {
  const few = compareRates({ count: 6, of: 1_000 }, { count: 4, of: 1_000 });
  expect(sayRatio(few, 30)).toContain('No clear change');
  const many = compareRates({ count: 60, of: 1_000 }, { count: 10, of: 1_000 });
  expect(sayRatio(many, 30)).toContain('6.0 times the 30 days before');
  expect(sayRatio(undefined, 30)).toContain('Nothing to compare');
  expect(sayDifference(compareShares(shareOf(80, 100), shareOf(40, 100)), 7)).toContain('+40 points');
  expect(sayDifference(compareShares(shareOf(40, 100), shareOf(40, 100)), 7)).toContain('(−13 to +13 points)');
  expect(sayDifference({ difference: 0.001, low: -0.003, high: 0.2, differs: false }, 7)).toContain('(0 to +20 points)');
  expect(sayDifference(compareShares(shareOf(5, 10), shareOf(4, 10)), 7)).toContain('No clear change');
});

test('lengths and shares are written short', () => {
  expect([40_000, 12 * 60_000, 200 * 60_000, 26 * 3_600_000].map(formatLength)).toEqual(['40 s', '12 min', '3 h 20 min', '1 d 2 h']);
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
