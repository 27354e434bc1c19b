/** A post taken apart for its sentiment: words, handles, smileys and marks, each with its place. Links say nothing and are left out. */

export interface Token {
  /** In lower case, with straight apostrophes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** `mark`: what ends or divides sentences; `name`: a handle. */
  readonly kind: 'word' | 'number' | 'smiley' | 'mark' | 'name';
  /** Written in capitals in a post that is not. */
  readonly shouted: boolean;
  /** It begins with a capital. */
  readonly capital: boolean;
}

const pattern =
  /(?<skip>https?:\/\/\S+|www\.\S+|&(?:amp|lt|gt|quot);)|(?<name>(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]*[\p{L}\p{N}_])|(?<smiley>(?<![\p{L}\p{N}])(?:[:;=8xX][-o^']?[)(\]DPpd3*/\\|](?![\p{L}\p{N}])|<3|<\/3|:'\(|\^_?\^|-_+-|\p{Extended_Pictographic}|[☹☺♥★])|\p{Extended_Pictographic}|[♥])|(?<tag>#[\p{L}\p{N}_]+)|(?<number>[$€£]?\d[\d.,:]*%?(?![\p{L}\p{N}]))|(?<word>[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’ʼ`-](?=[\p{L}\p{N}]))*)|(?<mark>[.!?…]+|[,;:()"“”\n—–|]+)/gu;

/** "#NeverAgain" is two words. */
const humps = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu;

/** Without capitals a tag is taken apart only where it begins or ends with what nobody writes by chance. */
const strongTag = /^#(?:(worst|terrible|horrible|awful|pathetic|useless|disgusting)(\p{L}{3,})|(\p{L}{3,})(fail|fails|sucks))$/u;

const isShouted = (word: string): boolean => word.length > 1 && /\p{Lu}/u.test(word) && word === word.toUpperCase();

/** More capitals than this, and nobody is louder than the rest. */
const allShouted = 0.6;

function* splitTag(text: string, start: number): Generator<{ text: string; start: number }> {
  const [, head, rest, first, tail] = strongTag.exec(text) ?? [];
  const parts = [head ?? first, rest ?? tail];
  if (parts[0] && parts[1]) {
    yield { text: parts[0], start: start + 1 };
    yield { text: parts[1], start: start + 1 + parts[0].length };
  } else for (const part of text.matchAll(humps)) yield { text: part[0], start: start + part.index };
}

function* readWords(text: string): Generator<{ text: string; start: number; kind: Token['kind'] }> {
  for (const match of text.matchAll(pattern)) {
    const { name, smiley, tag, number, word, mark } = match.groups ?? {};
    if (tag) for (const part of splitTag(tag, match.index)) yield { ...part, kind: 'word' };
    else if (name) yield { text: name, start: match.index, kind: 'name' };
    else if (smiley) yield { text: smiley, start: match.index, kind: 'smiley' };
    else if (number) yield { text: number, start: match.index, kind: 'number' };
    else if (word) yield { text: word, start: match.index, kind: 'word' };
    else if (mark) yield { text: mark, start: match.index, kind: 'mark' };
  }
}

/** The longest text that is read: what comes later in a long one seldom turns it round. */
const longest = 4_000;

/** In order of place. */
export function readTokens(text: string): Token[] {
  const raw = [...readWords(text.slice(0, longest))];
  const words = raw.filter(({ kind }) => kind === 'word');
  const quiet = words.filter(({ text: word }) => isShouted(word)).length <= words.length * allShouted;
  return raw.map(({ text: word, start, kind }) => ({
    text: kind === 'word' ? word.toLowerCase().replace(/[’ʼ`]/g, "'") : word,
    start,
    end: start + word.length,
    kind,
    capital: /^\p{Lu}/u.test(word),
    shouted: kind === 'word' && quiet && isShouted(word),
  }));
}

export const endsSentence = (token: Token): boolean => token.kind === 'mark' && /[.!?…\n]/.test(token.text);
