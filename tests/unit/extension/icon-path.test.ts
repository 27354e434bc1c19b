import type { IconNode } from 'lucide';
import * as icons from 'lucide';
import { expect, test } from 'vitest';
import { pathOf } from '../../../components/icon-path.ts';

test('every shape is drawn from the corner of the icon, wherever the one before it ended', () => {
  const icon: IconNode = [
    ['path', { d: 'm9 17-5-5 5-5' }],
    ['circle', { cx: 12, cy: 12, r: 10 }],
    ['line', { x1: 1, y1: 2, x2: 3, y2: 4 }],
    ['rect', { x: 2, y: 4, width: 20, height: 16, rx: 2 }],
  ];
  expect(pathOf(icon)).toBe(
    [
      'M0 0m9 17-5-5 5-5',
      'M0 0m2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0z',
      'M0 0m1 2L3 4',
      'M0 0m4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-16a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2z',
    ].join(''),
  );
});

test('a shape that is filled, or that nothing is known of, stays what it is', () => {
  expect(pathOf([['circle', { cx: 7, cy: 7, r: 1, fill: 'currentColor' }]])).toBeUndefined();
  expect(pathOf([['polyline', { points: '1 2 3 4' }]])).toBeUndefined();
});

test('most icons are one path, and none has a number that is none', () => {
  const all = Object.values(icons).filter((icon): icon is IconNode => Array.isArray(icon));
  const paths = all.map(pathOf).filter((path) => path !== undefined);
  expect(paths.length / all.length).toBeGreaterThan(0.9);
  expect(paths.filter((path) => path.includes('NaN'))).toEqual([]);
});
