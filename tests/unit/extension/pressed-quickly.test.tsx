/** What a person does who presses one thing right after another, before anything has come of the first. */
import { parseHTML } from 'linkedom';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OneAtATime } from '../../../components/use-one-at-a-time.ts';
import type { Reply } from '../../../core/model.ts';
import { messages } from './english.ts';

vi.mock('wxt/browser', async () => ({ browser: { i18n: { getMessage: (await import('./english.ts')).getMessage } } }));

const { AddKeyword } = await import('../../../components/add-keyword.tsx');
const { HandleList } = await import('../../../components/handle-list.tsx');
const { ReplyList } = await import('../../../components/reply-list.tsx');
const { useOneAtATime } = await import('../../../components/use-one-at-a-time.ts');
const { makeReply } = await import('../../../components/reply-form.tsx');

const trying = { listPosts: async () => [], nameSite: () => '', sites: [] };
const say = (key: string) => messages[key]?.message;

let place: HTMLElement;

beforeEach(() => {
  const { document, HTMLElement } = parseHTML('<!doctype html><html><body><main></main></body></html>');
  HTMLElement.prototype.focus = () => {};
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  place = document.querySelector('main') as unknown as HTMLElement;
});

afterEach(() => vi.unstubAllGlobals());

const show = (what: ComponentChild) => act(() => render(what, place));
const find = (selector: string, text = '') => {
  const found = [...place.querySelectorAll<HTMLElement>(selector)].find((one) => one.textContent?.includes(text));
  if (!found) throw new Error(`no ${selector} “${text}” in ${place.innerHTML}`);
  return found;
};
const settled = () => new Promise((done) => setTimeout(done));
const tell = (element: Element, type: string) =>
  act(async () => {
    const { Event } = document.defaultView as unknown as typeof globalThis;
    element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    await settled();
  });
const press = (selector: string, text?: string) => tell(find(selector, text), 'click');
async function type(selector: string, text: string) {
  const field = find(selector) as HTMLInputElement;
  field.value = text;
  await tell(field, 'input');
}

/** A background that answers when it is told to. */
function slowly() {
  const answers: (() => void)[] = [];
  const saved: unknown[] = [];
  const save = (what: unknown) =>
    new Promise<boolean>((done) => {
      saved.push(what);
      answers.push(() => done(true));
    });
  const answer = () =>
    act(async () => {
      answers.shift()?.();
      await settled();
    });
  return { saved, save, answer };
}

test('a keyword that is added twice in haste is added once', async () => {
  const { saved, save, answer } = slowly();
  await show(<AddKeyword keywords={[]} trying={trying} onAdd={save} />);
  await type('textarea', 'Tidepool');
  await tell(find('form'), 'submit');
  await tell(find('form'), 'submit');
  await answer();
  await answer();
  expect(saved).toMatchObject([{ query: 'Tidepool' }]);
  expect((find('textarea') as HTMLTextAreaElement).value).toBe('');
});

test('a form that is opened while another is being saved stays open', async () => {
  const { saved, save, answer } = slowly();
  const replies = [makeReply('One', 'First.', 1), makeReply('Two', 'Second.', 2)];
  await show(<ReplyList replies={replies} onSave={save} onRemove={() => {}} onCopy={() => {}} />);
  const edit = (title: string) => press(`button[aria-label="${say('editNamed')?.replace('$NAME$', title)}"]`);
  await edit('One');
  await tell(find('form'), 'submit');
  await edit('Two');
  await answer();
  expect(saved).toHaveLength(1);
  expect((find('form input') as HTMLInputElement).value).toBe('Two');
  await tell(find('form'), 'submit');
  await answer();
  expect(place.querySelector('form')).toBeNull();
});

test('the handle one types while the one before is being saved is kept in its field', async () => {
  const { saved, save, answer } = slowly();
  const places = [{ place: 'x', name: 'X' }];
  await show(<HandleList rows={[]} places={places} onAdd={(_, handle) => save(handle)} onRemove={() => {}} />);
  await type('input', '@one');
  await tell(find('form'), 'submit');
  await type('input', '@two');
  await answer();
  expect((find('input') as HTMLInputElement).value).toBe('@two');
  await tell(find('form'), 'submit');
  await answer();
  expect(saved).toEqual(['@one', '@two']);
  expect((find('input') as HTMLInputElement).value).toBe('');
});

test('what is pressed right after a row was saved goes on from what was saved', async () => {
  const { saved, save, answer } = slowly();
  const [one, two] = [makeReply('One', 'First.', 1), makeReply('Two', 'Second.', 2)];
  const list = (...replies: Reply[]) => show(<ReplyList replies={replies} onSave={save} onRemove={() => {}} onCopy={() => {}} />);
  const named = (key: string, title: string) => `button[aria-label="${say(key)?.replace('$TITLE$', title).replace('$NAME$', title)}"]`;
  await list(one, two);
  await press(named('editNamed', 'One'));
  await type('form input', 'Uno');
  await tell(find('form'), 'submit');
  await answer();
  await press(named('addFavourite', 'Uno'));
  await answer();
  expect(saved).toMatchObject([{ title: 'Uno' }, { title: 'Uno', favourite: true }]);
  await press(named('editNamed', 'Uno'));
  expect((find('form input') as HTMLInputElement).value).toBe('Uno');
  // It is read again, and what comes then is what counts: here it was taken back.
  await list({ ...one, title: 'Uno', favourite: true }, two);
  await list(one, two);
  expect(place.textContent).not.toContain('Uno');
});

let once: OneAtATime | undefined;

function Doing() {
  once = useOneAtATime();
  return null;
}

test('different things that are asked for at once are done one after the other, also after one that failed', async () => {
  await show(<Doing />);
  const steps: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      steps.push(`${name} begins`);
      await settled();
      steps.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const first = once?.('a', work('a', true));
  const again = once?.('a', work('again'));
  const second = once?.('b', work('b'));
  await expect(first).rejects.toThrow('a');
  expect([await again, await second]).toEqual([undefined, 'b']);
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(await once?.('a', work('a'))).toBe('a');
});
