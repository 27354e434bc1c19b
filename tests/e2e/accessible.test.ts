import { expect, test } from 'vitest';
import { forOwnPages } from '../driver/each-browser.ts';
import { until } from '../driver/index.ts';
import { listFindings } from './findings.ts';
import { makeKeyword, makeReply, onStage, tell } from './stage.ts';
import { readTable } from './stored.ts';

onStage(
  'accessible',
  (stage) => {
    test('there is something to look at', async () => {
      await tell(stage, 'keyword/save', {
        keywords: [
          makeKeyword('Tidepool'),
          makeKeyword('Foxglove Desk', 'competitor', 'rose'),
          makeKeyword('shared inbox', 'topic', 'amber'),
        ],
      });
      await tell(stage, 'reply/save', { replies: [makeReply('Glad', 'Hi {{author.firstName|there}}!')] });
      await stage.driver.open(stage.practice.url);
      await until('mentions', async () => (await readTable(stage.inside, 'mentions')).length >= 6);
    });

    const pages = [
      'popup.html',
      'dashboard.html',
      'dashboard.html#keywords',
      'dashboard.html#replies',
      'dashboard.html#coverage',
      'dashboard.html#goals',
      'dashboard.html#report',
      'dashboard.html#data',
      'dashboard.html#settings',
      'welcome.html',
    ];
    test.each(pages)('%s in both schemes', async (address) => {
      const page = await stage.driver.open(stage.driver.extensionUrl(address));
      for (const scheme of ['light', 'dark'] as const) {
        await page.setColorScheme(scheme);
        await page.waitFor('document.querySelector("h1")?.getClientRects().length > 0');
        expect(await listFindings(page, scheme)).toEqual([]);
      }
      await page.close();
    });

    test.each(['light', 'dark'] as const)('the panel of a mention that is not relevant, and what is muted, in %s', async (scheme) => {
      const page = await stage.driver.open(stage.driver.extensionUrl('dashboard.html'));
      await page.setColorScheme(scheme);
      await page.clickRole('button', 'Not relevant…');
      await page.clickRole('radio', 'Leave a word out of the keyword');
      await page.waitFor('document.querySelectorAll("[popover] .variables button").length > 0');
      expect(await listFindings(page, scheme)).toEqual([]);
      await tell(stage, 'mute/save', { mutes: [{ id: 'm', kind: 'phrase', value: 'rocket salad', createdAt: 1 }] });
      await tell(stage, 'settings/save', { patch: { myHandles: { localhost: ['ada'] } } });
      for (const [hash, list] of [
        ['#keywords', 'Muted'],
        ['#settings', 'Your handles'],
      ] as const) {
        await page.goto(stage.driver.extensionUrl(`dashboard.html${hash}`));
        await until(list, async () => (await page.texts('list', list, 'listitem')).length === 1);
        expect(await listFindings(page, scheme)).toEqual([]);
      }
      await page.close();
    });

    test.each(['light', 'dark'] as const)('the card of a mention and its forms, in %s', async (scheme) => {
      const page = await stage.driver.open(stage.practice.url);
      await page.setColorScheme(scheme);
      await page.bringToFront();
      await page.waitFor('CSS.highlights.size > 0');
      await page.press('Alt+Shift+N');
      const card = await until('the card', async () => {
        for (const frame of page.frames())
          if ((await frame.url()).includes('/card.html') && (await frame.countRole('button', 'Mute')) > 0) return frame;
        return undefined;
      });
      expect(await listFindings(card, scheme)).toEqual([]);
      await card.clickRole('button', 'Note');
      await card.waitFor('document.querySelector("textarea") !== null');
      expect(await listFindings(card, scheme)).toEqual([]);
      await card.clickRole('button', 'Mute');
      await card.clickRole('radio', 'Leave a word out of the keyword');
      await card.waitFor('document.querySelectorAll(".variables button").length > 0');
      expect(await listFindings(card, scheme)).toEqual([]);
      await page.close();
    });

    test.each(['light', 'dark'] as const)('a keyword that is tried while it is typed, in %s', async (scheme) => {
      await until('posts to try it on', async () => (await readTable(stage.inside, 'recentPosts')).length >= 6);
      for (const address of ['dashboard.html#keywords', 'popup.html']) {
        const page = await stage.driver.open(stage.driver.extensionUrl(address));
        await page.setColorScheme(scheme);
        await page.setViewport(address.startsWith('popup') ? 400 : 1280, 900);
        await page.fillRole('textbox', 'Add a keyword', 'tidepool AND inbox OR the');
        await page.waitFor('document.body.innerText.includes("AND and OR are mixed")');
        await until('examples', async () => (await page.texts('list', 'Examples', 'listitem')).length > 0);
        for (const name of ['Fill in a form', 'Suggest variants', 'How to write it']) {
          await page.clickRole('button', name);
          expect(await listFindings(page, scheme)).toEqual([]);
        }
        // Nothing stands out of the narrow popup.
        expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true);
        await page.close();
      }
    });
  },
  forOwnPages,
);
