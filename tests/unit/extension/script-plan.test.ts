import { expect, test } from 'vitest';
import { planScripts } from '../../../entrypoints/background/script-plan.ts';
import { listSites } from '../../../sites/_index.ts';
import type { Site } from '../../../sites/_site.ts';
import type { NamedSite } from '../../../sites/_table.ts';

const site = (hosts: string[], more: Partial<Site> = {}): Site => ({
  name: 'Any',
  hosts,
  basis: 'reports',
  posts: [],
  read: () => undefined,
  composers: [],
  ...more,
});
const sites: NamedSite[] = [
  { id: 'maps', site: site(['maps.example']) },
  { id: 'store', site: site(['store.maps.example']) },
  { id: 'box', site: site(['box.example'], { frames: ['https://box.example/embed/*'] }) },
  { id: 'forum', site: site(['forum.example'], { detect: () => false }) },
  { id: 'generic', site: site([]) },
];

const made = new Map<string, RegExp>();
/** Thousands of addresses are asked of hundreds of patterns: each is made once. */
const toPattern = (pattern: string): RegExp => {
  const found =
    made.get(pattern) ??
    new RegExp(
      `^${pattern
        .replace(/[.+?^$()|[\]\\]/g, '\\$&')
        .replace(/^\*:/, 'https?:')
        .replace(/\/\/\*\\\./, '//([^/]+\\.)?')
        .replaceAll('*', '.*')}$`,
    );
  made.set(pattern, found);
  return found;
};
const matches = (patterns: readonly string[], url: string) => patterns.some((pattern) => toPattern(pattern).test(url));
const listFor = (url: string, plans: ReturnType<typeof planScripts>) =>
  plans.filter((plan) => matches(plan.matches, url) && !matches(plan.excludeMatches, url)).map(({ id }) => id);
const scriptsFor = (url: string, granted: string[], off: string[] = [], known: readonly NamedSite[] = sites) =>
  listFor(url, planScripts(granted, off, known));

const all = ['https://maps.example/*', 'https://*.maps.example/*', 'https://store.maps.example/*', 'https://*.store.maps.example/*'];

test('a page gets its own site’s script and no other', () => {
  expect(planScripts(all, [], sites).map(({ id, js }) => [id, js[0]])).toEqual([
    ['watch-maps', 'sites/maps.js'],
    ['watch-store', 'sites/store.js'],
  ]);
  expect(scriptsFor('https://www.maps.example/a', all)).toEqual(['watch-maps']);
  expect(scriptsFor('https://store.maps.example/a', all)).toEqual(['watch-store']);
});

test('a page of an unknown host gets the script of all sites that any host may hold', () => {
  const [plan] = planScripts(['https://forum.example/*'], [], sites);
  expect(plan).toMatchObject({ id: 'watch', js: ['sites/_anywhere.js', 'content-scripts/watch.js'] });
});

test('a grant of every host gives each page one script', () => {
  for (const granted of [['*://*/*'], ['https://*/*', 'http://*/*'], ['*://*/*', 'https://maps.example/*']]) {
    expect(scriptsFor('https://store.maps.example/a', granted)).toEqual(['watch-store']);
    expect(scriptsFor('https://maps.example/a', granted)).toEqual(['watch-maps']);
    expect(scriptsFor('https://forum.example/a', granted)).toEqual(['watch']);
    expect(scriptsFor('https://unknown.example/a', granted)).toEqual(['watch']);
    expect(scriptsFor('https://box.example/embed/1', granted)).toEqual(['frames-box']);
    expect(scriptsFor('https://box.example/home', granted)).toEqual(['watch-box']);
  }
});

test('a site that shares its host with other things is listened to on its own paths', () => {
  const found: NamedSite = {
    id: 'found',
    site: site(['www.find.example', 'shop.find.example'], { paths: { 'www.find.example': ['/maps'] } }),
  };
  for (const granted of [['https://*.www.find.example/*', 'https://*.shop.find.example/*'], ['https://*.find.example/*'], ['*://*/*']]) {
    const known = [...sites, found];
    expect(scriptsFor('https://www.find.example/maps/place/1', granted, [], known)).toEqual(['watch-found']);
    expect(scriptsFor('https://www.find.example/search?q=secret', granted, [], known)).toEqual([]);
    expect(scriptsFor('https://shop.find.example/any', granted, [], known)).toEqual(['watch-found']);
  }
});

test('a grant of one host below a site’s own covers that host alone', () => {
  expect(scriptsFor('https://old.maps.example/a', ['https://old.maps.example/*'])).toEqual(['watch-maps']);
  expect(scriptsFor('https://maps.example/a', ['https://old.maps.example/*'])).toEqual([]);
});

test('where listening was turned off, nothing runs', () => {
  expect(scriptsFor('https://unknown.example/a', ['https://unknown.example/*'], ['*://unknown.example/*'])).toEqual([]);
});

test('without a grant there is no script', () => {
  expect(planScripts([], [], sites)).toEqual([]);
});

test('every known host is read by one script', () => {
  const known = listSites();
  const hosts = known.flatMap((one) => one.site.hosts);
  const granted = hosts.flatMap((host) => [`https://${host}/*`, `https://*.${host}/*`]);
  const plans = planScripts(granted, [], known);
  for (const { site: one } of known) {
    for (const host of one.hosts) {
      const path = one.paths?.[host]?.[0] ?? '/';
      expect([host, listFor(`https://${host}${path}`, plans).length]).toEqual([host, 1]);
    }
  }
});
