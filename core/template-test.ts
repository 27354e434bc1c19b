/** Is a condition true of what is known? */

import { listNames } from './template-condition.ts';
import { isOwnName } from './template-names.ts';
import type { Condition, Operand, Operator } from './template-tree.ts';

export type Values = Readonly<Record<string, string | undefined>>;

export const readValue = (values: Values, name: string): string => (Object.hasOwn(values, name) ? (values[name] ?? '').trim() : '');

const isNumber = (text: string): boolean => /^-?\d+([.,]\d+)?$/.test(text);
const numberOf = (text: string): number => Number(text.replace(',', '.'));
const plain = (text: string): string => text.normalize('NFC').toLowerCase();

/** Nothing is known of a missing value: it is neither less nor more than anything, nor other than it. */
function compare(left: string, operator: Operator, right: string): boolean {
  if (left === '' || right === '') return operator === '=' && left === right;
  const bothNumbers = isNumber(left) && isNumber(right);
  const [a, b] = [numberOf(left), numberOf(right)];
  switch (operator) {
    case '=':
      return bothNumbers ? a === b : plain(left) === plain(right);
    case '!=':
      return bothNumbers ? a !== b : plain(left) !== plain(right);
    case 'contains':
      return plain(left).includes(plain(right));
    case '<':
      return bothNumbers && a < b;
    case '<=':
      return bothNumbers && a <= b;
    case '>':
      return bothNumbers && a > b;
    case '>=':
      return bothNumbers && a >= b;
  }
}

const read = (operand: Operand, values: Values): string =>
  operand.type === 'name' ? readValue(values, operand.name) : operand.value.trim();

export function isTrue(condition: Condition, values: Values): boolean {
  switch (condition.type) {
    case 'exists':
      return readValue(values, condition.name) !== '';
    case 'compare':
      return compare(read(condition.left, values), condition.operator, read(condition.right, values));
    case 'not':
      return !isTrue(condition.child, values);
    case 'and':
      return isTrue(condition.left, values) && isTrue(condition.right, values);
    case 'or':
      return isTrue(condition.left, values) || isTrue(condition.right, values);
  }
}

/** A name that nobody knows would decide by being empty; it is told instead. */
export const findUnknownName = (condition: Condition, values: Values): string | undefined =>
  listNames(condition).find(({ name }) => !isOwnName(name) && !Object.hasOwn(values, name))?.name;
