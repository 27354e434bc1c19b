import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropNoteDraft, hasNoteDraft, type NoteDraft, useNoteDraft } from '../../../components/note-drafts.ts';

let place: HTMLElement;
let draft: NoteDraft;

beforeEach(() => {
  const { document } = parseHTML('<!doctype html><html><body><main></main></body></html>');
  vi.stubGlobal('document', document);
  place = document.querySelector('main') as unknown as HTMLElement;
});

afterEach(() => vi.unstubAllGlobals());

function Note() {
  draft = useNoteDraft('person x:ada', '');
  return null;
}

test('what is written on while a note is being saved stays begun; what was saved does not', async () => {
  await act(() => render(<Note />, place));
  await act(() => draft.change('Met at the fair '));
  const saved = draft.text.trim();
  await act(() => draft.change('Met at the fair in spring'));
  dropNoteDraft('person x:ada', saved);
  expect(hasNoteDraft('person x:ada')).toBe(true);
  dropNoteDraft('person x:ada', draft.text);
  expect(hasNoteDraft('person x:ada')).toBe(false);
});
