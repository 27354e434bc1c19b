/** Names and words of others within a sentence of ours: written from right to left they would turn round what stands beside them. */

const isolates = /[\u202a-\u202e\u2066-\u2069]/g;
/** What letters of such a script may stand among. All others leave a sentence as it is. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** One that is opened, holds nothing that turns, and is closed. */
const isolated = /\u2068([^\n\u202a-\u202e\u2066-\u2069]*)\u2069/g;

/** `text`, as it is put into a sentence: apart from it (Unicode's FSI and PDI) where it has to be. */
export const isolate = (text: string): string =>
  rightToLeft.test(text) ? `\u2068${text.replace(isolates, '').replace(/\s+/g, ' ')}\u2069` : text;

/** A sentence in pieces: each second one is what was put into it, apart from the rest. */
export const splitIsolated = (sentence: string): string[] => sentence.split(isolated);

/** Each part of a sentence through `print`, and what was isolated through `wrap` besides. */
export const printIsolated = (sentence: string, print: (part: string) => string, wrap: (part: string) => string): string =>
  splitIsolated(sentence)
    .map((piece, i) => (i % 2 === 0 ? print(piece) : wrap(print(piece))))
    .join('');

/** The same sentence, `clean` of all that turns it but what is apart in it. */
export const keepIsolated = (sentence: string, clean: (text: string) => string): string =>
  printIsolated(sentence, clean, (piece) => `\u2068${piece}\u2069`);
