import { expect, test } from 'vitest';
import { readFixture, type Tab, until } from '../driver/index.ts';
import { makeKeyword, onStage, tell } from './stage.ts';
import { readTable } from './stored.ts';

const { url, html: changed } = readFixture('tests/fixtures/changed/x-home.html');
const { html: known } = readFixture('tests/fixtures/sites/x/feed.html');

onStage('a site whose markup has changed', (stage) => {
  const listChecks = () => readTable<{ id: string; page: string; dismissed: boolean }>(stage.inside, 'siteChecks');
  const countNotices = () => stage.inside.countRole('region', 'Earshot may no longer read X');
  let page: Tab;

  test('is told once, in Settings, with a report that holds nothing of the page', async () => {
    stage.server.route('x.com/home', changed);
    await tell(stage, 'keyword/save', { keywords: [makeKeyword('Tidepool')] });
    page = await stage.driver.open(`${url}?from=someone#here`);
    await page.bringToFront();
    await until('the check', async () => (await listChecks()).length > 0, 120_000);
    expect(await listChecks()).toMatchObject([{ id: 'x', page: 'x.com/home', dismissed: false }]);
    await stage.inside.goto(stage.driver.extensionUrl('dashboard.html#settings'));
    await until('the notice', countNotices);
    const report = await stage.inside.evaluate(() => document.querySelector('.site-check pre')?.textContent ?? '');
    expect(report).toContain('page: x.com/home\n');
    expect(report).toContain('0 × article[data-testid="tweet"]');
    expect(report).toMatch(/^Earshot: \d/m);
    for (const word of ['someone', 'here\n', 'Tidepool', 'Lena', 'otter']) expect(report).not.toContain(word);
  });

  test('stays away once it was dismissed, and never speaks up elsewhere', async () => {
    await stage.inside.clickRole('button', 'Dismiss');
    await until('the notice to go', async () => (await countNotices()) === 0);
    expect(await listChecks()).toMatchObject([{ dismissed: true }]);
  });

  test('is over as soon as its posts can be read again', async () => {
    stage.server.route('x.com/home', known);
    await page.bringToFront();
    await page.goto(url);
    await until('the check to go', async () => (await listChecks()).length === 0, 120_000);
  });

  test('is told too where the person came there without the document being loaded again', async () => {
    stage.server.route('x.com/settings', changed);
    await page.goto('https://x.com/settings');
    // Longer than the page is looked at: what is told later is told of the address that was come to.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await page.evaluate(() => {
      history.pushState({}, '', '/home');
      document.body.append('The page goes on.');
    });
    await until('the check', async () => (await listChecks()).length > 0, 120_000);
    expect(await listChecks()).toMatchObject([{ page: 'x.com/home' }]);
    await page.goto('about:blank');
    await stage.inside.goto(stage.driver.extensionUrl('dashboard.html#settings'));
    await stage.inside.clickRole('button', 'Dismiss');
    stage.server.route('x.com/home', known);
    await page.goto(url);
    await until('the check to go', async () => (await listChecks()).length === 0, 120_000);
  });

  test('a page of the site that shows posts gives no alarm', async () => {
    await new Promise((resolve) => setTimeout(resolve, 17_000));
    expect(await listChecks()).toEqual([]);
  });
});
