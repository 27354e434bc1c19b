/** A tree, written out again as a person would type it. */
import { quote } from './template-arguments.ts';
import type { Condition, DateNode, DateStep, IfNode, LinkNode, Operand, TemplateNode } from './template-tree.ts';
import { linkParts } from './template-tree.ts';

/** Backslashes before braces count for two; see template-tags.ts. */
const printText = (text: string): string => text.replace(/(\\*)\{\{/g, (_, slashes: string) => `${slashes}${slashes}\\{{`);

const printOperand = (operand: Operand): string =>
  operand.type === 'name' ? operand.name : operand.type === 'number' ? operand.value : quote(operand.value);

const strength = { or: 0, and: 1, not: 2, exists: 3, compare: 3 } as const;

export function printCondition(condition: Condition): string {
  switch (condition.type) {
    case 'exists':
      return condition.name;
    case 'compare':
      return `${printOperand(condition.left)} ${condition.operator} ${printOperand(condition.right)}`;
    case 'not':
      return `not ${inBrackets(condition.child, strength.not)}`;
    default: {
      const least = strength[condition.type];
      // On the right the same again needs brackets: it would be read from the left.
      return `${inBrackets(condition.left, least)} ${condition.type} ${inBrackets(condition.right, least + 1)}`;
    }
  }
}

const inBrackets = (condition: Condition, least: number): string =>
  strength[condition.type] < least ? `(${printCondition(condition)})` : printCondition(condition);

/** One that is never closed goes on to the end: behind its last words stands no tag. */
function printIf({ branches, otherwise, close }: IfNode): string {
  const endsBeforeTag = (isLast: boolean) => !isLast || close !== undefined;
  const blocks = branches.map(({ condition, written, nodes }, i) => {
    const asked = condition ? printCondition(condition) : written;
    const isLast = !otherwise && i === branches.length - 1;
    return `{{${i === 0 ? '#if' : 'else if'}${asked ? ` ${asked}` : ''}}}${printTemplate(nodes, endsBeforeTag(isLast))}`;
  });
  const rest = otherwise ? `{{else}}${printTemplate(otherwise.nodes, endsBeforeTag(true))}` : '';
  return `${blocks.join('')}${rest}${close ? '{{/if}}' : ''}`;
}

const printStep = ({ amount, unit }: DateStep): string => `${amount < 0 || Object.is(amount, -0) ? '-' : '+'}${Math.abs(amount)}${unit}`;

function printDate({ steps, format, lang, zone }: DateNode): string {
  const words = [
    'date',
    ...steps.map(printStep),
    ...(format === undefined ? [] : [quote(format)]),
    ...(lang === undefined ? [] : [`lang=${quote(lang)}`]),
    ...(zone === undefined ? [] : [`zone=${quote(zone)}`]),
  ];
  return `{{${words.join(' ')}}}`;
}

function printLink({ address, parts }: LinkNode): string {
  const said = linkParts.flatMap((part) => (parts[part] === undefined ? [] : [`${part}=${quote(parts[part])}`]));
  return `{{${['link', quote(address), ...said].join(' ')}}}`;
}

function printNode(node: TemplateNode): string {
  switch (node.type) {
    case 'text':
      return printText(node.text);
    case 'value':
      return `{{${node.name}${node.fallback === undefined ? '' : `|${node.fallback}`}}}`;
    case 'if':
      return printIf(node);
    case 'choose':
      return `{{choose ${node.options.map((option) => quote(printTemplate(option))).join(' ')}}}`;
    case 'date':
      return printDate(node);
    case 'ask':
      return `{{ask ${quote(node.question)}${node.preset === undefined ? '' : `|${node.preset}`}}}`;
    case 'cursor':
      return '{{cursor}}';
    case 'snippet':
      return `{{snippet ${quote(node.shortcut)}}}`;
    case 'link':
      return printLink(node);
    case 'broken':
      return node.source;
  }
}

/** Backslashes that end a text before a tag are doubled, so that they stay backslashes; `beforeTag`: one follows these nodes. */
export function printTemplate(nodes: readonly TemplateNode[], beforeTag = false): string {
  const parts = nodes.map(printNode);
  return parts
    .map((part, i) => {
      const next = parts[i + 1];
      const ends = next === undefined ? beforeTag : next.startsWith('{{');
      return ends && nodes[i]?.type === 'text' ? part.replace(/(\\+)(\{?)$/, '$1$1$2') : part;
    })
    .join('');
}
