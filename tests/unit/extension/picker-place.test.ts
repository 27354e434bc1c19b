/** Where the picker stands: whole within the window, and never over what it is for. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, placePanel } from '../../../entrypoints/watch.content/picker-place.ts';

const rect = (left: number, top: number, width: number, height: number) => ({ left, top, right: left + width, bottom: top + height });
type Rect = ReturnType<typeof rect>;

const covers = ({ left, top, width, height }: Box, part: Rect): boolean =>
  left < part.right && left + width > part.left && top < part.bottom && top + height > part.top;

test('below a box that has the room below it', () => {
  expect(placePanel(rect(340, 100, 600, 120), { width: 1280, height: 800 })).toEqual({ left: 560, top: 224, width: 380, height: 460 });
});

test('in a narrow window it takes the room there is, above or below, and the box stays in sight', () => {
  for (const top of [120, 300, 420]) {
    const box = rect(16, top, 368, 120);
    const panel = placePanel(box, { width: 400, height: 700 }, 420);
    expect(covers(panel, box)).toBe(false);
    expect(panel.height).toBeGreaterThanOrEqual(260);
  }
});

test('of a box that fills the window the first lines stay in sight', () => {
  const panel = placePanel(rect(0, 60, 400, 600), { width: 400, height: 700 });
  expect(covers(panel, rect(0, 60, 400, 60))).toBe(false);
  expect(panel.height).toBeGreaterThan(400);
});

test('wherever a box stands, its first line stays in sight and the panel within the window', () => {
  const size = fc.record({ width: fc.integer({ min: 320, max: 2_000 }), height: fc.integer({ min: 460, max: 1_400 }) });
  fc.assert(
    fc.property(
      size,
      fc.nat(100),
      fc.nat(100),
      fc.integer({ min: 20, max: 2_000 }),
      fc.integer({ min: 100, max: 460 }),
      (view, x, y, tall, wanted) => {
        const box = rect(Math.round((view.width * x) / 200), Math.round(((view.height - 40) * y) / 100), view.width / 2, tall);
        const panel = placePanel(box, view, wanted);
        expect(panel.top).toBeGreaterThanOrEqual(0);
        expect(panel.left).toBeGreaterThanOrEqual(0);
        expect(panel.top + panel.height).toBeLessThanOrEqual(view.height);
        expect(panel.left + panel.width).toBeLessThanOrEqual(view.width);
        expect(covers(panel, { ...box, bottom: Math.min(box.bottom, box.top + 40) })).toBe(false);
      },
    ),
  );
});
