/**
 * Anyone can make the exact packages: from the same sources, laid at two paths of different length and built in shells that are set up
 * differently, come the same bytes. And Mozilla's own
 * check of the Firefox package finds neither an error nor a warning that is not known.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Zip from 'jszip';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a shell may say of a build, and ours says too by the time a suite runs in it. */
const shells = {
  plain: { ...process.env, NODE_ENV: undefined },
  developer: { ...process.env, NODE_ENV: 'development', TZ: 'Asia/Kathmandu', LC_ALL: 'C' },
};

function must(folder: string, command: string, args: string[], env: NodeJS.ProcessEnv = process.env): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8', maxBuffer: 64_000_000 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? `${stdout}\n${stderr}`.trim().slice(-2_000)}`);
  return stdout;
}

/** What is under version control, as it stands here, and the packages it needs: linked, not copied, but at a path of its own. */
function layOut(folder: string): void {
  for (const file of must(root, 'git', ['ls-files', '-z']).split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  must(root, 'cp', ['-al', join(root, 'node_modules'), join(folder, 'node_modules')]);
}

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The bytes of each package, by its name. */
function makePackages(folder: string, env: NodeJS.ProcessEnv): Record<string, Uint8Array> {
  layOut(folder);
  must(folder, process.execPath, ['scripts/zip.mjs'], env);
  const output = join(folder, '.output');
  const zips = readdirSync(output)
    .filter((name) => name.endsWith('.zip'))
    .sort();
  return Object.fromEntries(zips.map((name) => [name, readFileSync(join(output, name))]));
}

async function sumFiles(zip: Uint8Array): Promise<Map<string, string>> {
  const { files } = await Zip.loadAsync(zip);
  return new Map(await Promise.all(Object.values(files).map(async (file) => [file.name, sumOf(await file.async('uint8array'))] as const)));
}

/** The files that are not the same in both. */
async function listDiffering(one: Uint8Array, other: Uint8Array): Promise<string[]> {
  const [a, b] = [await sumFiles(one), await sumFiles(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
}

/**
 * What the check warns of and why that is no fault: Preact sets `innerHTML` for an attribute that nothing of ours uses
 * (tests/architecture.test.ts refuses it).
 */
const known = ['UNSAFE_VAR_ASSIGNMENT'];

interface Lint {
  summary: { errors: number; warnings: number };
  errors: { code: string; file?: string }[];
  warnings: { code: string; file?: string }[];
}

/** Mozilla's check of what the folder's Firefox build holds. */
function lint(folder: string): string[] {
  const args = ['node_modules/web-ext/bin/web-ext.js', 'lint', '-s', '.output/firefox-mv3', '-o', 'json', '--no-config-discovery'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64_000_000 });
  const { summary, errors, warnings } = JSON.parse(stdout) as Lint;
  console.log(`web-ext lint: ${summary.errors} errors, ${summary.warnings} warnings`);
  return [...errors, ...warnings.filter(({ code }) => !known.includes(code))].map(({ code, file = '' }) => `web-ext lint: ${code} ${file}`);
}

export async function run(_: { rounds?: number }): Promise<string[]> {
  const base = mkdtempSync(join(tmpdir(), 'earshot-package-'));
  const [near, far] = [join(base, 'a'), join(base, 'a-folder-with-a-much-longer-name', 'and', 'further', 'down')];
  try {
    const [first, second] = [makePackages(near, shells.plain), makePackages(far, shells.developer)];
    for (const [name, bytes] of Object.entries(first)) console.log(`${name}: ${sumOf(bytes)}`);
    const differing: string[] = [];
    for (const [name, bytes] of Object.entries(first)) {
      const other = second[name];
      if (other && sumOf(bytes) === sumOf(other)) continue;
      const files = other ? await listDiffering(bytes, other) : [];
      differing.push(`${name}: other bytes at another path (${files.slice(0, 8).join(', ')})`);
    }
    return [...(Object.keys(first).length < 3 ? [`${Object.keys(first).length} packages were made`] : []), ...differing, ...lint(near)];
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}
