/** The sites as one script that a page can run, with what a test asks of them. Vite's `import.meta.glob` is spelled out for esbuild. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const folder = fileURLToPath(new URL('../../sites/', import.meta.url));

const gather: Plugin = {
  name: 'gather-sites',
  setup({ onLoad }) {
    onLoad({ filter: /sites\/_index\.ts$/ }, ({ path }) => {
      const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.startsWith('_'));
      const imports = files.map((name, i) => `import site${i} from './${name}';`).join('\n');
      const table = files.map((name, i) => `'./${name}': site${i}`).join(', ');
      const source = readFileSync(path, 'utf8').replace(/import\.meta\.glob<Site>\([^)]*\)/, `({ ${table} })`);
      return { contents: `${imports}\n${source}`, loader: 'ts', resolveDir: folder };
    });
  },
};

/** A script that leaves `probe` in the page's global object. */
export async function bundleSites(): Promise<string> {
  const built = await build({
    entryPoints: [fileURLToPath(new URL('./sites-probe.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: ['chrome128', 'firefox140'],
    plugins: [gather],
  });
  return built.outputFiles[0]?.text ?? '';
}
