/** `node scripts/site-table.mjs`: writes the table of sites in README anew, from the sites and their fixtures. */
import { readFileSync, writeFileSync } from 'node:fs';
import { importTyped, needDependencies } from './steps.mjs';

await needDependencies();
const { readme, withTable } = await importTyped('scripts/site-table.ts');
writeFileSync(readme, withTable(readFileSync(readme, 'utf8')));
