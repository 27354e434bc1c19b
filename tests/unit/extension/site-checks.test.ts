import { beforeEach, expect, test } from 'vitest';
import { isSameKindOfPage, pageOf, writeReport } from '../../../core/site-report.ts';
import { checkSite } from '../../../entrypoints/background/site-check.ts';
import { dismissSiteCheck, listSiteChecks } from '../../../storage/site-checks.ts';
import { now, startAnew } from './made-up.ts';

beforeEach(startAnew);

const found = [{ selector: 'article[data-testid="tweet"]', count: 0 }];
const say = (posts: number, page = 'x.com/home', at = now, site = 'x') => checkSite({ site, page, found, posts }, at);

test('a site that can no longer be read is noted once, and stays dismissed', async () => {
  await say(0);
  await say(0, 'x.com/explore', now + 1_000);
  expect(await listSiteChecks()).toEqual([{ id: 'x', at: now, page: 'x.com/home', found, dismissed: false }]);
  await dismissSiteCheck('x');
  await say(0);
  expect(await listSiteChecks()).toMatchObject([{ dismissed: true }]);
});

test('it is over as soon as posts are read on a page of that kind again, and not by another kind', async () => {
  await say(0);
  await say(5, 'x.com/ada/status/1');
  expect(await listSiteChecks()).toHaveLength(1);
  await say(5, 'x.com/explore');
  expect(await listSiteChecks()).toEqual([]);
  await say(0, 'x.com/home', now + 5_000);
  expect(await listSiteChecks()).toMatchObject([{ at: now + 5_000, dismissed: false }]);
});

test('a page cannot make up sites', async () => {
  await say(0, 'x.com/home', now, 'no-such-site');
  expect(await listSiteChecks()).toEqual([]);
});

test('the report says what was found, and nothing a query or fragment may hold', () => {
  expect(pageOf(new URL('https://x.com/search?q=secret#token'))).toBe('x.com/search');
  const report = writeReport(
    { id: 'x', at: now, page: 'x.com/home', found, dismissed: false },
    { version: '1.2.3', browser: 'A Browser/1' },
  );
  expect(report.split('\n')).toEqual([
    'site: x',
    'page: x.com/home',
    'when: 2026-11-23T12:30:00.000Z',
    'found:',
    '  0 × article[data-testid="tweet"]',
    'Earshot: 1.2.3',
    'browser: A Browser/1',
  ]);
  expect(isSameKindOfPage('x.com/home', 'x.com/')).toBe(false);
  expect(isSameKindOfPage('old.reddit.com/r/a', 'www.reddit.com/r/b')).toBe(false);
});
