/** The name to greet someone by, guessed from the name they show. */

const titles =
  /^(?:mr|mrs|ms|mx|miss|dr|prof|professor|sir|dame|lady|lord|rev|fr|herr|frau|dipl|ing|mag|m|mme|mlle|sr|sra|srta|don|doña)\.?$/iu;
const organisation =
  /(?:^|\s)(?:inc|llc|ltd|gmbh|ag|corp|co|team|support|official|news|daily|studio|studios|labs?|app|hq|help|customer|service|shop|store|games?|group|media|magazine|club|agency|foundation|university|institute|community|bot)\.?(?:\s|$)/i;
const person = /^\p{L}[\p{L}\p{M}'’.-]*$/u;

/**
 * The name to greet someone by, if their shown name looks like a person's; undefined rather than a wrong one ("Hi The,").
 */
export function guessFirstName(name: string | undefined): string | undefined {
  const plain = (name ?? '')
    .normalize('NFKC')
    .replace(/[([{|•·–—].*$/u, '')
    .replace(/[^\p{L}\p{M}\p{N}'’.\-\s_@]/gu, ' ')
    .trim();
  if (plain === '' || plain.length > 60 || organisation.test(plain) || /[@_\p{N}]/u.test(plain)) return undefined;
  // Family names come first where these are written, and nobody is greeted by half a name there.
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(plain)) return undefined;
  const words = plain.split(/\s+/).filter((word) => word !== '');
  if (/^the$/i.test(words[0] ?? '')) return undefined;
  const first = words.find((word) => !titles.test(word))?.replace(/[.’'-]+$/u, '');
  if (!first || [...first].length < 2 || !person.test(first) || /\./.test(first)) return undefined;
  return toNameCase(first, words.length);
}

/** "ANNA" and "anna" are Anna; "DeShawn" stays. One word in capitals is more likely an abbreviation ("IBM"). */
function toNameCase(word: string, words: number): string | undefined {
  const lower = word.toLowerCase();
  if (word === word.toUpperCase() && word !== lower && words === 1 && word.length <= 4) return undefined;
  if (word !== word.toUpperCase() && word !== lower) return word;
  return lower.replace(/(^|-)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
