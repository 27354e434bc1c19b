/**
 * Finds the browsers that Earshot is tried and tested in: the one named by CHROMIUM_PATH or FIREFOX_PATH, else one that is installed, else one
 * fetched by the library's own downloader, else (as root on Debian) one from apt.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;

/** Google Chrome is left out on purpose: since version 137 it ignores `--load-extension`. */
const places = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'ungoogled-chromium'],
    paths: ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/snap/bin/chromium'],
    apt: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe', '/snap/bin/firefox'],
    apt: 'firefox-esr',
  },
};

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A named browser that does not exist is an error, not a reason to take another one silently. */
function findNamed({ variable }) {
  const path = process.env[variable];
  if (!path) return undefined;
  if (!isProgram(path)) throw new Error(`${variable} is ${path}, and there is no program there.`);
  return path;
}

function findInstalled({ names, paths }) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const onPath = folders.flatMap((folder) => names.flatMap((name) => endings.map((ending) => join(folder, name + ending))));
  return [...onPath, ...paths].find(isProgram);
}

async function findDownloaded(name) {
  const { chromium, firefox } = await import('@playwright/test');
  // Playwright's own Firefox speaks only Playwright's protocol, so it cannot take an extension; only its Chromium is of use.
  const path = name === 'chromium' ? chromium.executablePath() : firefox && undefined;
  return path && existsSync(path) ? path : undefined;
}

/** @returns {Promise<string | undefined>} the path of a browser that is already on this machine. */
export async function findBrowser(name) {
  const place = places[name];
  return findNamed(place) ?? findInstalled(place) ?? (await findDownloaded(name));
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], timeout: 600_000 }).status === 0;
}

async function download(name) {
  if (name !== 'chromium') return undefined;
  run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium']);
  return findDownloaded(name);
}

function installWithApt(place) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return undefined;
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', place.apt]);
  return findInstalled(place);
}

/** @returns {Promise<string>} the path of a browser, fetched where there was none. */
export async function getBrowser(name) {
  const found = await findBrowser(name);
  if (found) return found;
  const place = places[name];
  console.error(`No ${name} found; trying to get one.`);
  const got = (await download(name)) ?? installWithApt(place);
  if (got) return got;
  throw new Error(
    `No ${name} on this machine. Install it (on Debian: apt-get install ${place.apt}), or name one with ${place.variable}=/path/to/${name}.`,
  );
}
