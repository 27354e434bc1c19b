/**
 * `npm run zip`: the store packages of both browsers, and the sources that Mozilla's reviewers build. `npm run build-for-amo` makes the
 * Firefox one alone. Each archive is written once more with its files in one order and of one time, so that the same sources give the same
 * bytes wherever they are built.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { needDependencies, root, runTool } from './steps.mjs';

const wanted = process.argv[2] ? [process.argv[2]] : ['chrome', 'firefox'];

/** Any fixed moment will do; zip archives know no time before 1980. */
const moment = new Date(Date.UTC(2026, 0, 1));

async function settle(file) {
  const { default: Zip } = await import('jszip');
  const before = await Zip.loadAsync(readFileSync(file));
  const after = new Zip();
  for (const name of Object.keys(before.files).sort()) {
    const entry = before.files[name];
    if (!entry.dir) after.file(name, await entry.async('nodebuffer'), { date: moment, createFolders: false, unixPermissions: 0o644 });
  }
  writeFileSync(
    file,
    await after.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 9 }, platform: 'UNIX' }),
  );
}

await needDependencies();
for (const browser of wanted) {
  if (!(await runTool('wxt/bin/wxt.mjs', ['zip', '-b', browser, '--mv3'], { loud: true }))) process.exit(1);
}
const folder = `${root}/.output`;
for (const name of readdirSync(folder)) if (name.endsWith('.zip')) await settle(`${folder}/${name}`);
