import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Goal } from '../../../core/model.ts';
import type { PageProps } from '../../../entrypoints/dashboard/page-props.ts';
import { makeRows, many, start } from '../core/measuring.ts';

const sent: Goal[] = [];

vi.mock('wxt/browser', async () => ({
  browser: {
    runtime: {
      sendMessage: async ({ body }: { body: { goals: Goal[] } }) => {
        sent.push(...body.goals);
        return { ok: true };
      },
    },
    i18n: { getMessage: (await import('./english.ts')).getMessage },
  },
}));

const { Plans } = await import('../../../entrypoints/dashboard/plans-section.tsx');

let place: HTMLElement;

beforeEach(() => {
  const { document } = parseHTML('<!doctype html><html><body><main></main></body></html>');
  vi.stubGlobal('document', document);
  place = document.querySelector('main') as unknown as HTMLElement;
});

afterEach(() => vi.unstubAllGlobals());

test('a plan that is set once more before it is shown to be set has its goals once', async () => {
  const rows = makeRows({ mentions: many(40, (i) => ({ seenAt: start - 1 - i })) });
  const measured = { goals: [], audits: [], progress: new Map(), plans: [{ name: 'answer-faster', steps: [], done: 0 }], rows, now: start };
  const page = { editing: { attempt: async () => true }, notify: () => {} } as unknown as PageProps;
  const naming = { nameKeyword: () => 'Tidewater', hasBrands: true };
  await act(() => render(<Plans {...page} measured={measured as never} naming={naming} />, place));
  const button = place.querySelector('button');
  const listSent = () => new Set(sent.map(({ id }) => id));
  await act(() => button?.click());
  const first = listSent();
  expect(first.size).toBe(2);
  await act(() => button?.click());
  expect(listSent()).toEqual(first);
});
