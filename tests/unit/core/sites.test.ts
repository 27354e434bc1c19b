import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { anywhere } from '../../../sites/_here.ts';
import { findSite, listSites, nameOfPlace, placeOf, siteOfHost } from '../../../sites/_index.ts';
import { isOnHost, notificationsOn } from '../../../sites/_site.ts';
import { createTable, isAnywhere } from '../../../sites/_table.ts';

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

test('the script that listens knows every site that any host may hold', () => {
  // A site with `detect`, or without hosts, is named in sites/_here.ts.
  expect(anywhere.map(({ id }) => id).sort()).toEqual(
    listSites()
      .filter(({ site }) => isAnywhere(site))
      .map(({ id }) => id),
  );
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
    const { protocol, hostname, pathname, searchParams } = new URL(url);
    expect(protocol, id).toBe('https:');
    expect(
      hosts.filter((one) => isOnHost(hostname, one)),
      `${id}: ${url}`,
    ).not.toEqual([]);
    expect([decodeURIComponent(pathname), ...searchParams.values()].join('\n'), id).toContain(words);
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
    const { posts } = JSON.parse(readFileSync(folder + path.replace(/\.html$/, '.json'), 'utf8')) as { posts: unknown[] };
    const site = listSites().find(({ id }) => path.startsWith(`${id}/`))?.site;
    return posts.length === 0 && site?.expectsPosts?.(new URL(address)) === true;
  });
  expect(empty).toEqual([]);
});
