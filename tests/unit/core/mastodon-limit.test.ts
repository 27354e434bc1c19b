import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import mastodon from '../../../sites/mastodon.ts';

function limitOf(written: string, left: string | undefined): number | undefined {
  const counter = left === undefined ? '' : `<span class="character-counter">${left}</span>`;
  const { document } = parseHTML(
    `<form class="compose-form"><textarea></textarea><div class="character-counter__wrapper">${counter}</div></form>`,
  );
  const field = document.querySelector('textarea');
  if (!field) throw new Error('no field');
  Object.defineProperty(field, 'value', { value: written });
  return mastodon.limitOf?.(field);
}

test.each([
  ['', '500', 500],
  ['', '5000', 5_000],
  ['Hello', '495', 500],
  ['@mira@example.social ', '494', 500],
  ['way over', '-3', 5],
  // What a link counts as is not asked of it.
  ['https://example.com', '477', undefined],
  ['', undefined, undefined],
  ['', 'soon', undefined],
])('%j with %s left makes %s', (written, left, limit) => {
  expect(limitOf(written, left)).toBe(limit);
});
