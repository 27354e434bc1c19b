/**
 * A canned reply's body → the text that is put into a reply box. docs/reply-language.md says what may stand in it.
 *
 * `{{author.firstName}}` is filled in; `{{author.firstName|there}}` falls back to "there"; `{{author.firstName|}}` to nothing. What has neither
 * value nor fallback, and what cannot be read, stays as it was written and is reported: such a text must not be inserted.
 */
import { type Known, lintTemplate, listInner } from './template-lint.ts';
import { readTemplate } from './template-reader.ts';
import type { ParsedTemplate, TemplateNode } from './template-tree.ts';

export { guessFirstName } from './first-name.ts';
export { variablesFrom } from './reply-values.ts';
export { type Ask, type Filled, fillTemplate, type Gap, type World } from './template-fill.ts';
export type { Known } from './template-lint.ts';
export { type VariableName, type Variables, variableNames } from './template-names.ts';
export { printTemplate } from './template-print.ts';
export type { ParsedTemplate, TemplateNode, TemplateProblem } from './template-tree.ts';

/** Takes a body apart, with all that is wrong in it, in the order it stands in. Never throws, whatever was written. */
export function parseTemplate(body: string, known: Known = {}): ParsedTemplate {
  const { nodes, problems } = readTemplate(body);
  const all = [...problems, ...lintTemplate(body, nodes, known)];
  return { nodes, problems: all.sort((a, b) => a.start - b.start || a.end - b.end) };
}

const listIn = (nodes: readonly TemplateNode[]): string[] =>
  nodes.flatMap((node) => (node.type === 'value' ? [node.name] : listInner(node).flatMap(listIn)));

/** The variables a body puts in, each once. */
export const listVariables = (body: string): string[] => [...new Set(listIn(readTemplate(body).nodes))];
