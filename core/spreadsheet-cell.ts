/**
 * A cell that begins like a formula is run by the spreadsheet that opens it. Such a cell is written with an apostrophe before it, which is
 * taken off when our own file is read again. https://owasp.org/www-community/attacks/CSV_Injection
 */

/** Behind spaces, apostrophes and line breaks too; the full-width signs are read as signs by some. */
const dangerous = /^['’\s]*[=+\-@＝＋－＠|%]|^['’]*[\t\r\n\0]/;

export const guardCell = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

export const readGuardedCell = (text: string): string => (text.startsWith("'") && dangerous.test(text) ? text.slice(1) : text);
