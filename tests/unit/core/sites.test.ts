import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dateIn } from '../../../sites/_dates.ts';
import { findSite, listSites, nameOfPlace, placeOf, siteOfHost } from '../../../sites/_index.ts';
import { starsIn } from '../../../sites/_read.ts';
import { isOnHost, isOnPath, notificationsOn } from '../../../sites/_site.ts';
import { createTable } from '../../../sites/_table.ts';

test('a host is compared on a label boundary', () => {
  expect(isOnHost('mobile.x.com', 'x.com')).toBe(true);
  expect(isOnHost('www.netflix.com', 'x.com')).toBe(false);
  expect(siteOfHost('www.netflix.com')).toBeUndefined();
  expect(siteOfHost('old.reddit.com')?.id).toBe('reddit');
});

test('no two sites claim the same host', () => {
  const claimed = listSites().flatMap(({ site }) => site.hosts);
  expect(new Set(claimed).size).toBe(claimed.length);
});

test('of two sites whose hosts cover a page, the nearer one has it', () => {
  const [one] = listSites();
  const named = (id: string, host: string) => ({ id, site: { ...one!.site, hosts: [host] } });
  const table = createTable([named('maps', 'maps.example'), named('store', 'store.maps.example')]);
  expect(table.siteOfHost('www.maps.example')?.id).toBe('maps');
  expect(table.siteOfHost('eu.store.maps.example')?.id).toBe('store');
});

test('hosts are written as a browser writes them', () => {
  for (const host of listSites().flatMap(({ site }) => site.hosts)) expect(new URL(`https://${host}/`).hostname).toBe(host);
});

test('a place is a known site, or else the host name', () => {
  expect(placeOf('mobile.twitter.com')).toBe('x');
  expect(placeOf('forum.unknown.example')).toBe('forum.unknown.example');
  expect(nameOfPlace('x')).toBe('X');
  expect(nameOfPlace('www.unknown.example')).toBe('unknown.example');
  expect(nameOfPlace('generic')).toBe('generic');
});

test('a page no site knows is read by the reader of unknown pages', () => {
  const document = { querySelector: () => null } as unknown as Document;
  expect(findSite({ url: new URL('https://unknown.example/'), document }).id).toBe('generic');
});

/** Software that runs on many hosts is asked about one of them. */
const asked = listSites().flatMap(({ id, site }) =>
  (site.hosts.length > 0 ? site.hosts : ['forum.reef.example']).map((host) => ({ id, site, host, hosts: [...site.hosts, host] })),
);

test('a search stays on the site, over https, and holds the words as they were', () => {
  const words = '"harbor & co" #50% c++ 東京';
  const searches = asked.flatMap(({ id, site, host, hosts }) => (site.searchUrl ? [{ id, hosts, url: site.searchUrl(words, host) }] : []));
  expect(searches.length).toBeGreaterThan(0);
  for (const { id, hosts, url } of searches) {
    const { protocol, hostname, pathname, searchParams, hash } = new URL(url);
    // Some apps keep their own address behind the `#`.
    const behind = new URLSearchParams(hash.split('?')[1] ?? '');
    expect(protocol, id).toBe('https:');
    expect(
      hosts.filter((one) => isOnHost(hostname, one)),
      `${id}: ${url}`,
    ).not.toEqual([]);
    expect([decodeURIComponent(pathname), ...searchParams.values(), ...behind.values()].join('\n'), id).toContain(words);
  }
});

test('notifications are on the site, over https', () => {
  for (const { id, site, host, hosts } of asked) {
    const url = notificationsOn(site, host);
    if (url === undefined) continue;
    expect(new URL(url).protocol, id).toBe('https:');
    expect(
      hosts.filter((one) => isOnHost(new URL(url).hostname, one)),
      `${id}: ${url}`,
    ).not.toEqual([]);
  }
});

test('no site expects posts of a search, of notifications or of just any page', () => {
  for (const { id, site, host } of asked) {
    const pages = [site.searchUrl?.('harbor', host), notificationsOn(site, host), `https://${host}/about/nothing-in-particular`];
    expect(
      pages.filter((page) => page !== undefined && site.expectsPosts?.(new URL(page))),
      id,
    ).toEqual([]);
  }
});

test('where a site expects posts, its fixtures show some', () => {
  const folder = fileURLToPath(new URL('../../fixtures/sites/', import.meta.url));
  const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
  const empty = fixtures.filter((path) => {
    const address = /^<!--\s*\{"url":"([^"]+)"/.exec(readFileSync(folder + path, 'utf8'))?.[1] ?? '';
    const { posts, gone } = JSON.parse(readFileSync(folder + path.replace(/\.html$/, '.json'), 'utf8')) as Record<
      'posts' | 'gone',
      unknown[]
    >;
    const site = listSites().find(({ id }) => path.startsWith(`${id}/`))?.site;
    return posts.length === 0 && !gone && site?.expectsPosts?.(new URL(address)) === true;
  });
  expect(empty).toEqual([]);
});

test('a day is read in the language of the page', () => {
  const day = (written: string) => Date.parse(written);
  expect(dateIn('Reviewed in Denmark on March 5, 2026', 'en-us')).toBe(day('2026-03-05'));
  expect(dateIn('Rezension aus Deutschland vom 5. März 2026', 'de')).toBe(day('2026-03-05'));
  expect(dateIn('Commenté en France le 31 août 2024', 'fr-FR')).toBe(day('2024-08-31'));
  expect(dateIn('Revisado en España el 9 de enero de 2025', 'es')).toBe(day('2025-01-09'));
  expect(dateIn('Zrecenzowano w Polsce 12 lutego 2025', 'pl')).toBe(day('2025-02-12'));
  expect(dateIn('2026年1月5日に日本でレビュー済み', 'ja')).toBe(day('2026-01-05'));
  expect(dateIn('Apr 1, 2026', 'en')).toBe(day('2026-04-01'));
  // An English page in another language's shell, and a language that is none.
  expect(dateIn('Posted: 5 January, 2024', 'de')).toBe(day('2024-01-05'));
  expect(dateIn('5 May 2026', 'not a language')).toBe(day('2026-05-05'));
  for (const words of ['', 'Oct 2025', '2 days ago', '5 Foo 2026', '45 May 2026']) expect(dateIn(words, 'en')).toBeUndefined();
});

test('stars are read in any language, the scale left out', () => {
  expect(['4,0 von 5 Sternen', '5つ星のうち4.0', '4 stars', 'Rated 4 stars out of five stars', '4/5'].map(starsIn)).toEqual([
    4, 4, 4, 4, 4,
  ]);
  expect(['5.0 out of 5 stars', '2.5 out of 5'].map(starsIn)).toEqual([5, 2.5]);
  expect([undefined, null, '', 'no stars', '0 of 5', '9 of 10'].map(starsIn)).toEqual(Array(6).fill(undefined));
});

test('a site that has only some paths of a host is met nowhere else there', () => {
  const [one] = listSites();
  const found = { ...one!.site, hosts: ['www.find.example'], paths: { 'www.find.example': ['/maps'] } };
  const isOn = (path: string) => isOnPath(found, new URL(`https://www.find.example${path}`));
  expect(['/maps', '/maps/place/x', '/search', '/'].map(isOn)).toEqual([true, true, false, false]);
  expect(isOnPath(one!.site, new URL('https://any.example/'))).toBe(true);
});
