/** A keyword with one more word left out. */
export function addGuard(query: string, words: string): string | undefined {
  return `${query} NOT "${words.replace(/"/g, ' ')}"`;
}
