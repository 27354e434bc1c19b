/**
 * The length of a text as X counts it (its published rules, third version): every link is 23, every emoji 2, letters of most alphabets 1,
 * and all else, the scripts of East Asia above all, 2.
 */
import { findWebLinks } from './web-links.ts';

const light: readonly (readonly [number, number])[] = [
  [0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
];

export const linkLength = 23;

const modified = '\\p{Extended_Pictographic}(?:\\ufe0f|\\p{Emoji_Modifier})?';
const flagOfPlace = '\\u{1f3f4}[\\u{e0061}-\\u{e007a}]+\\u{e007f}';
/** © and ® are letters until they are asked to be pictures. */
const emoji = new RegExp(
  `${flagOfPlace}|\\p{RI}\\p{RI}|[#*0-9]\\ufe0f?\\u20e3|[©®]\\ufe0f|(?![©®])${modified}(?:\\u200d(?:[♀♂⚕⚖✈]\\ufe0f?|${modified}))*`,
  'gu',
);

function weighChars(text: string): number {
  let length = 0;
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    length += light.some(([from, to]) => point >= from && point <= to) ? 1 : 2;
  }
  return length;
}

function weighWords(text: string): number {
  let emojis = 0;
  const others = text.replace(emoji, () => {
    emojis++;
    return '';
  });
  return emojis * 2 + weighChars(others);
}

export function countWeighted(raw: string): number {
  const text = raw.normalize('NFC');
  let length = 0;
  let last = 0;
  for (const { start, end } of findWebLinks(text)) {
    length += weighWords(text.slice(last, start)) + linkLength;
    last = end;
  }
  return length + weighWords(text.slice(last));
}
