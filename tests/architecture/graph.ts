/** Who imports whom in the shipped source, read from the files themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const folders = ['core', 'sites', 'editors', 'messages', 'storage', 'components', 'entrypoints'] as const;

export interface Import {
  from: string;
  /** A file of ours, or a package's name. */
  to: string;
  /** `import type`: gone before anything runs. */
  typeOnly: boolean;
}

const slashed = (path: string) => path.split(sep).join('/');

const everything = folders.flatMap((folder) =>
  (readdirSync(join(root, folder), { recursive: true }) as string[]).map((name) => `${folder}/${slashed(name)}`),
);

export function listSources(): string[] {
  return everything.filter((file) => /\.tsx?$/.test(file)).sort();
}

/** The two signs that our own `import.meta.glob` patterns use. */
function listMatching(pattern: string): string[] {
  const expression = new RegExp(
    `^${pattern.replace(/[.+?^$()|[\]\\]/g, '\\$&').replace(/\*\*?/g, (stars) => (stars === '**' ? '.*' : '[^/]*'))}$`,
  );
  return everything.filter((file) => expression.test(file));
}

export const readSource = (file: string) => readFileSync(join(root, file), 'utf8');

/** The code without its comments and the words in its strings, so that neither is taken for code. */
export function stripComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1');
}

const statements = /(?:^|[\n;])\s*(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]/g;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
const glob = /import\.meta\.glob(?:<[^>]*>)?\(\s*\[?\s*((?:['"][^'"]+['"],?\s*)+)/g;

function resolve(from: string, name: string): string {
  return name.startsWith('.') ? slashed(normalize(join(dirname(from), name.replace(/\?.*$/, '')))) : name;
}

function readGlobs(file: string, code: string): Import[] {
  return [...code.matchAll(glob)].flatMap(([, patterns = '']) => {
    const all = [...patterns.matchAll(/['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
    const without = new Set(all.filter((one) => one.startsWith('!')).flatMap((one) => listMatching(resolve(file, one.slice(1)))));
    const found = all.filter((one) => !one.startsWith('!')).flatMap((one) => listMatching(resolve(file, one)));
    return found.filter((to) => to !== file && !without.has(to)).map((to) => ({ from: file, to, typeOnly: false }));
  });
}

/** What a file imports. `import { type A }` counts as a value: what is left of it still runs the other file. */
export function readImports(file: string): Import[] {
  const code = stripComments(readSource(file));
  const fixed = [...code.matchAll(statements)].map(([, , type, name = '']) => ({
    from: file,
    to: resolve(file, name),
    typeOnly: Boolean(type),
  }));
  const later = [...code.matchAll(dynamic)].map(([, name = '']) => ({ from: file, to: resolve(file, name), typeOnly: false }));
  return [...fixed, ...later, ...readGlobs(file, code)];
}

/** Everything that runs when a file runs, by value, each with the way to it. */
export function listClosure(start: string): Map<string, string[]> {
  const ways = new Map<string, string[]>([[start, [start]]]);
  const waiting = [start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const { to, typeOnly } of file.match(/\.tsx?$/) ? readImports(file) : []) {
      if (typeOnly || ways.has(to)) continue;
      ways.set(to, [...(ways.get(file) ?? []), to]);
      waiting.push(to);
    }
  }
  return ways;
}

/** The room a file stands in: a folder, or an entrypoint's name. */
export function roomOf(file: string): string {
  const [first = '', second = ''] = relative('.', file).split(sep);
  return first === 'entrypoints' ? `entrypoints/${second.replace(/\.tsx?$/, '')}` : first;
}

/** `preact/hooks` and `@scope/name/part` belong to `preact` and `@scope/name`. */
export const packageOf = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/');
export const isOurs = (name: string) => folders.some((folder) => name.startsWith(`${folder}/`));
