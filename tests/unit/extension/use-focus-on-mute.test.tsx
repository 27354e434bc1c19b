import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Editing } from '../../../components/editing.ts';
import type { Judgement } from '../../../components/turning-card.tsx';
import type { KeptTurningPoint } from '../../../core/model.ts';

vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage: async () => ({ ok: true }) } } }));

const { useFocusOnMute } = await import('../../../entrypoints/dashboard/insights/use-focus-on-mute.ts');

const told = { keywordId: 'k', at: 0, since: 0, until: 0, from: 0, to: 0, direction: 'up', kind: 'spike' } as const;
const point = (id: string, state?: KeptTurningPoint['state']): KeptTurningPoint => ({
  ...{ id, ...told, z: 9, p: 0, weeks: 1, bins: 1, count: 9, expected: 1, posts: 9, drivers: [] },
  state,
});

let place: HTMLElement;
let focused: HTMLElement;
let judge: (judgement: Judgement) => Promise<boolean>;
const focus = () => focused.closest('article')?.id ?? focused.tagName;

beforeEach(() => {
  const { document, HTMLElement } = parseHTML('<!doctype html><html><body><main></main></body></html>');
  // This DOM knows no focus: what is gone has lost it to the body.
  Object.defineProperty(document, 'activeElement', {
    get: () => {
      if (!focused.isConnected) focused = document.body;
      return focused;
    },
  });
  HTMLElement.prototype.focus = function focusOn(this: HTMLElement) {
    focused = this;
  };
  vi.stubGlobal('document', document);
  vi.stubGlobal('HTMLElement', HTMLElement);
  focused = document.body;
  place = document.querySelector('main') as unknown as HTMLElement;
});

afterEach(() => vi.unstubAllGlobals());

const editing = { attempt: async () => true } as unknown as Editing;

function Cards({ points }: { points: readonly KeptTurningPoint[] }) {
  const { cards, below, judge: judgeOf } = useFocusOnMute(points, editing);
  judge = (judgement) => judgeOf(points[0] ?? point('none'), judgement);
  return (
    <div>
      <div ref={cards}>
        {points.map(({ id }) => (
          <article key={id} id={id}>
            <button type="button">Confirm</button>
          </article>
        ))}
      </div>
      <div ref={below}>
        <button type="button">Show muted</button>
      </div>
    </div>
  );
}

const show = (...points: KeptTurningPoint[]) => act(() => render(<Cards points={points} />, place));
const stand = (id: string) => place.querySelector<HTMLElement>(`#${id} button`)?.focus();

test('whoever mutes a card is on the one that moves up, and past the last on what stands below', async () => {
  await show(point('a'), point('b'));
  stand('a');
  await judge({ state: 'muted' });
  await show(point('b'));
  expect(focus()).toBe('b');
  await judge({ state: 'muted' });
  await show();
  expect(focused.textContent).toBe('Show muted');
});

test('so is who muted it before it was shown to be confirmed', async () => {
  await show(point('a'), point('b'));
  stand('a');
  await judge({ state: 'confirmed' });
  await judge({ state: 'muted' });
  await show(point('a', 'confirmed'), point('b'));
  expect(focus()).toBe('a');
  await show(point('b'));
  expect(focus()).toBe('b');
});
