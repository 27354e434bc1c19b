/** `npm test`: types, lint, and every test in Node, Chromium and Firefox. The last line sums them up. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { getBrowser } from './browsers.mjs';
import { buildFor, needDependencies, root, runTool } from './steps.mjs';

const results = `${root}/.test/results`;
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function count(name, ok) {
  total[ok ? 'passed' : 'failed'] += 1;
  if (!ok) failures.push(name);
  console.log(`${ok ? '✓' : '✗'} ${name}`);
}

/** A test file that could not even be read is a failure too. */
function countFile(file) {
  const name = file.name.replace(root, '');
  if (file.status === 'failed' && file.assertionResults.length === 0) count(`${name}: ${file.message.split('\n')[0]}`, false);
  for (const test of file.assertionResults) {
    if (test.status === 'passed') total.passed += 1;
    else if (test.status === 'failed') failures.push(`${name} › ${test.fullName}`);
    else total.skipped += 1;
    if (test.status === 'failed') total.failed += 1;
  }
}

async function runTests(...projects) {
  const file = `${results}/${projects.join('-')}.json`;
  console.log(`\n— ${projects.join(', ')} —`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const ok = await runTool(
    'vitest/vitest.mjs',
    ['run', ...chosen, '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { loud: true },
  );
  try {
    const before = total.failed;
    for (const one of JSON.parse(readFileSync(file, 'utf8')).testResults) countFile(one);
    if (!ok && total.failed === before) count(`${projects.join(', ')} ended badly`, false);
  } catch {
    count(`${projects.join(', ')} gave no results`, false);
  }
}

async function checkTypes() {
  const ok =
    (await runTool('typescript/bin/tsc', ['-p', 'tsconfig.json', '--noEmit'])) &&
    (await runTool('typescript/bin/tsc', ['-p', 'core/tsconfig.json', '--noEmit']));
  count('types', ok);
}

/** What is built, for one browser after the other: together they would need more memory than some machines have. */
async function checkCode() {
  await checkTypes();
  count('lint', await runTool('@biomejs/biome/bin/biome', ['check', '.', '--diagnostic-level=error']));
  for (const name of ['chromium', 'firefox']) if (!(await buildFor(name))) count(`the build for ${name}`, false);
}

async function checkBrowsers() {
  for (const name of ['chromium', 'firefox']) {
    try {
      console.log(`✓ ${name}: ${await getBrowser(name)}`);
    } catch (error) {
      count(`${name}: ${error.message}`, false);
    }
  }
}

await needDependencies();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
await checkBrowsers();
// The types and what is tested without a build both lean on what this makes.
if (!(await runTool('wxt/bin/wxt.mjs', ['prepare']))) count('wxt prepare', false);
await Promise.all([checkCode(), runTests('core', 'extension')]);
await runTests('architecture');
await runTests('page');
await runTests('e2e');

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `  ✗ ${name}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed > 0 ? 1 : 0);
