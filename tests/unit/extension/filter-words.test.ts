import { expect, test, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage: (key: string) => key } } }));

const { listChips } = await import('../../../entrypoints/dashboard/inbox/filter-words.ts');

test('a filter by days names its first and its last day, one by moments names the moments', () => {
  const day = (date: number) => Date.UTC(2026, 10, date);
  const textOf = (since: number, until: number) => listChips({ since, until }, []).map(({ text }) => text);
  expect(textOf(day(23), day(26)).map((text) => /\d+(?=, 2026$)/.exec(text)?.[0])).toEqual(['23', '25']);
  // A mention of the afternoon is neither of the next day nor of the day before.
  const [from, to] = textOf(day(23) + 59_000_000, day(23) + 59_000_001);
  for (const text of [from, to]) expect(text).toMatch(/\b23\b.*\d:\d\d/);
});
