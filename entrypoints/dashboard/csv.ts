/** Cells of a CSV file, by papaparse (docs/decisions/0017). */
import Papa from 'papaparse';
import { RefusedFile } from '../../core/safe-json.ts';

/** The sign between cells is found by itself: comma, semicolon, tab. @throws RefusedFile where a quote is left open */
export function readCsv(text: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: false, delimitersToGuess: [',', ';', '\t', '|'] });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) throw new RefusedFile('open-quote', String((broken.row ?? 0) + 1));
  return data;
}

/** Every cell quoted, in UTF-8 with the mark by which spreadsheets know it. */
export const printCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${Papa.unparse(rows as string[][], { quotes: true, newline: '\r\n' })}\r\n`;
