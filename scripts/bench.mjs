/**
 * npm run bench -- [NAME…] [--json FILE]
 * Runs tests/bench/NAME.bench.ts (or .mjs), or all of them, and prints each figure with its yardstick from the same run. A benchmark exports
 * `run(): Promise<Figure[]>` (tests/bench/figure.ts) and may read further options from process.argv.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'tests/bench');
// Inside node_modules, so that the packages a benchmark imports are found from there.
const output = join(root, 'node_modules/.cache/earshot-bench');

/** A bundled file still believes it stands where its source stands. */
const keepAddresses = {
  name: 'keep-addresses',
  setup(bundler) {
    bundler.onLoad({ filter: /\.tsx?$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
      loader: path.endsWith('x') ? 'tsx' : 'ts',
    }));
  },
};

function listNames() {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.flatMap((file) => /^(.+)\.bench\.(?:ts|mjs)$/.exec(file)?.[1] ?? []).sort();
}

async function load(name) {
  const source = [`${name}.bench.ts`, `${name}.bench.mjs`].map((file) => join(folder, file)).find(existsSync);
  if (!source) throw new Error(`There is no benchmark "${name}". There are: ${listNames().join(', ')}`);
  mkdirSync(output, { recursive: true });
  const outfile = join(output, `${name}.${process.pid}.mjs`);
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    plugins: [keepAddresses],
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

function readArguments(args) {
  const names = [];
  let json;
  for (let n = 0; n < args.length; n++) {
    if (args[n] === '--json') json = args[++n];
    else if (args[n].startsWith('--json=')) json = args[n].slice('--json='.length);
    else if (!args[n].startsWith('-')) names.push(args[n]);
    // An option of a benchmark takes its value along ("--rows 1000").
    else if (!args[n].includes('=') && /^[^-]/.test(args[n + 1] ?? '-')) n++;
  }
  return { names, json };
}

const write = (value) => (typeof value === 'number' ? Number(value.toPrecision(4)).toString() : (value ?? '–'));

function print(figures) {
  const rows = figures.map((f) => [
    f.name,
    write(f.value),
    f.unit,
    f.yardstick ?? '–',
    write(f.yardstickValue),
    f.ratio === undefined ? '–' : `${write(f.ratio)}×`,
  ]);
  const table = [['figure', 'value', 'unit', 'yardstick', 'its value', 'ratio'], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => String(row[column]).length)));
  for (const row of table)
    console.log(
      row
        .map((cell, column) => String(cell).padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
}

const { names, json } = readArguments(process.argv.slice(2));
const figures = [];
for (const name of names.length > 0 ? names : listNames()) {
  console.log(`\n${name}`);
  const measured = await (await load(name)).run();
  print(measured);
  figures.push(...measured);
}
if (json) {
  const [cpu] = cpus();
  const machine = {
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
  };
  mkdirSync(dirname(resolve(json)), { recursive: true });
  writeFileSync(json, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
  console.log(`\nwritten to ${json}`);
}
process.exit(0);
