/** What stands on a page: tables and tiles whole, and every other piece of text that has a number in it. */
import type { Tab } from '../../driver/index.ts';
import { bundle } from './bundle.ts';

export interface Seen {
  /** By caption: rows of cells, the head first. What a pointer or a screen reader is told beside the words stands in brackets. */
  tables: Record<string, string[][]>;
  /** By the section's heading: name, figure, notes. */
  tiles: Record<string, string[][]>;
  /** Everything else. */
  rest: string[];
}

export interface Allowance {
  /** What it is, in words. */
  name: string;
  selector: string;
  /** Not in each browser. */
  sometimes?: boolean;
}

/** Those that are let pass, and were not there. */
export const listUnused = (allowances: readonly Allowance[], used: ReadonlySet<string>): string[] =>
  allowances.flatMap(({ name, sometimes }) => (used.has(name) || sometimes ? [] : [name]));

export interface Look {
  seen: Seen;
  /** The allowances that were made use of, by name. */
  used: string[];
}

let reader: Promise<string> | undefined;

export async function see(page: Tab, allowances: readonly Allowance[]): Promise<Look> {
  reader ??= bundle('page-reader.ts');
  const selectors = JSON.stringify(allowances.map(({ selector }) => selector));
  const { used, ...seen } = await page.evaluate<Seen & { used: string[] }>(`${await reader}; readPage(${selectors})`);
  return { seen, used: allowances.filter(({ selector }) => used.includes(selector)).map(({ name }) => name) };
}
