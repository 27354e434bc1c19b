import { expect, test } from 'vitest';
import { readFixture, type Scope, type Tab, until } from '../driver/index.ts';
import { makeKeyword, onStage, tell } from './stage.ts';
import { readTable, type StoredMention } from './stored.ts';

const onReddit = readFixture('tests/fixtures/sites/reddit/search.html');
const onX = readFixture('tests/fixtures/sites/x/feed.html');

onStage('a round', (stage, browserName) => {
  const mentionsOn = async (site: string) =>
    (await readTable<StoredMention>(stage.inside, 'mentions')).filter((mention) => mention.site === site);
  const listRounds = async () => (await readTable<{ id: string }>(stage.inside, 'rounds')).map(({ id }) => id).sort();

  const isStripFrame = async (frame: Scope) =>
    (await frame.url()).includes('/round.html') && (await frame.countRole('region', 'Round')) > 0;

  const textOf = (scope: Scope) => scope.evaluate(() => document.body.textContent.replace(/\s+/g, ' '));

  async function findStrip(where: string, words = ''): Promise<{ page: Tab; strip: Scope } | undefined> {
    for (const page of await stage.driver.tabs()) {
      // A tab that was just closed may still be listed.
      if (!(await page.url().catch(() => '')).startsWith(where)) continue;
      for (const frame of page.frames()) {
        // A frame of a page that was just left may still be listed.
        const isStrip = await isStripFrame(frame).catch(() => false);
        if (isStrip && (await textOf(frame).catch(() => '')).includes(words)) return { page, strip: frame };
      }
    }
    return undefined;
  }
  /** Where one page of a round follows another of the same address, only its words tell whether it is the next one's strip. */
  const stripOn = (where: string, words = '') => until(`the strip on ${where} that says "${words}"`, () => findStrip(where, words));
  const says = (scope: Scope, words: string) =>
    scope.waitFor((wanted: string) => document.body.textContent.replace(/\s+/g, ' ').includes(wanted), words);

  async function openCoverage(): Promise<void> {
    await stage.inside.goto(stage.driver.extensionUrl('dashboard.html#coverage'));
    await stage.inside.bringToFront();
    await says(stage.inside, 'Choose sites and keywords');
  }

  test('is put together from sites and keywords, and begins in a tab of its own', async () => {
    stage.server.route('www.reddit.com/search*', onReddit.html);
    stage.server.route('x.com/search', onX.html);
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool'), makeKeyword('Nowhere', 'topic', 'sky')] });
    await openCoverage();
    await stage.inside.click('summary');
    await stage.inside.clickRole('checkbox', 'Notification pages too');
    const offered = () =>
      stage.inside.evaluate(() =>
        [...document.querySelectorAll('.round-choices label > :last-child')].map((one) => one.textContent.trim()),
      );
    const wanted = ['X', 'Reddit', 'Bluesky', 'Tidepool', 'Nowhere'];
    await until(`${wanted} to choose from`, async () => {
      const all = await offered();
      return wanted.every((one) => all.includes(one));
    });
    const checked = () =>
      stage.inside.evaluate(() =>
        [...document.querySelectorAll('.round-choices label:has(:checked) > :last-child')].map((one) => one.textContent?.trim()),
      );
    await stage.inside.clickRole('button', 'None: Sites');
    await until('none of the sites', async () => (await checked()).join() === 'Nowhere,Tidepool');
    // Faster than the page is drawn: no click may be lost.
    await stage.inside.evaluate(() => {
      for (const label of document.querySelectorAll<HTMLLabelElement>('.round-choices label'))
        if (['X', 'Reddit', 'Nowhere'].includes(label.lastElementChild?.textContent?.trim() ?? '')) label.querySelector('input')?.click();
    });
    await until('all three clicks', async () => (await checked()).sort().join() === 'Reddit,Tidepool,X');
    await stage.inside.clickRole('button', 'Start: 2 pages');
    await stripOn('https://www.reddit.com/search', '1 of 2 Reddit “Tidepool”');
  });

  test('reads each page, goes on when told to, and notes what was gone through', async () => {
    const { page, strip } = await stripOn('https://www.reddit.com/search');
    await says(strip, 'posts read');
    await until('the mentions on Reddit', async () => (await mentionsOn('reddit')).length > 0);
    expect(await listRounds()).toEqual([]);
    // The background may be stopped at any time: what is known of the round is written down.
    await stage.driver.stopWorker();
    await page.bringToFront();
    await strip.clickRole('button', 'Next');
    const next = await stripOn('https://x.com/search', '2 of 2 X “Tidepool”');
    expect(await listRounds()).toEqual(['reddit:kw-Tidepool']);
    await says(next.strip, 'posts read');
    await until('the mentions on X', async () => (await mentionsOn('x')).length > 0);
  });

  test('waits when its tab is closed, and goes on from the popup', async () => {
    const { page } = await stripOn('https://x.com/search');
    await page.close();
    const popup = await stage.driver.open(stage.driver.extensionUrl('popup.html'));
    await says(popup, 'Waiting: its tab was closed');
    await popup.clickRole('button', 'Continue');
    const { strip, page: again } = await stripOn('https://x.com/search');
    await popup.close();
    await again.bringToFront();
    await says(strip, 'posts read');
    await strip.clickRole('button', 'Finish');
    await says(strip, '2 gone through, 0 skipped');
    expect(await listRounds()).toEqual(['reddit:kw-Tidepool', 'x:kw-Tidepool']);
    await strip.clickRole('button', 'Close');
    // The card and the marks at the edge may stand there as well.
    await until('the strip is gone', async () => (await findStrip('https://x.com/search')) === undefined);
    await again.close();
  });

  test('leaves out what was just gone through', async () => {
    await openCoverage();
    await says(stage.inside, 'All of it was gone through within that time.');
  });

  test('a page that asks to sign in is not called gone through', async () => {
    stage.server.route('x.com/search', '<!doctype html><title>Log in</title><form><input type="password"></form>');
    const choice = { sites: ['x'], keywordIds: ['kw-Nowhere'], notifications: false, within: 0 };
    expect(await tell(stage, 'round/start', { choice })).toEqual({ stops: 1 });
    const { strip, page } = await stripOn('https://x.com/search');
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    await says(strip, 'Not read yet');
    await strip.clickRole('button', 'Finish');
    await says(strip, '0 gone through, 1 skipped');
    expect(await listRounds()).not.toContain('x:kw-Nowhere');
    await strip.clickRole('button', 'Close');
    await page.close();
  });

  test('a keyword of alternatives is one page each, and one in all where the site’s search knows "or"', async () => {
    stage.server.route('x.com/search', onX.html);
    stage.server.route('hn.algolia.com/*', '<!doctype html><title>Search</title>');
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool OR "tide pool"', 'topic', 'sky')] });
    const choice = { sites: ['x', 'hackernews'], keywordIds: ['kw-Tidepool OR "tide pool"'], notifications: false, within: 0 };
    expect(await tell(stage, 'round/start', { choice })).toEqual({ stops: 3 });
    await stripOn('https://hn.algolia.com/', '1 of 3 Hacker News “Tidepool”');
  });

  test('the keys go on to the next page, on with a round that waits, and to the inbox after it', async () => {
    await stage.driver.command('next-in-round');
    const second = await stripOn('https://hn.algolia.com/', '2 of 3 Hacker News “tide pool”');
    await second.page.close();
    await stage.inside.goto(stage.driver.extensionUrl('dashboard.html#coverage'));
    await says(stage.inside, 'Waiting: its tab was closed');
    await stage.driver.command('next-in-round');
    await stripOn('https://hn.algolia.com/', '2 of 3');
    await stage.driver.command('next-in-round');
    const third = await stripOn('https://x.com/search', '3 of 3 X “Tidepool OR tide pool”');
    await stage.driver.command('next-in-round');
    await says(third.strip, 'gone through');
    await stage.driver.command('next-in-round');
    const inbox = await until('the inbox', async () => {
      for (const page of await stage.driver.tabs()) {
        const address = await page.url().catch(() => '');
        const isOpened = address.startsWith(stage.driver.extensionUrl('dashboard.html')) && !address.includes('#coverage');
        if (isOpened) return page;
      }
      return undefined;
    });
    await inbox.close();
    await third.page.close();
  });

  // Chromium asks in a window of its own, which nothing but a person presses.
  test.runIf(browserName === 'firefox')('a site that is not allowed yet is allowed where the round is put together', async () => {
    await stage.inside.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((done, failed) => {
        const opening = indexedDB.open('earshot');
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
      });
      const mention = {
        id: 'mastodon:9',
        site: 'mastodon',
        postId: '9',
        url: 'https://talk.example/@ann/9',
        kind: 'post',
        author: { handle: 'ann' },
      };
      const rest = { text: 'Tidepool', hits: [], keywordIds: [], seenAt: Date.now(), status: 'done' };
      const writing = database.transaction('mentions', 'readwrite');
      writing.objectStore('mentions').put({ ...mention, ...rest });
      await new Promise((done) => {
        writing.oncomplete = done;
      });
      database.close();
    });
    await stage.inside.goto('about:blank');
    await openCoverage();
    await stage.inside.click('summary');
    const choice = { sites: ['mastodon'], keywordIds: ['kw-Tidepool'], notifications: true, within: 0 };
    expect(await tell(stage, 'round/start', { choice })).toEqual({ stops: 0 });
    await stage.inside.clickRole('button', 'Allow Mastodon');
    await until('nothing more to allow', async () => (await stage.inside.countRole('button', 'Allow Mastodon')) === 0);
    expect(await tell(stage, 'round/start', { choice })).toEqual({ stops: 2 });
    const { page } = await stripOn('https://talk.example/');
    await tell(stage, 'round/move', { to: 'stop' });
    await page.close();
  });

  test('what was read is on the coverage page, by site and community', async () => {
    await openCoverage();
    await says(stage.inside, 'r/');
    const rows = await readTable<{ site: string; community: string; posts: number }>(stage.inside, 'coverage');
    expect(rows.every(({ site, community }) => site !== 'reddit' || /^[ru]\//.test(community))).toBe(true);
    expect(rows.some(({ site }) => site === 'reddit')).toBe(true);
    const wanted = ['Reddit', 'X', ...rows.map(({ community }) => community)];
    const names = () => stage.inside.texts('table', 'Posts read, mentions and last visits, by site and community', 'rowheader');
    const areShown = async () => {
      const shown = await names();
      return wanted.every((one) => shown.includes(one));
    };
    await until('all of them', areShown).catch(() => {});
    expect(await names()).toEqual(expect.arrayContaining(wanted));
  });
});
