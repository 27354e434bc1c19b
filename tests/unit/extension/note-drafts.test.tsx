import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropNoteDraft, keepNoteDrafts, type NoteDraft, takeNoteDrafts, useBegun, useNoteDraft } from '../../../components/note-drafts.ts';

let place: HTMLElement;
let draft: NoteDraft;
let begun = false;
let onHide = () => {};
const kept = vi.fn(async (_: { id: string; text?: string }) => {});

beforeEach(() => {
  const { document } = parseHTML('<!doctype html><html><body><main></main></body></html>');
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => {
    onHide = listener;
  });
  place = document.querySelector('main') as unknown as HTMLElement;
  kept.mockReset();
  kept.mockResolvedValue();
  keepNoteDrafts(kept, new AbortController());
});

afterEach(async () => {
  await act(() => render(null, place));
  takeNoteDrafts([]);
  vi.unstubAllGlobals();
});

function Note({ text = '' }: { text?: string }) {
  draft = useNoteDraft('turn 1', text);
  return null;
}

function Label() {
  begun = useBegun('turn 1', '');
  return null;
}

const show = (what: preact.VNode | null) => act(() => render(what, place));

test('what an earlier page left is there once it is read, told as begun, and nothing is written for it', async () => {
  await show(<Label />);
  expect(begun).toBe(false);
  await act(() => takeNoteDrafts([{ id: 'turn 1', text: 'our laun' }]));
  expect(begun).toBe(true);
  await show(<Note />);
  expect(draft).toMatchObject({ text: 'our laun', again: true });
  await act(() => draft.discard());
  expect(draft).toMatchObject({ text: '', again: false });
  expect(kept.mock.calls).toEqual([[{ id: 'turn 1' }]]);
});

test('a form that is open before it is read takes it in, unless something was written there meanwhile', async () => {
  await show(<Note text="our launch" />);
  await act(() => takeNoteDrafts([{ id: 'turn 1', text: 'our launch in May' }]));
  expect(draft).toMatchObject({ text: 'our launch in May', again: true });
  await act(() => draft.change('theirs'));
  await act(() => takeNoteDrafts([{ id: 'turn 1', text: 'from another tab' }]));
  expect(draft.text).toBe('theirs');
});

test('of what is typed while the last is kept the newest alone is kept next, and all of it before a page goes', async () => {
  let over = () => {};
  kept.mockImplementationOnce(() => new Promise<void>((resolve) => (over = resolve)));
  await show(<Note />);
  for (const text of ['o', 'ou', 'our']) await act(() => draft.change(text));
  expect(kept.mock.calls).toEqual([[{ id: 'turn 1', text: 'o' }]]);
  onHide();
  expect(kept.mock.calls.at(-1)).toEqual([{ id: 'turn 1', text: 'our' }]);
  over();
  await expect.poll(() => kept.mock.calls.length).toBe(3);
  expect(kept.mock.calls.at(-1)).toEqual([{ id: 'turn 1', text: 'our' }]);
});

test('what was saved is begun no more, also where keeping that failed', async () => {
  const complain = vi.spyOn(console, 'error').mockReturnValue();
  await show(<Note />);
  await act(() => draft.change('our launch'));
  kept.mockRejectedValueOnce(new Error('full'));
  await act(() => dropNoteDraft('turn 1', 'our launch'));
  await show(<Label />);
  expect(begun).toBe(false);
  expect(complain).toHaveBeenCalledTimes(1);
});
