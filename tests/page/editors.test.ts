/** Every editor is the real one from npm; what it holds is asked of its own state, never read from the page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InsertResult } from '../../editors/_editor.ts';
import { inEachBrowser } from '../driver/each-browser.ts';

import { type Host, openHost } from '../fixtures/editors/host.ts';

interface Harness {
  state: () => string;
  shown: () => string;
  field: () => HTMLElement;
  seen: string[];
  ask: <T = InsertResult>(
    command: { command: 'insert' | 'claims'; text?: string; caret?: number; selector?: string },
    world?: string,
  ) => Promise<T>;
}
declare const window: Harness & Window;

const reply = 'Hi Ana 👋🏽, thanks for <b>this</b> & “that”!\n\nWe will look into it today 😀.';

/** `|` is where the caret is wanted. */
const signed = 'about 👋🏽 your order |: sorry.\n\nBye 😀, Jo';

/** `quiet` is how long a history waits before it begins a new step (facts of those editors, not of ours). */
const pages: Record<string, { editor: string; want?: string; quiet?: number }> = {
  textarea: { editor: 'text field' },
  input: { editor: 'text field', want: reply.replace('\n\n', ' ') },
  'react-textarea': { editor: 'text field' },
  'preact-textarea': { editor: 'text field' },
  'shadow-textarea': { editor: 'text field' },
  contenteditable: { editor: 'contenteditable' },
  'shadow-contenteditable': { editor: 'contenteditable' },
  draft: { editor: 'Draft.js' },
  lexical: { editor: 'Lexical' },
  'lexical-plain': { editor: 'Lexical' },
  'lexical-shadow': { editor: 'Lexical' },
  prosemirror: { editor: 'ProseMirror', quiet: 700 },
  tiptap: { editor: 'ProseMirror', quiet: 700 },
  quill1: { editor: 'Quill 1', quiet: 1_200 },
  quill2: { editor: 'Quill 2', quiet: 1_200 },
  slate: { editor: 'Slate' },
  codemirror: { editor: 'CodeMirror', quiet: 700 },
  trix: { editor: 'Trix' },
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

inEachBrowser('editors', (browser) => {
  let host: Host;
  beforeAll(async () => {
    host = await openHost(browser, Object.keys(pages));
  });
  afterAll(() => host?.close());

  const insert = (text = reply, world = 'isolated', caret?: number) =>
    host.tab.evaluate(
      ({ text, world, caret }) => window.ask({ command: 'insert', text, ...(caret === undefined ? {} : { caret }) }, world),
      {
        text,
        world,
        caret,
      },
    );
  const state = () => host.tab.evaluate(() => window.state());
  const openAndFocus = async (page: string) => {
    await host.open(page);
    await host.tab.evaluate(() => window.field().focus());
    await pause(80);
  };
  const type = async (text: string) => {
    await host.tab.type(text);
    await host.tab.waitFor((text) => window.state() === text, text);
  };
  const undoGives = async (text: string) => {
    await host.tab.press('Control+z');
    await pause(120);
    expect(await state()).toBe(text);
  };
  const nothingWasPressed = async () => expect(await host.tab.evaluate(() => window.seen)).toEqual([]);
  const postIsOpen = async () =>
    expect(await host.tab.evaluate(() => document.querySelector<HTMLButtonElement>('#post')?.disabled)).toBe(false);

  describe.each(Object.entries(pages))('%s', (page, { editor, want = reply, quiet = 100 }) => {
    test('an empty field takes two paragraphs, and one undo empties it again', async () => {
      await openAndFocus(page);
      expect(await insert()).toEqual({ outcome: 'inserted', editor });
      expect(await state()).toBe(want);
      await postIsOpen();
      await undoGives('');
      await nothingWasPressed();
    });

    test('what was typed before stays, also after one undo', async () => {
      await openAndFocus(page);
      await type('Hi ');
      await pause(quiet);
      expect(await insert()).toEqual({ outcome: 'inserted', editor });
      expect(await state()).toBe(`Hi ${want}`);
      await undoGives('Hi ');
      await nothingWasPressed();
    });

    test('the selected word is replaced, and one undo brings it back', async () => {
      await openAndFocus(page);
      await type('Hi old');
      await pause(quiet);
      await host.tab.press('Control+Shift+ArrowLeft');
      await pause(150);
      expect(await insert()).toEqual({ outcome: 'inserted', editor });
      expect(await state()).toBe(`Hi ${want}`);
      await undoGives('Hi old');
      await nothingWasPressed();
    });

    test('a field that has lost the focus takes it where its caret was', async () => {
      await openAndFocus(page);
      await type('Hi !');
      // Trix draws a frame later what was typed, and puts the caret behind it.
      await pause(100);
      await host.tab.press('ArrowLeft');
      await pause(Math.max(quiet, 200));
      await host.tab.evaluate(() => document.querySelector<HTMLElement>('#elsewhere')?.focus());
      await pause(100);
      expect(await insert()).toEqual({ outcome: 'inserted', editor });
      expect(await state()).toBe(`Hi ${want}!`);
      await undoGives('Hi !');
      await nothingWasPressed();
    });

    test('the caret stands where it is wanted, and typing goes on there', async () => {
      await openAndFocus(page);
      await type('Hi ');
      await pause(quiet);
      const caret = signed.indexOf('|');
      expect(await insert(signed.replace('|', ''), 'isolated', caret)).toEqual({ outcome: 'inserted', editor });
      await host.tab.type('Z');
      const wanted = `Hi ${signed.replace('|', 'Z')}`;
      await host.tab.waitFor((wanted) => window.state() === wanted, page === 'input' ? wanted.replace('\n\n', ' ') : wanted);
      await nothingWasPressed();
    });

    test('exactly one editor claims it', async () => {
      const claims = await host.tab.evaluate(() => window.ask<string[][]>({ command: 'claims' }));
      expect(claims).toEqual([[editor, editor]]);
    });
  });
});
