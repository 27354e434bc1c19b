/**
 * npm run trust -- [NAME…] [--rounds N]
 * Runs the slow suites of tests/trust: each does to a real browser what real life does, and counts what was lost. Without NAME, all of them.
 */
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildFor, importTyped, needDependencies, root } from './steps.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string' } } });

const known = readdirSync(`${root}/tests/trust`)
  .flatMap((file) => /^(.+)\.suite\.ts$/.exec(file)?.[1] ?? [])
  .sort();
const wanted = positionals.length > 0 ? positionals : known;

/** A suite exports `run({ rounds }): Promise<string[]>`: what went wrong, a line each; `rounds` has the suite's own default. */
async function runSuite(name) {
  const { run } = await importTyped(`tests/trust/${name}.suite.ts`);
  const problems = await run(values.rounds ? { rounds: Number(values.rounds) } : {});
  console.log(problems.length === 0 ? `${name}: kept its promise` : `${name}: BROKEN\n${problems.map((line) => `  ${line}`).join('\n')}`);
  return problems.length === 0;
}

try {
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`There is no suite "${unknown.join('", "')}". There are: ${known.join(', ')}`);
  await needDependencies();
  for (const name of ['chromium', 'firefox']) if (!(await buildFor(name))) throw new Error('The build failed.');
  let kept = true;
  for (const name of wanted) kept = (await runSuite(name)) && kept;
  process.exitCode = kept ? 0 : 1;
} catch (error) {
  console.error(error.message ?? error);
  process.exitCode = 1;
}
