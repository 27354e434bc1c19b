/** Every editor is the real one from npm; what it holds is asked of its own state, never read from the page. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InsertResult } from '../../editors/_editor.ts';
import { inEachBrowser } from '../driver/each-browser.ts';
import { type Host, openHost } from '../fixtures/editors/host.ts';
import { createMatrix } from './editors-matrix.ts';

interface Harness {
  state: () => string;
  shown: () => string;
  field: () => HTMLElement;
  seen: string[];
  /** How many mentions there are that are such to the editor itself. */
  mentions: () => number;
  ask: <T = InsertResult>(
    command: { command: 'insert' | 'claims'; text?: string; caret?: number; trigger?: string; first?: boolean },
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
  'vue-textarea': { editor: 'text field' },
  'vue-input': { editor: 'text field', want: reply.replace('\n\n', ' ') },
  'svelte-textarea': { editor: 'text field' },
  'svelte-input': { editor: 'text field', want: reply.replace('\n\n', ' ') },
  'shadow-textarea': { editor: 'text field' },
  contenteditable: { editor: 'contenteditable' },
  'shadow-contenteditable': { editor: 'contenteditable' },
  'plaintext-only': { editor: 'contenteditable' },
  frame: { editor: 'contenteditable' },
  youtube: { editor: 'contenteditable' },
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
  ckeditor: { editor: 'CKEditor 5' },
  tinymce: { editor: 'TinyMCE' },
  trix: { editor: 'Trix' },
  // Versions that sites may still have.
  'lexical 0.40': { editor: 'Lexical' },
  'tiptap 2': { editor: 'ProseMirror', quiet: 700 },
  'slate 0.94': { editor: 'Slate' },
};

/** A handle stands there, and a space. */
const withMention: typeof pages = {
  'textarea-mention': { editor: 'text field' },
  'draft-mention': { editor: 'Draft.js' },
  'lexical-mention': { editor: 'Lexical' },
  'tiptap-mention': { editor: 'ProseMirror' },
  'quill2-mention': { editor: 'Quill 2' },
  'slate-mention': { editor: 'Slate' },
};

const written = new URL('../../docs/editors.md', import.meta.url);
const matrix = createMatrix(pages, withMention);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

inEachBrowser('editors', (browser) => {
  let host: Host;
  beforeAll(async () => {
    host = await openHost(browser, [...Object.keys(pages), ...Object.keys(withMention)]);
  });
  afterAll(() => host?.close());

  const insert = (text = reply, how: { caret?: number; trigger?: string; first?: boolean } = {}) =>
    host.tab.evaluate((asked) => window.ask({ command: 'insert', ...asked }), { text, ...how });
  const state = () => host.tab.evaluate(() => window.state());
  const openAndFocus = async (page: string) => {
    await host.open(page);
    await host.tab.evaluate(() => {
      window.field().ownerDocument.defaultView?.focus();
      window.field().focus();
    });
    // Slate looks at the selection ten times a second: what is typed before it has looked is lost.
    await pause(page.startsWith('slate') ? 200 : 80);
  };
  const type = async (text: string) => {
    await host.tab.type(text);
    await host.tab.waitFor((text) => window.state() === text, text);
  };
  const undoGives = async (text: string) => {
    await host.tab.press('Control+z');
    await host.tab.waitFor((text) => window.state() === text, text);
    // And stays so.
    await pause(120);
    expect(await state()).toBe(text);
  };
  const nothingWasPressed = async () => expect(await host.tab.evaluate(() => window.seen)).toEqual([]);
  const postIsOpen = async () =>
    expect(await host.tab.evaluate(() => document.querySelector<HTMLButtonElement>('#post')?.disabled)).toBe(false);

  describe.each(Object.entries(pages))('%s', (page, { editor, want = reply, quiet = 100 }) => {
    const seen = (column: Parameters<typeof matrix.tick>[1]) => matrix.tick(page, column, browser);

    test('an empty field takes two paragraphs, and one undo empties it again', async () => {
      await openAndFocus(page);
      expect(await host.tab.evaluate(() => window.ask<string[][]>({ command: 'claims' }))).toEqual([[editor, editor]]);
      expect(await insert()).toEqual({ outcome: 'inserted', editor });
      expect(await state()).toBe(want);
      await postIsOpen();
      seen('empty');
      await undoGives('');
      await nothingWasPressed();
      seen('undo');
    });

    test('a field that never had the focus takes it', async () => {
      await host.open(page);
      expect(await insert(reply, { first: true })).toEqual({ outcome: 'inserted', editor });
      expect(await state()).toBe(want);
      seen('never focused');
      expect(await insert('\nBye')).toEqual({ outcome: 'inserted', editor });
      expect(await state()).toBe(`${want}${page.endsWith('input') ? ' ' : '\n'}Bye`);
      await nothingWasPressed();
      seen('one more');
    });

    test('what was typed before stays, also after one undo', async () => {
      await openAndFocus(page);
      await type('@ana Hi ');
      await pause(quiet);
      expect(await insert()).toEqual({ outcome: 'inserted', editor });
      expect(await state()).toBe(`@ana Hi ${want}`);
      seen('after text');
      await undoGives('@ana Hi ');
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
      seen('over a selection');
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
      seen('out of focus');
      await undoGives('Hi !');
      await nothingWasPressed();
    });

    test('the caret stands where it is wanted, and typing goes on there', async () => {
      await openAndFocus(page);
      await type('Hi ');
      await pause(quiet);
      const caret = signed.indexOf('|');
      expect(await insert(signed.replace('|', ''), { caret })).toEqual({ outcome: 'inserted', editor });
      await host.tab.type('Z');
      const wanted = `Hi ${signed.replace('|', 'Z')}`;
      await host.tab.waitFor((wanted) => window.state() === wanted, page.endsWith('input') ? wanted.replace('\n\n', ' ') : wanted);
      await nothingWasPressed();
      seen('caret');
    });

    test('a typed word is replaced, and one undo gives it back', async () => {
      await openAndFocus(page);
      await type('Hi ;sig ');
      await pause(quiet);
      expect(await insert(reply, { trigger: ';word ' })).toEqual({ outcome: 'untouched', editor });
      expect(await insert(reply, { trigger: ';sig ' })).toEqual({ outcome: 'inserted', editor });
      expect(await state()).toBe(`Hi ${want}`);
      await undoGives('Hi ;sig ');
      await nothingWasPressed();
      seen(';shortcut');
    });
  });

  test.each(Object.entries(withMention))(
    '%s: a mention that stands there stays, and the reply stands behind it',
    async (page, { editor }) => {
      const seen = (column: Parameters<typeof matrix.tickMention>[1]) => matrix.tickMention(page, column, browser);
      const mentions = () => host.tab.evaluate(() => window.mentions());
      await host.open(page);
      expect([await state(), await mentions()]).toEqual(['@ana ', 1]);
      expect(await insert(reply, { first: true })).toEqual({ outcome: 'inserted', editor });
      expect([await state(), await mentions()]).toEqual([`@ana ${reply}`, 1]);
      await postIsOpen();
      seen('never focused');
      await undoGives('@ana ');
      seen('undo');
      expect(await insert('Bye')).toEqual({ outcome: 'inserted', editor });
      expect([await state(), await mentions()]).toEqual(['@ana Bye', 1]);
      await nothingWasPressed();
      seen('one more');
    },
  );
});

test('what was seen is what is said of it', async () => {
  const seen = matrix.print(readFileSync(written, 'utf8'));
  console.log(seen);
  // Part of the file alone, as when one editor is looked at, says nothing of the others.
  if (matrix.isWhole()) await expect(seen).toMatchFileSnapshot('../../docs/editors.md');
});
