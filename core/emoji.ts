/** Where one emoji ends and the next begins: families, flags and the like are made of several characters that are emoji themselves. */

const joiner = '\u200d';
/** What makes several emoji one: joiners between them, and the letters that say which flag a black flag is. */
const bonds =
  /(?<=\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)\u200d(?=\p{Extended_Pictographic})|(?<=\u{1f3f4})[\u{e0020}-\u{e007f}]+/gu;
const tags = /[\u{e0020}-\u{e007f}]+/uy;
/** 🤷 is meant by those who write 🤷‍♀️, as 👍 is by those who write 👍🏽. */
const gender = /\u200d[♀♂]\ufe0f?/uy;
const regional = /^[\u{1f1e6}-\u{1f1ff}]$/u;
const pictograph = /^\p{Extended_Pictographic}/u;

export const bondsOf = (text: string): string => text.match(bonds)?.join('') ?? '';

/** How many letters of flags stand right before `index`: two and two of them are a flag. */
function countRegional(text: string, index: number): number {
  let count = 0;
  while (index >= 2 * (count + 1) && regional.test(text.slice(index - 2 * (count + 1), index - 2 * count))) count++;
  return count;
}

function skip(text: string, index: number, pattern: RegExp): number {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : index;
}

/**
 * Where symbols end that stand from `start` to `end`, with what belongs to them; -1 where they are only a part of an emoji: a man of a
 * family, or the end of one flag and the beginning of another. `wanted` are the bonds of what was looked for.
 */
export function wholeEmoji(text: string, start: number, end: number, wanted: string): number {
  if (text[start - 1] === joiner && pictograph.test(text.slice(start, end))) return -1;
  const flags = countRegional(text, end);
  if (flags > 0) {
    const own = countRegional(text.slice(start, end), end - start);
    if ((flags - own) % 2 === 1 || (own % 2 === 1 && regional.test(text.slice(end, end + 2)))) return -1;
  }
  const tagged = skip(text, end, tags);
  const isFlag = text.slice(start, end).endsWith('\u{1f3f4}');
  const whole = isFlag ? tagged : end;
  if (bondsOf(text.slice(start, whole)) !== wanted) return -1;
  const stop = skip(text, whole, gender);
  return text[stop] === joiner && pictograph.test(text.slice(stop + 1, stop + 3)) && pictograph.test(text.slice(start, end)) ? -1 : stop;
}
