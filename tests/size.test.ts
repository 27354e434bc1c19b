import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { listSites } from '../sites/_index.ts';
import { isAnywhere } from '../sites/_table.ts';
import { builtFor } from './driver/index.ts';

/** Bytes as shipped. Every page on a listened site pays for the first; raise a limit only with a reason in the commit. */
const limits = [
  { file: 'content-scripts/watch.js', bytes: 141_000, zipped: 53_000 },
  // A quarter of it is words: the lexicon of sentiment, and the rules and groups of words of seven languages that tell what a post wants.
  { file: 'background.js', bytes: 1_057_000, zipped: 376_000 },
];

// `npm test` builds first; `npm run check` may come before any build.
const built = (['chromium', 'firefox'] as const).filter((name) => existsSync(`${builtFor(name)}/manifest.json`));

for (const name of built) {
  test.each(limits)(`${name}: $file stays small`, ({ file, bytes, zipped }) => {
    const path = `${builtFor(name)}/${file}`;
    const code = readFileSync(path);
    expect(code.length).toBeLessThan(bytes);
    expect(gzipSync(code).length).toBeLessThan(zipped);
  });

  test(`${name}: each site's own script stays small`, () => {
    const folder = `${builtFor(name)}/sites`;
    const sizes = readdirSync(folder).map((file) => ({ file, zipped: gzipSync(readFileSync(`${folder}/${file}`)).length }));
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.filter(({ file, zipped }) => zipped > (file === '_anywhere.js' ? 22_500 : 6_600))).toEqual([]);
  });

  test(`${name}: every site is in its own script, or in the one for any host`, () => {
    const folder = `${builtFor(name)}/sites`;
    const anywhere = readFileSync(`${folder}/_anywhere.js`, 'utf8');
    const own = readdirSync(folder).map((file) => file.replace(/\.js$/, ''));
    const shared = listSites().filter(({ id, site }) => isAnywhere(site) && new RegExp(`["']${id}["']`).test(anywhere));
    expect([...own, ...shared.map(({ id }) => id)].sort()).toEqual(['_anywhere', ...listSites().map(({ id }) => id)].sort());
  });

  test(`${name}: it asks for these permissions and no others`, () => {
    const manifest = JSON.parse(readFileSync(`${builtFor(name)}/manifest.json`, 'utf8')) as Record<string, unknown>;
    expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage', 'alarms', 'scripting', 'activeTab', 'contextMenus']);
    // Notifications are the browser's own to show: it is asked for them by a click in the settings, and Earshot works without.
    expect(manifest.optional_permissions).toEqual(['notifications']);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
  });

  test(`${name}: it is built as it is shipped, with no path of its sources in it`, () => {
    const files = readdirSync(builtFor(name), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
    const telling = files.filter((file) =>
      readFileSync(`${builtFor(name)}/${file}`, 'utf8').includes(import.meta.dirname.replace(/tests$/, '')),
    );
    expect(telling).toEqual([]);
  });

  test(`${name}: the content script holds no database, no schemas and no interface library`, () => {
    const code = readFileSync(`${builtFor(name)}/content-scripts/watch.js`, 'utf8');
    expect(code).not.toMatch(/Dexie|ZodError|indexedDB\.open/);
  });
}

if (built.length === 0) test.skip('what is built is measured', () => {});
