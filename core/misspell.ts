/** How a name is likely to be misspelt: one slip away, and only the slips people make. */

const vowels = 'aeiouy';
/** Letters that sound alike or are taken for one another by ear. */
const alike: Readonly<Record<string, string>> = {
  a: 'e',
  e: 'ai',
  i: 'ey',
  o: 'ua',
  u: 'o',
  y: 'i',
  c: 'ks',
  k: 'c',
  s: 'cz',
  z: 's',
  v: 'w',
  w: 'v',
};
const oftenDoubled = 'lmnprstfc';
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

interface Slip {
  readonly word: string;
  /** How likely it is, against the others. */
  readonly weight: number;
}

function replaceAt(word: string, at: number, count: number, by: string): string {
  return word.slice(0, at) + by + word.slice(at + count);
}

function listNeighbours(letter: string): string[] {
  const row = rows.find((keys) => keys.includes(letter)) ?? '';
  const at = row.indexOf(letter);
  return at < 0 ? [] : [row[at - 1], row[at + 1]].filter((key) => key !== undefined);
}

const isVowel = (letter: string | undefined): boolean => letter !== undefined && vowels.includes(letter);

/** The slips at one letter. The first letter is rarely wrong, and a word with another one is another word. */
function listSlipsAt(word: string, at: number): Slip[] {
  const letter = word[at] ?? '';
  const before = word[at - 1] ?? '';
  const next = word[at + 1];
  const isDouble = letter === before;
  const slips: Slip[] = [];
  if (isDouble) slips.push({ word: replaceAt(word, at, 1, ''), weight: 9 });
  for (const other of alike[letter] ?? '') slips.push({ word: replaceAt(word, at, 1, other), weight: isVowel(letter) ? 4 : 3 });
  if (next && next !== letter)
    slips.push({ word: replaceAt(word, at, 2, next + letter), weight: isVowel(letter) !== isVowel(next) ? 7 : 5 });
  if (oftenDoubled.includes(letter) && isVowel(before) && letter !== next)
    slips.push({ word: replaceAt(word, at, 1, letter + letter), weight: 6 });
  if (!isDouble) slips.push({ word: replaceAt(word, at, 1, ''), weight: isVowel(letter) ? 5 : 2 });
  for (const key of listNeighbours(letter)) slips.push({ word: replaceAt(word, at, 1, key), weight: 1 });
  return slips;
}

/** Words of fewer letters are one slip away from too many others. */
export const shortestMisspelt = 5;

/** The likeliest misspellings of a word in plain small letters, the likeliest first. */
export function listMisspellings(word: string, most: number): string[] {
  if (word.length < shortestMisspelt || !/^[a-z]+$/.test(word)) return [];
  const weights = new Map<string, number>();
  for (let at = 1; at < word.length; at++) {
    for (const slip of listSlipsAt(word, at)) {
      if (slip.word !== word) weights.set(slip.word, Math.max(slip.weight, weights.get(slip.word) ?? 0));
    }
  }
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([misspelt]) => misspelt);
}
