/** Fields that do not do as they are told, and places a field can hide in. What did not work is never called inserted, and never doubled. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InsertResult } from '../../editors/_editor.ts';
import { inEachBrowser } from '../driver/each-browser.ts';

import { type Host, openHost } from '../fixtures/editors/host.ts';

interface Harness {
  state: () => string;
  shown: () => string;
  field: () => HTMLElement;
  seen: string[];
  ask: <T = InsertResult>(
    command: { command: 'insert' | 'claims' | 'find'; text?: string; selector?: string; first?: boolean },
    world?: string,
  ) => Promise<T>;
}
declare const window: Harness & Window;

const reply = 'Hi Ana, thanks for this!\n\nWe will look into it 😀.';
const count = (text: string): number => text.split('look into').length - 1;

inEachBrowser('hostile editors', (browser) => {
  let host: Host;
  beforeAll(async () => {
    host = await openHost(browser, [
      'textarea',
      'contenteditable',
      'react-textarea',
      'draft',
      'lexical',
      'tiptap',
      'quill2',
      'prosemirror-line',
      'hostile',
      'line-breaks',
      'hidden',
    ]);
  });
  afterAll(() => host?.close());

  const insert = (world = 'isolated', selector?: string) =>
    host.tab.evaluate(({ text, world, selector }) => window.ask({ command: 'insert', text, ...(selector ? { selector } : {}) }, world), {
      text: reply,
      world,
      selector,
    });
  const focus = () => host.tab.evaluate(() => window.field().focus());
  const shown = () => host.tab.evaluate(() => window.shown());
  const pressed = () => host.tab.evaluate(() => window.seen);
  const openHostile = async (kind: string) => {
    await host.open(`hostile?${kind}`);
    await focus();
  };

  test('a line that breaks only opened is not left behind the text', async () => {
    await host.open('line-breaks');
    await focus();
    expect(await insert()).toEqual({ outcome: 'inserted', editor: 'WordPress' });
    expect(await host.tab.evaluate(() => window.state())).toBe(reply);
  });

  test('a field that swallows a paste is reported untouched', async () => {
    await openHostile('swallow');
    expect(await insert()).toMatchObject({ outcome: 'untouched' });
    expect(await shown()).toBe('');
  });

  test('a paste that shows only after a while is seen, and not made twice', async () => {
    await openHostile('late');
    expect(await insert()).toMatchObject({ outcome: 'inserted' });
    expect(count(await shown())).toBe(1);
  });

  test('a paste that the page takes a moment later, and does not keep the browser from, is not made twice', async () => {
    await openHostile('soon');
    expect(await insert()).toMatchObject({ outcome: 'inserted' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(count(await shown())).toBe(1);
  });

  test('a field that makes one line of two is reported partial', async () => {
    await openHostile('joins');
    expect(await insert()).toMatchObject({ outcome: 'partial' });
    expect(count(await shown())).toBe(1);
  });

  test('a field that loses the blank lines of a paste takes them', async () => {
    await openHostile('medium');
    expect(await insert()).toMatchObject({ outcome: 'inserted' });
    const blocks = await host.tab.evaluate(() =>
      window
        .field()
        .innerText.split('\n')
        .map((line) => line.trim()),
    );
    expect(
      blocks
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
    ).toBe(reply);
  });

  test('a field that puts back what it did not write is reported untouched', async () => {
    await openHostile('revert');
    expect(await insert()).toMatchObject({ outcome: 'untouched' });
    expect(await shown()).toBe('');
  });

  test('a field whose owner ignores what is typed is reported untouched', async () => {
    await openHostile('stubborn');
    expect(await insert()).toMatchObject({ outcome: 'untouched' });
    expect(await shown()).toBe('');
  });

  test('a field that holds only the beginning is reported partial', async () => {
    await openHostile('short');
    expect(await insert()).toMatchObject({ outcome: 'partial' });
    expect((await shown()).length).toBeLessThanOrEqual(20);
  });

  test('a field that is only typed into, and draws its text elsewhere, is not typed into twice', async () => {
    await openHostile('unseen');
    expect(await insert()).toMatchObject({ outcome: 'untouched' });
    expect(count(await host.tab.evaluate(() => window.state()))).toBe(1);
  });

  test('a small box that opens into a large one when it gets the focus is written into once it is open', async () => {
    await host.open('hostile?opens');
    expect(await host.tab.evaluate((text) => window.ask({ command: 'insert', text, first: true }), reply)).toMatchObject({
      outcome: 'inserted',
    });
    expect(await shown()).toBe(reply);
  });

  /** A box that has not had the focus before: what the page does of it then, it does a moment later. */
  const insertAtOnce = () => host.tab.evaluate((text) => window.ask({ command: 'insert', text, first: true }), reply);
  const later = () => new Promise((resolve) => setTimeout(resolve, 700));

  test('a box that another takes the place of a moment later: the reply goes into that, once', async () => {
    await host.open('hostile?opens-late');
    expect(await insertAtOnce()).toMatchObject({ outcome: 'inserted' });
    await later();
    expect(await shown()).toBe(reply);
  });

  test('where the page carries the words over by itself they stand there once', async () => {
    await host.open('hostile?opens-late-carries');
    expect(await insertAtOnce()).toMatchObject({ outcome: 'inserted' });
    await later();
    expect(await shown()).toBe(reply);
  });

  test.each([
    ['opens-late-filled', 'another that holds something already takes its place', '@ana '],
    ['opens-late-alone', 'another takes its place without the focus', ''],
    ['empties', 'it is emptied', ''],
  ])('%s: a reply is not called inserted where %s a moment later', async (kind, _, left) => {
    await host.open(`hostile?${kind}`);
    expect((await insertAtOnce()).outcome).not.toBe('inserted');
    await later();
    expect(await shown()).toBe(left);
  });

  test('a reply that the person sends at once is not put into the next box', async () => {
    await host.open('hostile?sends');
    const inserting = insertAtOnce();
    await host.tab.waitFor((text) => window.shown() === text, reply);
    await host.tab.press('Enter');
    await inserting;
    await later();
    expect((await shown()).trim()).toBe('');
  });

  test('a document of one line takes the lines joined by spaces', async () => {
    await host.open('prosemirror-line');
    await focus();
    expect(await insert()).toMatchObject({ outcome: 'inserted' });
    expect(await host.tab.evaluate(() => window.state())).toBe(reply.replace('\n\n', ' '));
  });

  test('a reply that ends in a handle leaves no list of suggestions open for the next Enter', async () => {
    await openHostile('suggest');
    expect(await host.tab.evaluate(() => window.ask({ command: 'insert', text: 'Thanks @ana' }))).toMatchObject({ outcome: 'inserted' });
    await host.tab.press('Enter');
    expect(await shown()).toMatch(/^Thanks @ana *\n*$/);
  });

  test.each(['textarea', 'contenteditable'])('%s: what is typed after an undo takes the place of nothing', async (page) => {
    await host.open(page);
    await focus();
    await host.tab.type('Hi ');
    expect(await insert()).toMatchObject({ outcome: 'inserted' });
    await host.tab.press('Control+z');
    await new Promise((resolve) => setTimeout(resolve, 120));
    await host.tab.type('Z');
    expect(await host.tab.evaluate(() => window.state())).toBe('Hi Z');
  });

  test('two insertions asked for at once are one', async () => {
    await host.open('draft');
    await focus();
    const outcomes = await host.tab.evaluate(
      (text) => Promise.all([1, 2].map(() => window.ask({ command: 'insert', text }))).then((all) => all.map((one) => one.outcome)),
      reply,
    );
    expect(outcomes).toEqual(['inserted', 'untouched']);
    expect(await host.tab.evaluate(() => window.state())).toBe(reply);
  });

  test.each(['textarea', 'react-textarea', 'draft', 'lexical', 'tiptap', 'quill2'])(
    '%s: the same from the page’s own world',
    async (page) => {
      await host.open(page);
      await focus();
      expect(await insert('main')).toMatchObject({ outcome: 'inserted' });
      expect(await host.tab.evaluate(() => window.state())).toBe(reply);
      expect(await pressed()).toEqual([]);
    },
  );

  test('boxes that are not for replies are left alone', async () => {
    await host.open('hidden');
    const named = await host.tab.evaluate(() => window.ask<string[]>({ command: 'claims' }));
    // Two of the page itself, and one in its frame.
    expect(named).toHaveLength(3);
    for (const id of ['readonly', 'disabled', 'password', 'search', 'aria', 'user']) {
      await host.tab.evaluate((id) => document.getElementById(id)?.focus(), id);
      expect(await insert()).toMatchObject({ outcome: 'no field' });
    }
  });

  test('a field in a frame of the same site is found by its focus', async () => {
    await host.open('hidden');
    await host.tab.evaluate(() => window.field().focus());
    expect(await insert()).toMatchObject({ outcome: 'inserted' });
    expect(await host.tab.evaluate(() => window.state())).toBe(reply);
  });

  test.each(['textarea', 'draft', 'tiptap', 'quill2'])('%s: it works in a tab behind another one', async (page) => {
    await host.open(page);
    await focus();
    const front = await host.another();
    expect(await insert()).toMatchObject({ outcome: 'inserted' });
    expect(await host.tab.evaluate(() => window.state())).toBe(reply);
    await front.close();
    await host.tab.bringToFront();
  });

  test('a field drawn anew while it was out of focus takes it where its caret was', async () => {
    await host.open('hostile?redraw');
    await focus();
    await host.tab.type('Hi !');
    await host.tab.press('ArrowLeft');
    await host.tab.evaluate(() => document.querySelector<HTMLElement>('#elsewhere')?.focus());
    expect(await insert()).toMatchObject({ outcome: 'inserted' });
    expect(await shown()).toBe(`Hi ${reply}!`);
  });

  test('a caret that moved in the very moment before the field lost the focus is known too', async () => {
    await host.open('hostile?redraw');
    await focus();
    await host.tab.type('Hi !');
    // All in one go: `selectionchange` comes a task later, when the field has been drawn anew.
    await host.tab.evaluate(() => {
      const text = document.createTreeWalker(window.field(), NodeFilter.SHOW_TEXT).nextNode();
      getSelection()?.collapse(text, 3);
      document.querySelector<HTMLElement>('#elsewhere')?.focus();
    });
    expect(await insert()).toMatchObject({ outcome: 'inserted' });
    expect(await shown()).toBe(`Hi ${reply}!`);
  });

  test('a field that is removed is forgotten', async () => {
    await host.open('textarea');
    await focus();
    await host.tab.evaluate(() => window.field().remove());
    expect(await insert()).toMatchObject({ outcome: 'no field' });
  });
});
