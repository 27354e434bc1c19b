import { expect, test } from 'vitest';
import { anywhere } from '../../../sites/_here.ts';
import { findSite, listSites, nameOfPlace, placeOf, siteOfHost } from '../../../sites/_index.ts';
import { isOnHost } from '../../../sites/_site.ts';
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
