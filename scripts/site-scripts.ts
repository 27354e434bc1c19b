/**
 * One script for each site that has hosts of its own, `sites/ID.js` in the built extension, and one for all that any host may hold. The one
 * that fits a page is loaded before the script that listens.
 */
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';
import type { Site } from '../sites/_site.ts';
import { anywhereScript, isAnywhere, type NamedSite, scriptOf } from '../sites/_table.ts';

/** All of `sites/`, read from the folder under the present directory. */
export async function readSites(): Promise<NamedSite[]> {
  const ids = readdirSync('sites')
    .filter((name) => name.endsWith('.ts') && !name.startsWith('_'))
    .map((name) => name.slice(0, -3))
    .sort();
  return Promise.all(ids.map(async (id) => ({ id, site: ((await import(`../sites/${id}.ts`)) as { default: Site }).default })));
}

async function bundle(ids: readonly string[]): Promise<string> {
  const added = ids.map((id, n) => `import site${n} from './${id}.ts'; addOwnSite('${id}', site${n});`);
  const { outputFiles } = await build({
    stdin: {
      contents: `import { addOwnSite } from './_own.ts'; ${added.join(' ')}`,
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
  const sites = await readSites();
  const own = sites.filter(({ site }) => !isAnywhere(site));
  const anywhere = sites.filter(({ site }) => isAnywhere(site));
  const scripts = await Promise.all(own.map(async ({ id }) => ({ relativeDest: scriptOf(id), contents: await bundle([id]) })));
  return [...scripts, { relativeDest: anywhereScript, contents: await bundle(anywhere.map(({ id }) => id)) }];
}
