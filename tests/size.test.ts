import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { builtFor } from './driver/index.ts';

/** Bytes as shipped. Every page on a listened site pays for the first; raise a limit only with a reason in the commit. */
const limits = [
  { file: 'content-scripts/watch.js', bytes: 110_000, zipped: 38_000 },
  { file: 'background.js', bytes: 420_000, zipped: 130_000 },
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
    expect(sizes.filter(({ zipped }) => zipped > 5_000)).toEqual([]);
  });

  test(`${name}: the content script holds no database, no schemas and no interface library`, () => {
    const code = readFileSync(`${builtFor(name)}/content-scripts/watch.js`, 'utf8');
    expect(code).not.toMatch(/Dexie|ZodError|indexedDB\.open/);
  });
}

if (built.length === 0) test.skip('what is built is measured', () => {});
