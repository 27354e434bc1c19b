import { expect, test } from 'vitest';
import { countIn } from '../../../sites/_counts.ts';

const readAll = (shown: readonly (readonly [string, string, number | undefined])[]) =>
  shown.map(([words, lang]) => [words, lang, countIn(words, lang)]);

test('a number is read however its thousands are parted', () => {
  const shown = [
    ['85 points', 'en', 85],
    ['1,234 Likes. Like', 'en', 1234],
    ['1.234 J’aime', 'fr', 1234],
    ['12 345 vues', 'fr', 12345],
    ['1’234', 'de-CH', 1234],
    ['1,23,456 views', 'en-IN', 123456],
    ['٣٬٤٠٠', 'ar-EG', 3400],
    ['१,२३४', 'hi', 1234],
    ['Like (15,554 likes)', 'en', 15554],
    ['120 views. View post analytics', 'en', 120],
    ['-4', 'en', -4],
    ['0 Replies', 'en', 0],
  ] as const;
  expect(readAll(shown)).toEqual(shown);
});

test('a rounded number is what it says in the language of the page', () => {
  const shown = [
    ['1.2K Likes', 'en', 1200],
    ['1.5M views', 'en', 1_500_000],
    ['3,4 Tsd.', 'de', 3400],
    ['1,2 Mio. Aufrufe', 'de', 1_200_000],
    ['12 mil', 'es', 12_000],
    ['1,2 mi', 'pt-BR', 1_200_000],
    ['1,5 k J’aime', 'fr', 1500],
    ['2,3 тыс.', 'ru', 2300],
    ['3,4 B', 'tr', 3400],
    ['3.4B', 'en', 3_400_000_000],
    ['1.2万件の表示', 'ja', 12_000],
    ['1.2천', 'ko', 1200],
    ['5 rb', 'id', 5000],
    ['1,2 mln', 'it', 1_200_000],
    ['१.२ लाख', 'hi', 120_000],
    ['1.2K', '', 1200],
  ] as const;
  expect(readAll(shown)).toEqual(shown);
});

test('what cannot be read is unknown, never a guess', () => {
  const shown = [
    ['1+', 'en', undefined],
    ['2 mil', 'de', undefined],
    ['1.2L', 'en', undefined],
    ['4.5', 'en', undefined],
    ['4.5/5', 'en', undefined],
    ['92%', 'en', undefined],
    ['1.234K', 'en', undefined],
    ['Like', 'en', undefined],
    ['', 'en', undefined],
  ] as const;
  expect(readAll(shown)).toEqual(shown);
  expect(countIn(null)).toBeUndefined();
  expect(countIn('646', 'no language')).toBe(646);
});
