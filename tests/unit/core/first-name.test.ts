import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessFirstName } from '../../../core/first-name.ts';
import { firstNames } from './first-names.ts';

const guesses = firstNames.map(([shown, wanted]) => ({ shown, wanted, guessed: guessFirstName(shown) }));

test('hardly anyone is greeted by a wrong name, and most by their own', () => {
  const greeted = guesses.filter(({ guessed }) => guessed !== undefined);
  const wrong = greeted.filter(({ guessed, wanted }) => guessed !== wanted);
  const named = guesses.filter(({ wanted }) => wanted !== undefined);
  const right = named.filter(({ guessed, wanted }) => guessed === wanted);
  const missed = named.filter(({ guessed }) => guessed === undefined);
  const precision = 1 - wrong.length / greeted.length;
  const recall = right.length / named.length;
  console.info(`first names: ${guesses.length} in the table, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
  expect(wrong.map(({ shown }) => shown)).toEqual([]);
  expect({ recall: recall >= 0.97, missed: missed.map(({ shown }) => shown) }).toMatchObject({ recall: true });
});

test('the table is long enough to say something', () => {
  expect(firstNames.length).toBeGreaterThanOrEqual(150);
  expect(new Set(firstNames.map(([shown]) => shown)).size).toBe(firstNames.length);
});

/** Whatever its capitals: some letters have a capital that they share, and some share a small one. */
function isPartOf(guess: string, shown: string): boolean {
  const whole = shown.normalize('NFKC');
  return whole.toLowerCase().includes(guess.toLowerCase()) || whole.toUpperCase().includes(guess.toUpperCase());
}

test('whatever is shown, a guess is part of it, and short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (shown) => {
      const guessed = guessFirstName(shown);
      if (guessed === undefined) return;
      expect(guessed).toMatch(/^\p{L}[\p{L}\p{M}'’‐-]*$/u);
      expect(isPartOf(guessed, shown), `${guessed} of ${shown}`).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  // Its capital is that of another letter as well: İ and I are two letters in Turkish.
  expect(isPartOf(guessFirstName('ılgın') ?? '', 'ılgın')).toBe(true);
  expect(isPartOf('Ann', 'Nan')).toBe(false);
  expect(guessFirstName(undefined)).toBeUndefined();
  // Its capital is two letters, of which one is another.
  expect('ᾠσμ').toContain(guessFirstName('ᾠσμ') ?? '');
});

test('a name of any length is looked at in no time', () => {
  for (const part of ['a', ' ', 'A ', '(', '🚀', 'a-', '-', ', ']) {
    const began = performance.now();
    guessFirstName(part.repeat(50_000));
    guessFirstName(part.repeat(120 / part.length));
    expect(performance.now() - began, part).toBeLessThan(100);
  }
});
