import { expect, test } from 'vitest';
import { drawLine } from '../../../core/report-svg.ts';
import { listLone, listRuns } from '../../../core/runs.ts';
import { printSvg } from '../../../core/svg.ts';

test('a run goes on until the next gap, and what stands between two gaps is alone', () => {
  const values = [1, null, 0, 2, undefined, 3];
  expect(listRuns(values)).toEqual([[0], [2, 3], [5]]);
  expect(listLone(values)).toEqual([0, 5]);
  expect(listLone([])).toEqual([]);
});

test('a day between two gaps has its interval as a bar of some width, as high as it is', () => {
  const day = { label: 'a', value: 5, low: 2, high: 9 };
  const { wide, narrow } = drawLine({ id: 'i', title: 't', desc: 'd' }, [day, { label: 'b' }, { ...day, value: 10, high: 12 }], String);
  for (const picture of [wide, narrow]) {
    const bars = [...printSvg(picture).matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" class="band"/g)];
    const [first, second] = bars.map(([, ...numbers]) => numbers.map(Number));
    expect(bars).toHaveLength(2);
    for (const bar of [first, second]) expect(bar?.[2]).toBeGreaterThanOrEqual(4);
    // From 2 to 9, and from 2 to 12.
    expect((second?.[3] ?? 0) / (first?.[3] ?? 1)).toBeCloseTo(10 / 7, 3);
  }
});
