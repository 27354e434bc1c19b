/** What more than one command needs: dependencies, a build, and running a TypeScript file. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program; its words are shown only if it fails, unless `loud`. @returns {Promise<boolean>} whether it ended well */
export function run(command, args, { loud = false, env = {} } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', loud ? 'inherit' : 'pipe', loud ? 'inherit' : 'pipe'],
    });
    const words = [];
    child.stdout?.on('data', (part) => words.push(part));
    child.stderr?.on('data', (part) => words.push(part));
    child.on('error', (error) => words.push(String(error)));
    child.on('close', (code) => {
      if (code !== 0 && !loud) console.error(Buffer.concat(words.map((part) => Buffer.from(part))).toString());
      done(code === 0);
    });
  });
}

/** Runs a program of a package, without the detour by npx. */
export const runTool = (file, args, options) => run(process.execPath, [`node_modules/${file}`, ...args], options);

/** What `npm ci` installs is what the lock file names, nothing newer. */
export async function needDependencies() {
  if (existsSync(`${root}/node_modules/.package-lock.json`)) return;
  console.log('Installing dependencies…');
  const npm = process.env.npm_execpath;
  const ok = npm
    ? await run(process.execPath, [npm, 'ci', '--no-audit', '--no-fund'])
    : await run('npm', ['ci', '--no-audit', '--no-fund']);
  if (!ok) throw new Error('npm ci failed.');
}

/** Builds the extension that has its permissions from the start. @param {'chromium' | 'firefox'} name */
export const buildFor = (name) =>
  runTool('wxt/bin/wxt.mjs', ['build', '-b', name === 'chromium' ? 'chrome' : 'firefox', '--mv3', '--mode', 'e2e']);

/** Imports a TypeScript file; Node of the oldest version we support cannot by itself. */
export async function importTyped(path) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(`${root}/${path}`, { root, configFile: false, logLevel: 'error' });
  return module;
}
