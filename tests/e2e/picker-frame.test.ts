/** The picker's frame is a button while it is small and the panel once it is large, whenever it becomes so. */
import { expect, test } from 'vitest';
import { until } from '../driver/index.ts';
import { onStage } from './stage.ts';

/** Holds back what is to happen after a picture, as a busy machine does. */
const hold = `const held = []; const { requestAnimationFrame: draw, setTimeout: wait } = globalThis;
  globalThis.requestAnimationFrame = (act) => held.push(act); globalThis.setTimeout = (act) => held.push(act);
  globalThis.letGo = () => { Object.assign(globalThis, { requestAnimationFrame: draw, setTimeout: wait }); for (const act of held) act(performance.now()); }`;

onStage(
  'the picker’s frame',
  (stage) => {
    test('a frame that grew before it listened is the panel all the same', async () => {
      const frame = await stage.driver.open('about:blank');
      await frame.addScript(hold);
      await frame.setViewport(100, 100);
      await frame.goto(stage.driver.extensionUrl('picker.html'));
      await frame.waitFor(() => document.querySelector('.open') !== null);
      await frame.setViewport(400, 500);
      await until('it to have grown', () => frame.evaluate(() => matchMedia('(min-width: 120px)').matches));
      await new Promise((resolve) => setTimeout(resolve, 300));
      await frame.evaluate('letGo()');
      await until('the panel', async () => (await frame.countRole('dialog', 'Earshot replies')) > 0);
      expect(await frame.countRole('button', 'Earshot replies')).toBe(0);
      await frame.close();
    });

    test('a frame that is large without a panel having been asked for leaves the focus where it is', async () => {
      const { inside } = stage;
      await inside.evaluate(() => {
        const field = document.body.appendChild(document.createElement('input'));
        const frame = document.body.appendChild(document.createElement('iframe'));
        frame.src = 'picker.html';
        Object.assign(frame.style, { position: 'fixed', inset: '0 auto auto 0', width: '400px', height: '400px' });
        field.focus();
      });
      const isWriting = () => inside.evaluate(() => document.activeElement?.localName === 'input');
      expect(await isWriting()).toBe(true);
      await inside.waitFor(() => document.querySelector('iframe')?.contentDocument?.querySelector('[type=search]') != null);
      await inside.evaluate(async () => {
        for (let n = 0; n < 20; n += 1) await new Promise(requestAnimationFrame);
      });
      expect(await isWriting()).toBe(true);
    });
  },
  ['chromium'],
);
