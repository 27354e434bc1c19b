import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeTable, readme, withTable } from '../../../scripts/site-table.ts';
import { listSites } from '../../../sites/_index.ts';

test('the table of sites in README is the one of today (node scripts/site-table.mjs writes it)', () => {
  const text = readFileSync(readme, 'utf8');
  expect(text).toBe(withTable(text));
});

test('it has a line for every site, and says what its fixtures show', () => {
  const lines = makeTable().split('\n');
  for (const { site } of listSites()) expect(lines.filter((line) => line.startsWith(`| ${site.name} |`))).toHaveLength(1);
  expect(lines.find((line) => line.startsWith('| X |'))).toBe(
    '| X | posts | yes | yes | yes | yes | Draft.js | yes | likes, replies, reposts, views | saved pages |',
  );
  expect(lines.find((line) => line.startsWith('| Trustpilot |'))).toContain('| – | – |');
});
