/** Letters of other scripts that look like Latin ones. Folded only for keywords that ask for it: "Аcme" with a Cyrillic А is a trick, "Атом" is a word. */

/** Each Latin letter, and what is taken for it. Every one of them is a single UTF-16 unit, so that offsets survive. */
const looks: Readonly<Record<string, string>> = {
  A: 'АΑᎪꓮ',
  B: 'ВΒᏴꓐ',
  C: 'СϹᏟꓚ',
  D: 'ᎠꓓᗪԀ',
  E: 'ЕΕᎬꓰЁ',
  F: 'ϜꓝҒ',
  G: 'ԌᏀꓖ',
  H: 'НΗᎻꓧ',
  I: 'ІΙӀꓲЇ',
  J: 'ЈᎫꓙͿ',
  K: 'КΚᏦꓗҚ',
  L: 'ᏞꓡⅬ',
  M: 'МΜᎷꓟϺ',
  N: 'ΝꓠИ',
  O: 'ОΟՕꓳ',
  P: 'РΡᏢꓑ',
  Q: 'Ԛ',
  R: 'ᎡꓣЯ',
  S: 'ЅՏᏚꓢ',
  T: 'ТΤᎢꓔ',
  U: 'Սꓴ',
  V: 'ѴᏙꓦ',
  W: 'ԜᎳꓪ',
  X: 'ХΧꓫ',
  Y: 'УҮΥꓬϒ',
  Z: 'ΖᏃꓜ',
  a: 'аαɑᴀ',
  b: 'ЬʙᏏ',
  c: 'сϲᴄ',
  d: 'ԁᴅɖ',
  e: 'еҽᴇё',
  f: 'ꜰſ',
  g: 'ɡցɢ',
  h: 'һհʜ',
  i: 'іιɩɪїı\u1fbeꙇ',
  j: 'јϳᴊ',
  k: 'кκᴋ',
  l: 'ӏʟ',
  m: 'мᴍ',
  n: 'ոռɴп',
  o: 'оοօσᴏ',
  p: 'рρᴘϱ',
  q: 'ԛզ',
  r: 'гʀᴦ',
  s: 'ѕꜱ',
  t: 'тτᴛ',
  u: 'υսᴜ',
  v: 'νѵᴠ',
  w: 'ԝѡᴡա',
  x: 'хχ',
  y: 'уγүʏ',
  z: 'ᴢ',
};

const latinOf = new Map(Object.entries(looks).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)));
const others = new RegExp(`[${[...latinOf.keys()].join('')}]`, 'g');

/** The text with such letters as Latin ones, unit for unit; the very same string where there are none. */
export function seeAlike(text: string): string {
  return text.replace(others, (letter) => latinOf.get(letter) ?? letter);
}
