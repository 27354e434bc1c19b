/** Numbers as people type them, in whichever convention they learnt to write: "40,000", "40 000", "40.000", "3.5", "3,5". */

export interface NumberReading {
  readonly value: number;
  /** It has something behind a decimal sign. */
  readonly decimals: boolean;
}

/** Thousands are parted by one and the same sign all through; in India the rest in twos. */
const grouped = /^(\d{1,3}(?:([ ,.'’])\d{3})(?:\2\d{3})*|\d{1,2}(?:,\d{2})+,\d{3})(?:([.,])(\d+))?$/;
const plain = /^(\d+)(?:[.,](\d+))?$/;

function readGrouped(text: string): NumberReading | undefined {
  const [, whole = '', sign, decimalSign, decimals] = grouped.exec(text) ?? [];
  // "1,234,5" has its thousands and its decimals parted by the same sign: a slip. No one groups what begins with nothing.
  if (!whole || whole.startsWith('0') || (decimalSign !== undefined && decimalSign === (sign ?? ','))) return undefined;
  return { value: Number(`${whole.replace(/\D/g, '')}.${decimals ?? 0}`), decimals: decimals !== undefined };
}

function readPlain(text: string): NumberReading | undefined {
  const [, whole, decimals] = plain.exec(text) ?? [];
  return whole === undefined ? undefined : { value: Number(`${whole}.${decimals ?? 0}`), decimals: decimals !== undefined };
}

/** All that it may mean: "1,500" is 1500 to one and 1.5 to another. None where it is no number, or has anything beside one. */
export function readTypedNumber(text: string): NumberReading[] {
  const tidy = text.normalize('NFKC').trim();
  return [readGrouped(tidy), readPlain(tidy)].filter((one) => one !== undefined);
}
