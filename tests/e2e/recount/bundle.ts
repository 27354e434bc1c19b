import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A file of this folder as one script, to be run in a page. */
export async function bundle(name: string): Promise<string> {
  const entry = fileURLToPath(new URL(name, import.meta.url));
  const made = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', target: 'es2022' });
  return made.outputFiles[0]?.text ?? '';
}
