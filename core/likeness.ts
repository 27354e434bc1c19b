/** How much two texts have in common, from 0 to 1: of what they say, whatever became of their spaces, signs and capitals. */

/** Beyond this a text is the same if its beginning is. */
const looked = 1_200;
const size = 3;

/** In every script: pieces of three letters need no words. */
function piecesOf(text: string): Map<string, number> {
  const letters = text
    .slice(0, looked)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const pieces = new Map<string, number>();
  for (let i = 0; i + size <= letters.length; i += 1) {
    const piece = letters.slice(i, i + size);
    pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
  }
  return pieces;
}

const count = (pieces: ReadonlyMap<string, number>): number => [...pieces.values()].reduce((sum, n) => sum + n, 0);

/** Compares many texts with one. Texts of fewer than three letters are like nothing. */
export function likenessTo(text: string): (other: string) => number {
  const pieces = piecesOf(text);
  const all = count(pieces);
  return (other) => {
    const others = piecesOf(other);
    let shared = 0;
    for (const [piece, n] of others) shared += Math.min(n, pieces.get(piece) ?? 0);
    const sum = all + count(others);
    return sum === 0 ? 0 : (2 * shared) / sum;
  };
}
