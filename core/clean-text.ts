/** A stranger's words, before they are printed into a file: nothing in them turns a line round, ends it unseen or is half a letter. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out.
const disturbing = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** A tab begins a cell, and a cell may be a formula. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(disturbing, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');

export const oneLine = (text: string): string =>
  cleanText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();

export const escapeHtml = (text: string): string => text.replace(/[&<>"'`=]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** As words in Markdown: no heading, list, link, image, table, code or markup of its own. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/gm, '$1\\$2');
