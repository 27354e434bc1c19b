/** The keyword query language, with advice: what those who edit a query need. Those who only match take query-reader.ts. */
import { lintQuery } from './query-lint.ts';
import { readQuery } from './query-reader.ts';
import type { ParsedQuery, Problem } from './query-tree.ts';

/** A query taken apart, with all that is wrong or doubtful in it and how to mend it. `sites`: the ids that `site:` may name. */
export function parseQuery(text: string, sites?: readonly string[]): ParsedQuery {
  const problems: Problem[] = [];
  const tree = readQuery(text, problems);
  problems.push(...lintQuery(text, tree, sites));
  problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { tree, problems };
}
