import { expect, test } from 'vitest';
import { findSite, listSites, nameOfPlace, placeOf, siteOfHost } from '../../../sites/_index.ts';
import { isOnHost } from '../../../sites/_site.ts';

test('a host is compared on a label boundary', () => {
  expect(isOnHost('mobile.x.com', 'x.com')).toBe(true);
  expect(isOnHost('www.netflix.com', 'x.com')).toBe(false);
  expect(siteOfHost('www.netflix.com')).toBeUndefined();
  expect(siteOfHost('old.reddit.com')?.id).toBe('reddit');
});

test('no two sites claim a host', () => {
  const claimed = listSites().flatMap(({ id, site }) => site.hosts.map((host) => ({ id, host })));
  for (const { id, host } of claimed) expect(claimed.filter((other) => other.id !== id && isOnHost(host, other.host))).toEqual([]);
  expect(new Set(claimed.map(({ host }) => host)).size).toBe(claimed.length);
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
