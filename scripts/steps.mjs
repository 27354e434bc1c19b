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
    child.on('close', (code, signal) => {
      if (signal) console.error(`${args[0] ?? command} was ended by ${signal}.`);
      if (code !== 0 && !loud) console.error(Buffer.concat(words.map((part) => Buffer.from(part))).toString());
      done(code === 0);
    });
  });
}

/** Runs a program of a package, without the detour by npx. */
export const runTool = (file, args, options) => run(process.execPath, [`node_modules/${file}`, ...args], options);

function runNpm(...args) {
  const npm = process.env.npm_execpath;
  return npm ? run(process.execPath, [npm, ...args]) : run('npm', args);
}

/** What `npm ci` installs is what the lock file names, nothing newer. */
export async function needDependencies() {
  if (existsSync(`${root}/node_modules/.package-lock.json`)) return;
  console.log('Installing dependencies…');
  if (await runNpm('ci', '--no-audit', '--no-fund')) return;
  // A registry mirror that lacks another system's optional packages makes `ci` refuse a lock file that fits.
  console.log('npm ci refused; installing by the same lock file without its checks…');
  if (!(await runNpm('install', '--no-save', '--no-audit', '--no-fund'))) throw new Error('The dependencies could not be installed.');
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
