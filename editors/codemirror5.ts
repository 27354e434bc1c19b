import { type Editor, isTextField } from './_editor.ts';
import { paste } from './_events.ts';
import { signatures } from './_signatures.ts';

/** The fifth version, by itself or as EasyMDE: typed into a textarea kept out of sight, or, where it is set so, into the lines it draws. */
export default {
  name: 'CodeMirror 5',
  claims: (field) => field.matches(signatures.codemirror5),
  attempts: [(field, text) => paste(field, { plain: text })],
  drawsIn: (field) =>
    isTextField(field) ? (field.closest('.CodeMirror')?.querySelector<HTMLElement>('.CodeMirror-code') ?? undefined) : undefined,
} satisfies Editor;
