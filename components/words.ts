/** Every word we show, by its key in public/_locales. A key that is not there does not compile. */
import { browser } from 'wxt/browser';
import type messages from '../public/_locales/en/messages.json';

export type WordKey = keyof typeof messages;

export function word(key: WordKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String)) || key;
}

/** "1 mention", "2 mentions": the number is the message's first value. */
export function wordFor(count: number, one: WordKey, many: WordKey, ...values: (string | number)[]): string {
  return word(count === 1 ? one : many, formatNumber(count), ...values);
}

const numbers = new Intl.NumberFormat('en');
export function formatNumber(n: number): string {
  return numbers.format(n);
}
