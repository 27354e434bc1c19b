/** Numbers are rounded to be read, but never so that they say what is not so. */

export interface Written {
  readonly text: string;
  /** The number that the text says. */
  readonly says: number;
}

/** Further digits tell no one anything. */
const mostFiner = 6;

const hair = 1e-9;

/** −1, 0 or 1. Shares are reckoned in binary fractions: a hair is no difference. */
const sideOf = (value: number, border: number): number =>
  Math.abs(value - border) <= hair * Math.max(1, Math.abs(border)) ? 0 : Math.sign(value - border);

/**
 * With as few digits as leave a number on its side of each border: 59.6 % is not written as 60 % where 60 % are wanted, and 599 of 600 are not
 * all.
 * @param write with so many more digits than usual
 */
export function writeTruly(value: number, write: (finer: number) => Written, borders: readonly (number | undefined)[]): string {
  const apart = borders.filter((border) => border !== undefined).filter((border) => sideOf(value, border) !== 0);
  let finer = 0;
  let written = write(finer);
  while (finer < mostFiner && apart.some((border) => sideOf(written.says, border) !== sideOf(value, border))) written = write(++finer);
  return written.text;
}

/** As it is, where few digits say it: what is wanted was typed by someone. */
export function writeWhole(value: number, write: (finer: number) => Written): string {
  let finer = 0;
  while (finer < 3 && sideOf(write(finer).says, value) !== 0) finer += 1;
  return write(finer).text;
}
