import { expect, test } from 'vitest';
import { type Tab, until } from '../driver/index.ts';
import { openDashboard } from './person.ts';
import { makeKeyword, onStage, tell } from './stage.ts';
import { readTable, type StoredMention } from './stored.ts';

interface Tweet {
  id: string;
  by: string;
  text: string;
  promoted?: boolean;
}

/** As X builds its posts, as far as they are read. */
const tweet = ({ id, by, text, promoted }: Tweet): string => {
  const post = `<article role="article" tabindex="0" data-testid="tweet"><div data-testid="User-Name"><a href="/${by}" role="link"><span>${by}</span></a>
    <a href="/${by}/status/${id}" dir="ltr" role="link"><time datetime="2026-06-26T14:12:37.000Z">3h</time></a></div>
    <div dir="auto" lang="en" data-testid="tweetText"><span>${text}</span></div></article>`;
  return promoted ? `<div data-testid="placementTracking">${post}</div>` : post;
};

const feedOf = (
  tweets: readonly Tweet[],
  me = '',
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>X</title></head><body>
  <nav>${me && `<a href="/${me}" data-testid="AppTabBar_Profile_Link">Profile</a>`}</nav><main id="feed">${tweets.map(tweet).join('')}</main></body></html>`;

const readPainted = (page: Tab) =>
  page.evaluate(() =>
    [...(CSS.highlights as unknown as Map<string, Set<StaticRange>>).values()]
      .flatMap((ranges) => [...ranges])
      .map(
        (range) =>
          range.startContainer.parentElement
            ?.closest('article')
            ?.textContent?.match(/Tidepool[^.<]*/)?.[0]
            ?.trim() ?? '',
      )
      .sort(),
  );

/** What is kept may be painted a moment later. */
const untilPainted = (page: Tab, words: readonly string[]) =>
  until(`${words.join()}, and nothing else, painted`, async () => (await readPainted(page)).join() === words.join());

onStage('mute, lift, and one’s own', (stage, name) => {
  let feed: Tab;
  const mentions = () => readTable<StoredMention & { own?: boolean; promoted?: boolean }>(stage.inside, 'mentions');
  const find = async (id: string) => (await mentions()).find((one) => one.postId === id);
  const add = (more: Tweet) => feed.evaluate((html) => document.querySelector('#feed')?.insertAdjacentHTML('beforeend', html), tweet(more));
  const open = async (hash: string) => {
    const page = await stage.driver.open(stage.driver.extensionUrl(`dashboard.html${hash}`));
    await page.waitFor('document.querySelector("main h1") !== null');
    return page;
  };

  test('a person muted from the inbox is not heard any more in a tab that is open', async () => {
    stage.server.route(
      'x.com/home',
      feedOf([
        { id: '101', by: 'plain_jo', text: 'Tidepool one' },
        { id: '102', by: 'plain_jo', text: 'Tidepool two' },
      ]),
    );
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool')] });
    feed = await stage.driver.open('https://x.com/home');
    await until('both', async () => (await mentions()).length === 2);
    const inbox = await openDashboard(stage.driver);
    await inbox.clickRole('button', 'Not relevant…');
    await inbox.clickRole('radio', 'Mute plain_jo on X');
    await until('the other one is counted', () => inbox.countRole('checkbox', 'Also ignore 1 other mention in New'));
    await inbox.clickRole('button', 'Mute');
    await until('both ignored', async () => (await mentions()).every(({ status }) => status === 'ignored'));
    expect(await readTable<object>(stage.inside, 'mutes')).toMatchObject([{ kind: 'person', site: 'x', value: 'plain_jo' }]);
    await until('nothing painted', async () => (await readPainted(feed)).length === 0);
    await add({ id: '103', by: 'Plain_Jo', text: 'Tidepool three' });
    await add({ id: '104', by: 'someone_else', text: 'Tidepool four' });
    await until('the other person', () => find('104'));
    await untilPainted(feed, ['Tidepool four']);
    expect(await find('103')).toBeUndefined();
    await inbox.close();
  });

  test('the list of mutes says so, with what it kept away; lifted, the person is heard at once', async () => {
    await until('it is counted', async () => (await readTable<{ posts: number[] }>(stage.inside, 'keptAway'))[0]?.posts.length === 3);
    const page = await open('#keywords');
    const rows = await until('the list, with its count', async () => {
      const found = await page.texts('list', 'Muted', 'listitem');
      return found.some((row) => row.includes('3 posts kept away')) && found;
    });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/plain_jo on X.*for all keywords.*3 posts kept away/s);
    await page.clickRole('button', 'Lift the mute of plain_jo on X');
    await until('the post', () => find('103'));
    await until('all painted', async () => (await readPainted(feed)).length === 4);
    await page.clickRole('button', 'Undo');
    await until('muted again', async () => (await readPainted(feed)).length === 1);
    await page.clickRole('button', 'Lift the mute of plain_jo on X');
    await until('lifted again', async () => (await readPainted(feed)).length === 4);
    await page.close();
  });

  test('with the keyboard alone, and back again with Undo', async () => {
    const inbox = await openDashboard(stage.driver);
    await inbox.bringToFront();
    const before = (await mentions()).filter(({ status }) => status === 'new').length;
    await until('the list', async () => (await inbox.texts('list', 'Mentions', 'listitem')).length === before);
    await until('a mention in focus', async () => {
      await inbox.press('j');
      return inbox.evaluate<boolean>('document.activeElement?.matches(".mentions > li") === true');
    });
    await inbox.press('d');
    await inbox.waitFor('document.activeElement?.matches("[popover] input[type=radio]")');
    await inbox.press('Escape');
    await inbox.waitFor('document.activeElement?.matches(".mentions > li")');
    await inbox.press('d');
    await inbox.waitFor('document.activeElement?.matches("[popover] input[type=radio]")');
    await inbox.press('Enter');
    await until('one is muted', async () => (await readTable(stage.inside, 'mutes')).length === 1);
    await until('one is ignored', async () => (await mentions()).filter(({ status }) => status === 'new').length < before);
    await inbox.clickRole('button', 'Undo');
    await until('as it was', async () => (await mentions()).filter(({ status }) => status === 'new').length === before);
    expect(await readTable(stage.inside, 'mutes')).toEqual([]);
    await inbox.close();
  });

  test('a word left out of the keyword from a false mention is left out in open tabs, until it is taken back', async () => {
    const inbox = await openDashboard(stage.driver);
    const queryOf = async () => (await readTable<{ query: string }>(stage.inside, 'keywords'))[0]?.query;
    await until('why', async () =>
      (await inbox.texts('list', 'Mentions', 'listitem')).every((text) => text.includes('Because of “Tidepool”')),
    );
    await inbox.clickRole('button', 'Not relevant…');
    await inbox.clickRole('radio', 'Leave a word out of the keyword');
    await inbox.fillRole('textbox', 'Words', 'four');
    await inbox.clickRole('button', 'Leave out');
    await until('the query', async () => (await queryOf()) === 'Tidepool AND NOT four');
    await until('it is not painted', async () => !(await readPainted(feed)).includes('Tidepool four'));
    await until('one left in New', async () => (await mentions()).filter(({ status }) => status === 'new').length === 1);
    await inbox.clickRole('button', 'Undo');
    await until('the query of before', async () => (await queryOf()) === 'Tidepool');
    await until('painted again', async () => (await readPainted(feed)).includes('Tidepool four'));
    await until('both in New', async () => (await mentions()).filter(({ status }) => status === 'new').length === 2);
    await inbox.close();
  });

  test('a promoted post is kept with its mark, and is no exposure', async () => {
    const posts = async () =>
      (await readTable<{ site: string; posts: number }>(stage.inside, 'exposures'))
        .filter(({ site }) => site === 'x')
        .reduce((sum, row) => sum + row.posts, 0);
    await until('the four of before', async () => (await posts()) === 4);
    await add({ id: '105', by: 'ad_shop', text: 'Tidepool five', promoted: true });
    expect(await until('it is kept', () => find('105'))).toMatchObject({ promoted: true, status: 'new' });
    await add({ id: '106', by: 'someone_else', text: 'nothing' });
    await until('one more', async () => (await posts()) > 4);
    expect(await posts()).toBe(5);
  });

  test('a handle that one page marks as one’s own is known on a page that does not', async () => {
    stage.server.route('x.com/me', feedOf([{ id: '201', by: 'nilsfalk', text: 'nothing of note' }], 'NilsFalk'));
    stage.server.route(
      'x.com/later',
      feedOf([
        { id: '202', by: 'nilsfalk', text: 'Tidepool six' },
        { id: '203', by: 'another', text: 'Tidepool seven' },
      ]),
    );
    const signedIn = await stage.driver.open('https://x.com/me');
    await until('it is learnt', async () =>
      (await readTable<{ learntHandles?: object }>(stage.inside, 'settings')).some(({ learntHandles }) =>
        JSON.stringify(learntHandles)?.includes('nilsfalk'),
      ),
    );
    const later = await stage.driver.open('https://x.com/later');
    // A page that is opened in the very moment hears of it a moment later.
    const own = await until('it is kept as one’s own', async () => {
      const kept = await find('202');
      return kept?.own && kept;
    });
    expect(own).toMatchObject({ own: true, status: 'ignored' });
    await untilPainted(later, ['Tidepool seven']);
    const page = await open('#settings');
    await until('it is listed', async () => (await page.texts('list', 'Your handles', 'listitem'))[0]?.includes('learnt from the page'));
    await page.clickRole('button', 'Remove nilsfalk on X');
    await until('it is dismissed', async () => (await readPainted(later)).length === 2);
    await until('it is heard', async () => (await find('202'))?.status === 'ignored');
    await page.selectRole('combobox', 'Site of the handle', 'X');
    await page.fillRole('textbox', 'Handle', '@another');
    await page.clickRole('button', 'Add handle');
    await until('it is known', async () => (await readPainted(later)).length === 1);
    await until('and set aside', async () => (await find('203'))?.status === 'ignored');
    await Promise.all([signedIn.close(), later.close(), page.close()]);
  });

  if (process.env.SHOTS) {
    test('pictures', async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const inbox = await openDashboard(stage.driver);
        await inbox.setViewport(1180, 900);
        await inbox.setColorScheme(scheme);
        await inbox.clickRole('button', 'Not relevant…');
        await new Promise((resolve) => setTimeout(resolve, 600));
        await inbox.screenshot(`${process.env.SHOTS}/${name}-panel-${scheme}.png`);
        await inbox.clickRole('radio', 'Mute posts with certain words');
        await new Promise((resolve) => setTimeout(resolve, 400));
        await inbox.screenshot(`${process.env.SHOTS}/${name}-phrase-${scheme}.png`);
        await inbox.clickRole('radio', 'Leave a word out of the keyword');
        await new Promise((resolve) => setTimeout(resolve, 400));
        await inbox.screenshot(`${process.env.SHOTS}/${name}-guard-${scheme}.png`);
        await inbox.close();
        await tell(stage, 'mute/save', {
          mutes: [
            { id: 'a', kind: 'person', site: 'x', value: 'plain_jo', until: Date.now() + 3 * 86_400_000, createdAt: 3 },
            { id: 'b', kind: 'phrase', value: 'rocket salad', keywordId: 'kw-Tidepool', createdAt: 2 },
            { id: 'c', kind: 'community', site: 'reddit', value: 'r/devops', createdAt: 1, until: Date.now() + 86_400_000 * 90 },
          ],
        });
        const keywords = await open('#keywords');
        await keywords.setViewport(1180, 900);
        await keywords.setColorScheme(scheme);
        await new Promise((resolve) => setTimeout(resolve, 500));
        await keywords.screenshot(`${process.env.SHOTS}/${name}-muted-${scheme}.png`);
        await keywords.close();
        for (const id of ['a', 'b', 'c']) await tell(stage, 'mute/remove', { id });
        const popup = await stage.driver.open(stage.driver.extensionUrl('popup.html'));
        await popup.setViewport(420, 700);
        await popup.setColorScheme(scheme);
        await new Promise((resolve) => setTimeout(resolve, 900));
        await popup.screenshot(`${process.env.SHOTS}/${name}-popup-${scheme}.png`);
        await popup.close();
        const settings = await open('#settings');
        await settings.setViewport(1180, 900);
        await settings.setColorScheme(scheme);
        await new Promise((resolve) => setTimeout(resolve, 500));
        await settings.screenshot(`${process.env.SHOTS}/${name}-settings-${scheme}.png`);
        await settings.close();
      }
    });
  }
});
