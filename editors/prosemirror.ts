import { type Editor, type Field, joinLines } from './_editor.ts';
import { paragraphs, paste } from './_events.ts';
import { execLines } from './_exec.ts';
import { signatures } from './_signatures.ts';
import { isBlock } from './_style.ts';

/** A document without paragraphs has one line. */
const hasLines = (field: Field): boolean => [...field.children].some(isBlock);

/** ProseMirror and TipTap. As plain text alone they lose blank lines. */
export default {
  name: 'ProseMirror',
  claims: (field) => field.matches(signatures.prosemirror),
  attempts: [(field, text) => paste(field, { plain: text, html: paragraphs(text) }), execLines],
  fit: (field, text) => (hasLines(field) ? text : joinLines(text)),
  insists: true,
} satisfies Editor;
