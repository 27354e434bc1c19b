/**
 * Keys, one after the other → the word that stands for a reply: `;` at the beginning of a word, and a space behind it. Read from the keys
 * themselves: what stands in a field a page can write too, and it is to learn no reply by that.
 */
const longest = 40;
const ofWords = /^[\p{L}\p{N}_.-]$/u;
const silent = new Set(['Shift', 'CapsLock', 'AltGraph', 'Dead']);

export interface TypedWord {
  /** `''` where a word begins, the word where one is complete. */
  key: (key: string) => string | undefined;
  forget: () => void;
}

export function createTypedWord(): TypedWord {
  let word: string | undefined;
  let isInWord = false;

  function begin(): string | undefined {
    word = isInWord ? undefined : '';
    isInWord = true;
    return word;
  }

  function end(): string | undefined {
    const complete = word || undefined;
    forget();
    return complete;
  }

  function add(key: string): void {
    if (word !== undefined) word = word.length < longest ? word + key.toLowerCase() : undefined;
    isInWord = true;
  }

  function takeBack(): void {
    word = word ? word.slice(0, -1) : undefined;
    isInWord = word !== undefined;
  }

  function forget(): void {
    word = undefined;
    isInWord = false;
  }

  return {
    key(key) {
      if (key === ';') return begin();
      if (key === ' ') return end();
      if (key === 'Backspace') takeBack();
      else if (ofWords.test(key)) add(key);
      else if (!silent.has(key)) forget();
      return undefined;
    },
    forget,
  };
}
