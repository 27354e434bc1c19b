import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isolate, keepIsolated, splitIsolated } from '../../../core/isolate.ts';

const [open, close] = ['\u2068', '\u2069'];

test('what is written from right to left stands apart, and nothing else is changed', () => {
  expect(isolate('Acme Ünïcode 東京 (2)')).toBe('Acme Ünïcode 東京 (2)');
  for (const name of ['קפה', 'مقهى 24', 'ACME مقهى', '\u{10840}']) expect(isolate(name)).toBe(`${open}${name}${close}`);
});

test('a name cannot open or close what it stands in', () => {
  expect(isolate(`קפה${close}\u202eabc${open}\nx`)).toBe(`${open}קפהabc x${close}`);
});

test('a sentence is in pieces again, and one that is left open is not', () => {
  expect(splitIsolated(`Mentions · ${isolate('קפה')}, ${isolate('مقهى')}: 3`)).toEqual(['Mentions · ', 'קפה', ', ', 'مقهى', ': 3']);
  expect(splitIsolated(`a ${open}b`)).toEqual([`a ${open}b`]);
  expect(splitIsolated(`${open}a ${open}b${close}`)).toEqual([`${open}a `, 'b', '']);
});

test('whatever it is made of, what is kept is balanced and turns nothing', () => {
  const unit = fc.constantFrom('a', 'ק', '1', ' ', '\n', open, close, '\u2066', '\u2067', '\u202e', '\u202c');
  const strip = (text: string) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      const kept = keepIsolated(text, strip);
      expect(kept).not.toMatch(/[\u202a-\u202e\u2066\u2067]/);
      expect(strip(kept)).toBe(strip(text));
      let depth = 0;
      for (const sign of kept) {
        depth += sign === open ? 1 : sign === close ? -1 : 0;
        expect(depth === 0 || depth === 1).toBe(true);
      }
      expect(depth).toBe(0);
    }),
  );
});
