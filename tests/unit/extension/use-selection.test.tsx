import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { InboxQuestion } from '../../../entrypoints/dashboard/inbox/use-inbox-filter.ts';
import type { Selection } from '../../../entrypoints/dashboard/inbox/use-selection.ts';
import type { PageProps } from '../../../entrypoints/dashboard/page-props.ts';

let read: (ids: string[]) => void;
vi.mock('../../../storage/inbox.ts', () => ({
  listInboxIds: () =>
    new Promise<string[]>((done) => {
      read = done;
    }),
}));

const { useSelection } = await import('../../../entrypoints/dashboard/inbox/use-selection.ts');

let place: HTMLElement;
let selection: Selection;

beforeEach(() => {
  const { document } = parseHTML('<!doctype html><html><body><main></main></body></html>');
  vi.stubGlobal('document', document);
  place = document.querySelector('main') as unknown as HTMLElement;
});

afterEach(() => vi.unstubAllGlobals());

const question = { filter: {} } as InboxQuestion;
const page = { notify: () => {} } as unknown as PageProps;

function List() {
  selection = useSelection([], question, page);
  return null;
}

test('a key pressed while all are being selected is about all of them', async () => {
  await act(() => render(<List />, place));
  const about: string[][] = [];
  const press = () => selection.after(() => about.push([...selection.ids]));
  press();
  expect(about).toEqual([[]]);
  selection.selectAll();
  press();
  await act(async () => read(['x:1', 'x:2']));
  expect(about).toEqual([[], ['x:1', 'x:2']]);
  press();
  expect(about).toHaveLength(3);
});
