/** One script for each site that has hosts of its own: `sites/ID.js` in the built extension, loaded before the script that listens. */
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';
import type { Site } from '../sites/_site.ts';
import { isAnywhere, type NamedSite } from '../sites/_table.ts';

/** All of `sites/`, read from the folder under the present directory. */
export async function readSites(): Promise<NamedSite[]> {
  const ids = readdirSync('sites')
    .filter((name) => name.endsWith('.ts') && !name.startsWith('_'))
    .map((name) => name.slice(0, -3))
    .sort();
  return Promise.all(ids.map(async (id) => ({ id, site: ((await import(`../sites/${id}.ts`)) as { default: Site }).default })));
}

async function bundle(id: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { addOwnSite } from './_own.ts'; import site from './${id}.ts'; addOwnSite('${id}', site);`,
      resolveDir: 'sites',
      loader: 'ts',
    },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    charset: 'ascii',
    legalComments: 'none',
    target: ['chrome128', 'firefox142'],
  });
  return outputFiles[0]?.text ?? '';
}

/** What the build writes beside its own files. */
export async function bundleSiteScripts(): Promise<{ relativeDest: string; contents: string }[]> {
  const own = (await readSites()).filter(({ site }) => !isAnywhere(site));
  return Promise.all(own.map(async ({ id }) => ({ relativeDest: `sites/${id}.js`, contents: await bundle(id) })));
}
