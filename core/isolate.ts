/**
 * Names in our own lines: each keeps its direction to itself (Unicode Standard Annex 9, isolates), so that a name in Arabic or Hebrew turns round
 * neither what stands beside it nor another name. Marks that came with a name are taken out: only ours open and close.
 */
const [first, last] = ['\u2068', '\u2069'];

/** @param name without marks of its own (`cleanText`) */
export const isolate = (name: string): string => `${first}${name}${last}`;

const isolates = /\u2068([^\u2068\u2069]*)\u2069/;

/** Each part of a line through `print`, and what was isolated through `wrap` besides. */
export const printIsolated = (line: string, print: (part: string) => string, wrap: (part: string) => string): string =>
  line
    .split(isolates)
    .map((part, i) => (i % 2 === 0 ? print(part) : wrap(print(part))))
    .join('');

/** What was isolated stands at every second place. */
export const splitIsolated = (line: string): string[] => line.split(isolates);
