import { afterAll, beforeAll, expect, test } from 'vitest';
import { inEachBrowser } from '../driver/each-browser.ts';
import { type Tab, until } from '../driver/index.ts';
import { chooseIn, pressOption, untilTyped } from '../e2e/person.ts';
import { type Bench, openBench, pageOf, postOf } from './watch-page.ts';

interface Context {
  hasField: boolean;
  context: { site: string; author?: { name?: string }; keyword?: string; excerpt?: string; mentionId?: string };
}

/** The picker stands in a closed shadow root in the top layer; the page sees an empty element. */
const pickerOf = (tab: Tab) =>
  tab.evaluate(() => {
    const host = [...document.querySelectorAll('[popover]')].find((one) => one.matches(':popover-open'));
    if (!host) return undefined;
    const { left, top, width, height } = host.getBoundingClientRect();
    return { left, top, width, height, right: innerWidth - left - width, bottom: innerHeight - top - height };
  });

inEachBrowser('answering', (name) => {
  let bench: Bench;
  let tab: Tab;
  const path = '/thread';
  const box = '<textarea id="box" style="display:block;width:500px;height:120px;margin-left:20px"></textarea>';

  beforeAll(async () => {
    bench = await openBench(name);
    await bench.listen([{ id: 'acme', query: 'Acme' }]);
    const replied = postOf('r1', 'Is Acme any good?').replace('</article>', `${box}</article>`);
    bench.server.route(
      `localhost${path}`,
      pageOf(`${postOf('r0', 'quiet')}${replied}<input type="search" id="q" aria-label="Search"><input type="password" id="secret">`),
    );
    tab = await bench.open(path);
    await until('start', () => bench.ask(path, 'tab/mentions').catch(() => undefined));
  });
  afterAll(() => bench?.close());

  const findFrame = async () => {
    for (const frame of tab.frames()) if ((await frame.url()).endsWith('/picker.html')) return frame;
    return undefined;
  };
  const ask = <T>(message: string, body: object = {}) => bench.ask<T>(path, message, body);

  test('the picker is offered at a reply box, not where one searches or signs in', async () => {
    await tab.bringToFront();
    for (const other of ['#q', '#secret']) {
      await tab.click(other);
      expect(await pickerOf(tab)).toBeUndefined();
    }
    await tab.click('#box');
    const button = await until('button', () => pickerOf(tab));
    expect(button).toMatchObject({ width: 36, height: 36 });
    await until('frame', findFrame);
  });

  test('a box that had the focus before the page was listened to is offered it too', async () => {
    const focused = '/focused';
    bench.server.route(
      `localhost${focused}`,
      pageOf(`${postOf('r2', 'quiet')}${box}<script>document.getElementById('box').focus()</script>`),
    );
    const other = await bench.open(focused);
    await until('button', () => pickerOf(other));
    await other.close();
  });

  test('the box in use answers the post it stands in', async () => {
    const { hasField, context } = await ask<Context>('tab/context');
    expect(hasField).toBe(true);
    expect(context).toMatchObject({ site: 'localhost', author: { name: 'Ann r1' }, keyword: 'Acme', excerpt: 'Is Acme any good?' });
    expect(context.mentionId).toMatch(/^generic:/);
  });

  test('the keyboard opens the picker whole within the window, and Escape gives the focus back', async () => {
    await tab.bringToFront();
    await tab.click('#box');
    await tab.press('Alt+Shift+E');
    const panel = await until('panel', async () => ((await pickerOf(tab))?.width ?? 0) > 300 && pickerOf(tab));
    for (const side of ['left', 'top', 'right', 'bottom'] as const) expect(panel[side]).toBeGreaterThanOrEqual(0);
    expect(await ask('tab/picker', { open: false })).toEqual({ shown: false });
    await until('button again', async () => (await pickerOf(tab))?.width === 36);
    await until('focus in the box', () => tab.evaluate(() => document.activeElement?.id === 'box'));
    await ask('tab/picker', { open: true, height: 240 });
    await until('panel again', async () => (await pickerOf(tab))?.height === 240);
    await tab.evaluate(() => document.querySelector<HTMLElement>('#box')?.focus());
    await tab.press('Escape');
    await until('closed', async () => (await pickerOf(tab))?.width === 36);
  });

  // In Firefox a page's script does not take the focus out of a frame of another origin.
  if (name === 'chromium') {
    test('who has gone on to another field by the time the panel closes stays there', async () => {
      await tab.click('#box');
      await ask('tab/picker', { open: true, height: 240 });
      await until('panel', async () => (await pickerOf(tab))?.height === 240);
      await untilTyped(await until('frame', findFrame), '[type=search]');
      await tab.evaluate(() => document.querySelector<HTMLElement>('#q')?.focus());
      await tab.waitFor(() => document.hasFocus() && document.activeElement?.id === 'q');
      await ask('tab/picker', { open: false });
      await until('button again', async () => (await pickerOf(tab))?.width === 36);
      // Longer than the panel is watched for taking the focus once more.
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(await tab.evaluate(() => document.activeElement?.id)).toBe('q');
    });
  }

  test('a panel that was closed is not opened again by its own measure, which comes late', async () => {
    expect(await ask('tab/picker', { open: true, height: 240, fit: true })).toEqual({ shown: false });
    expect((await pickerOf(tab))?.width).toBe(36);
  });

  test('the button at a box opens the picker there, whatever card is still shown', async () => {
    await tab.bringToFront();
    await tab.click('#box');
    await tab.evaluate(() => document.querySelector<HTMLElement>('#box')?.blur());
    await tab.press('Alt+Shift+N');
    const findCard = async () => (await ask<{ card?: object }>('tab/card')).card;
    await until('the card', findCard);
    await ask('tab/picker', { open: true, height: 240 });
    const isOpen = () =>
      tab.evaluate(() =>
        [...document.querySelectorAll('[popover]')].some(
          (one) => one.matches(':popover-open') && one.getBoundingClientRect().height === 240,
        ),
      );
    await until('the panel', isOpen);
    await ask('tab/picker', { open: false });
    await tab.press('Escape');
    await until('the card to go', async () => !(await findCard()));
  });

  test('a text is put into the box, and nothing is sent', async () => {
    await tab.bringToFront();
    await tab.click('#box');
    expect(await ask('tab/insert', { text: 'Thanks!\n\nWe will look.' })).toMatchObject({ outcome: 'inserted' });
    expect(await tab.evaluate(() => document.querySelector<HTMLTextAreaElement>('#box')?.value)).toBe('Thanks!\n\nWe will look.');
  });

  test('a reply chosen in the frame lands in the box', async () => {
    await tab.bringToFront();
    await tab.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('#box');
      if (field) field.value = '';
    });
    await tab.click('#box');
    const frame = await until('frame', findFrame);
    await frame.click('button');
    await until('panel', async () => ((await pickerOf(tab))?.width ?? 0) > 300);
    const readText = () => tab.evaluate(() => document.querySelector<HTMLTextAreaElement>('#box')?.value);
    await chooseIn(frame, () => pressOption({ driver: bench.driver, page: tab, picker: frame }), 'text', readText);
    await until('button again', async () => (await pickerOf(tab))?.width === 36);
  });

  test('the picker follows the box, and gives up where the page will not have it', async () => {
    await tab.click('#box');
    const before = await until('button', () => pickerOf(tab));
    await tab.evaluate(() => {
      document.body.style.paddingBottom = '3000px';
      window.scrollBy(0, 40);
    });
    await until('moved', async () => (await pickerOf(tab))?.top === before.top - 40);
    const count = await tab.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let removed = 0;
          const remove = () => {
            const host = document.querySelector('[popover]:popover-open');
            if (host) removed += 1;
            host?.remove();
          };
          const timer = setInterval(remove, 5);
          setTimeout(() => {
            clearInterval(timer);
            resolve(removed);
          }, 1_500);
        }),
    );
    expect(count).toBeLessThanOrEqual(6);
    expect(await pickerOf(tab)).toBeUndefined();
  });

  test('where there is no box it is said so', async () => {
    await tab.evaluate(() => document.querySelector('#box')?.remove());
    expect(await ask('tab/insert', { text: 'Hello' })).toEqual({ outcome: 'no-field' });
    expect(await ask('tab/picker', { open: true })).toEqual({ shown: false });
  });
});
