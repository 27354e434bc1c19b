import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import mastodon from '../../../sites/mastodon.ts';

interface Composer {
  written?: string;
  left?: string | undefined;
  /** What is written in the field for a warning, which older versions keep in the page while it is not wanted. */
  warning?: string;
  unwanted?: boolean;
  /** Glitch before 2024. */
  formless?: boolean;
  data?: object;
}

function limitOf({ written = '', left, warning, unwanted, formless, data }: Composer): number | undefined {
  const counter = left === undefined ? '' : `<span class="character-counter">${left}</span>`;
  const spoiler =
    warning === undefined
      ? ''
      : `<input id="cw-spoiler-input" class="spoiler-input__input" value="${warning}"${unwanted ? ' disabled' : ''}>`;
  const tag = formless ? 'div' : 'form';
  const state = data ? `<script id="initial-state" type="application/json">${JSON.stringify(data)}</script>` : '';
  const { document } = parseHTML(
    `<body>${state}<${tag} class="compose-form">${spoiler}<textarea></textarea><div class="compose-form__buttons">${counter}</div></${tag}></body>`,
  );
  const field = document.querySelector('textarea');
  if (!field) throw new Error('no field');
  Object.defineProperty(field, 'value', { value: written });
  return mastodon.limitOf?.(field);
}

test.each<[Composer, number | undefined]>([
  [{ left: '500' }, 500],
  [{ left: '5000' }, 5_000],
  [{ written: 'Hello', left: '495' }, 500],
  [{ written: '@mira@example.social ', left: '494' }, 500],
  [{ written: '@mira@example.social @jo@example.org ', left: '490' }, 500],
  [{ written: 'way over', left: '-3' }, 5],
  // A family is one, as the page counts it, and a link is as long as any other.
  [{ written: '👨‍👩‍👧‍👦é', left: '498' }, 500],
  [{ written: 'https://example.com', left: '477' }, 500],
  [{ written: 'See https://example.com/a/long/path?of=it. Bye', left: '468' }, 500],
  [{ written: 'Hello', warning: 'cats', left: '491' }, 500],
  [{ written: 'Hello', warning: 'cats', unwanted: true, left: '495' }, 500],
  [{ written: 'Hello', formless: true, left: '995' }, 1_000],
  [{ data: { meta: { me: '1' }, max_toot_chars: 9_999 } }, 9_999],
  [{ data: { meta: { me: '1' } }, left: '500' }, 500],
  [{}, undefined],
  [{ left: 'soon' }, undefined],
])('%j: %s', (composer, limit) => {
  expect(limitOf(composer)).toBe(limit);
});
