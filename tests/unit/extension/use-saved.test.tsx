import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSaved } from '../../../components/use-saved.ts';

let place: HTMLElement;
let shown = '';
let save: (text: string) => void;

beforeEach(() => {
  const { document } = parseHTML('<!doctype html><html><body><main></main></body></html>');
  vi.stubGlobal('document', document);
  place = document.querySelector('main') as unknown as HTMLElement;
});

afterEach(() => vi.unstubAllGlobals());

function Note({ kept }: { kept: string }) {
  [shown, save] = useSaved(kept);
  return null;
}

test('what was saved is there before it is read again, and what is read counts from then on', async () => {
  await act(() => render(<Note kept="" />, place));
  await act(() => save('our launch'));
  expect(shown).toBe('our launch');
  await act(() => render(<Note kept="our launch" />, place));
  expect(shown).toBe('our launch');
  // In another tab it was changed since.
  await act(() => render(<Note kept="their launch" />, place));
  expect(shown).toBe('their launch');
});
