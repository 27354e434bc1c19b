import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReportDraft } from '../../../core/model.ts';
import type { SaveDraft } from '../../../entrypoints/dashboard/use-report-draft.ts';

const sent: ReportDraft[] = [];
let isKept = true;

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      sendMessage: async ({ body }: { body: { draft: ReportDraft } }) => {
        sent.push(body.draft);
        return isKept ? { ok: true } : { ok: false, error: 'full' };
      },
    },
    i18n: { getMessage: (key: string) => key },
  },
}));

const { useReportDraft } = await import('../../../entrypoints/dashboard/use-report-draft.ts');

let place: HTMLElement;
let save: SaveDraft;

beforeEach(() => {
  sent.length = 0;
  isKept = true;
  const { document } = parseHTML('<!doctype html><html><body><main></main></body></html>');
  vi.stubGlobal('document', document);
  place = document.querySelector('main') as unknown as HTMLElement;
});

afterEach(() => vi.unstubAllGlobals());

const editing = {
  attempt: (action: Promise<unknown>) =>
    action.then(
      () => true,
      () => false,
    ),
};

function Report({ draft }: { draft?: ReportDraft }) {
  save = useReportDraft({ id: 'month', draft, editing, notify: () => {} });
  return null;
}

const show = (draft?: ReportDraft) => act(() => render(draft ? <Report draft={draft} /> : <Report />, place));

test('of two changes, the second made before the first is read again, both are kept', async () => {
  await show();
  const first = save(() => ({ texts: { summary: 'A good month.' } }));
  const second = save(({ texts }) => ({ texts: { ...texts, next: 'More of it.' } }));
  await Promise.all([first, second]);
  await save(() => ({ redacted: true }));
  expect(sent.at(-1)).toMatchObject({ texts: { summary: 'A good month.', next: 'More of it.' }, redacted: true });
});

test('what was changed in another tab since counts, and what could not be kept does not', async () => {
  await show();
  await save(() => ({ texts: { summary: 'Mine' } }));
  const theirs = { id: 'month', texts: { summary: 'Theirs' }, updatedAt: (sent[0]?.updatedAt ?? 0) + 5 };
  await show(theirs);
  isKept = false;
  await save(() => ({ texts: { summary: 'Lost' } }));
  isKept = true;
  await save(({ texts }) => ({ texts: { ...texts, next: 'More' } }));
  expect(sent.at(-1)?.texts).toEqual({ summary: 'Theirs', next: 'More' });
});
