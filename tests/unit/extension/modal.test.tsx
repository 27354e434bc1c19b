import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Modal } from '../../../components/modal.tsx';

let place: HTMLElement;
let done: string[];

beforeEach(() => {
  const { document, HTMLElement } = parseHTML('<!doctype html><html><body><main></main></body></html>');
  done = [];
  // This DOM knows neither dialogs nor focus.
  Object.assign(HTMLElement.prototype, {
    showModal: () => done.push('opened'),
    focus(this: HTMLElement) {
      done.push(`focus on ${this.id}`);
    },
  });
  vi.stubGlobal('document', document);
  vi.stubGlobal('HTMLElement', HTMLElement);
  place = document.querySelector('main') as unknown as HTMLElement;
});

afterEach(() => vi.unstubAllGlobals());

test('what is typed right after the key that opens a dialog is typed into it', () => {
  render(
    <Modal title="Tags" onClose={() => {}}>
      <input id="tags" data-first />
    </Modal>,
    place,
  );
  expect(done).toEqual(['opened', 'focus on tags']);
});
