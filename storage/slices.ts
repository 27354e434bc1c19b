/**
 * Rows of a range, a slice at a time: a slice is read at once, which is many times as fast as a walk through it, and nobody waits longer than
 * for one.
 */
import type { IndexableType, Table } from 'dexie';
import { bounds } from './bounds.ts';

export interface Span {
  readonly from: number;
  /** `from` itself is not in it. */
  readonly isOpen?: boolean;
  /** Out. */
  readonly to: number;
}

interface Slice<T> {
  rows: T[];
  /** Where the next one begins; absent where there is none. */
  rest?: Span;
}

/** The first rows of the span in order of an index, about `most` of them: those of the same value are never torn apart. */
export async function readSlice<T, K, N extends keyof T & string>(
  table: Table<T, K>,
  index: N,
  { from, isOpen = false, to }: Span,
  most: number,
): Promise<Slice<T>> {
  const rows = await table.where(index).between(from, to, !isOpen, false).limit(most).toArray();
  const [first, last] = [rows[0], rows.at(-1)];
  if (rows.length < most || !first || !last) return { rows };
  const value = last[index];
  if (typeof value !== 'number') throw new TypeError(`${index} is no number`);
  if (first[index] === value) return { rows: await table.where(index).equals(value).toArray(), rest: { from: value, isOpen: true, to } };
  return { rows: rows.filter((row) => row[index] !== value), rest: { from: value, to } };
}

/** All of them in turn. */
export async function eachSlice<T, K, N extends keyof T & string>(
  table: Table<T, K>,
  index: N,
  span: Span,
  use: (rows: T[]) => void,
): Promise<void> {
  for (let left: Span | undefined = span; left; ) {
    const { rows, rest }: Slice<T> = await readSlice(table, index, left, bounds.slice);
    use(rows);
    left = rest;
  }
}

/** The last rows of a range of an index, the last first. One read is many times as fast as a walk from the end. */
export async function readLast<T, K>(
  table: Table<T, K>,
  index: string,
  { low, high }: { low: IndexableType; high: IndexableType },
  most: number,
): Promise<T[]> {
  const [first] = await table
    .where(index)
    .between(low, high, true, true)
    .reverse()
    .offset(most - 1)
    .limit(1)
    .keys();
  const rows = await table
    .where(index)
    .between(first ?? low, high, true, true)
    .toArray();
  return rows.reverse().slice(0, most);
}
