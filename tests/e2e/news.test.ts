/** What turned, and a report that is due, are told wherever the person is until they have looked there. */
import { expect, test } from 'vitest';
import { forOwnPages } from '../driver/each-browser.ts';
import { type Tab, until } from '../driver/index.ts';
import { listFindings } from './findings.ts';
import { makeKeyword, onStage, tell } from './stage.ts';
import { readTable } from './stored.ts';

/** Runs in the page: notices as the background keeps them. */
async function putNotices(at: number): Promise<void> {
  const db = await new Promise<IDBDatabase>((done) => {
    const asked = indexedDB.open('earshot');
    asked.onsuccess = () => done(asked.result);
  });
  const change = db.transaction('notices', 'readwrite');
  const notices = change.objectStore('notices');
  notices.put({ id: 'turning-point:made-up', at, kind: 'turning-point', keywordId: 'kw-Tidepool', how: 'now' });
  notices.put({ id: 'report:week:2026-01-05', at, kind: 'report', how: 'now' });
  await new Promise((done) => {
    change.oncomplete = done;
  });
  db.close();
}

const told = (tab: Tab): Promise<string[]> => tab.evaluate(() => [...document.querySelectorAll('.news p')].map((p) => p.textContent ?? ''));

onStage(
  'news',
  (stage) => {
    const unseen = async () =>
      (await readTable<{ kind: string; seenAt?: number }>(stage.inside, 'notices')).flatMap(({ kind, seenAt }) => (seenAt ? [] : [kind]));
    const turned = 'Something has changed in what people say of Tidepool';

    test('they stand on every page and in the popup, and who looks at the inbox has not seen them', async () => {
      await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool')] });
      await stage.inside.evaluate(putNotices, Date.now() - 1_000);
      const inbox = await stage.driver.open(stage.driver.extensionUrl('dashboard.html#inbox'));
      const both = [turned, 'A report is ready to read'];
      // What a keyword is called may be read a moment later.
      const isTold = async () => JSON.stringify(await told(inbox)) === JSON.stringify(both);
      await until('both on the inbox', isTold).catch(() => {});
      expect(await told(inbox)).toEqual(both);
      const popup = await stage.driver.open(stage.driver.extensionUrl('popup.html'));
      await until('both in the popup', async () => (await told(popup)).length === 2);
      expect(await listFindings(popup, 'light')).toEqual([]);
      await popup.close();
      expect(await listFindings(inbox, 'light')).toEqual([]);
      expect((await unseen()).sort()).toEqual(['report', 'turning-point']);
      await inbox.close();
    });

    test('one press leads there, and then it is seen', async () => {
      const page = await stage.driver.open(stage.driver.extensionUrl('dashboard.html#keywords'));
      await until('both', async () => (await told(page)).length === 2);
      await page.clickRole('button', 'Look at it');
      await page.waitFor('location.hash === "#insights"');
      await until('it to be seen', async () => (await unseen()).join() === 'report');
      await page.waitFor(`document.querySelectorAll('.news').length === 1`);
      await page.clickRole('button', 'Dismiss: A report is ready to read');
      await until('nothing to be left', async () => (await unseen()).length === 0);
      await page.waitFor(`document.querySelector('.news') === null`);
      await page.close();
    });

    test('who wants to be reminded of reports can have the browser tell them, right there', async () => {
      const page = await stage.driver.open(stage.driver.extensionUrl('dashboard.html#report'));
      expect(await page.countRole('button', 'Notify me too')).toBe(0);
      await page.selectRole('combobox', 'Remind me', 'Each week');
      await until('the offer', async () => (await page.countRole('button', 'Notify me too')) === 1);
      await page.close();
    });
  },
  forOwnPages,
);
