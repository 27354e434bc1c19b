import type { Editor } from './_editor.ts';
import { paragraphs, paste } from './_events.ts';
import { execInsert } from './_exec.ts';
import { signatures } from './_signatures.ts';

/** ProseMirror and TipTap. As plain text alone they lose blank lines. */
export default {
  name: 'ProseMirror',
  claims: (field) => field.matches(signatures.prosemirror),
  attempts: [(field, text) => paste(field, { plain: text, html: paragraphs(text) }), execInsert],
  insists: true,
} satisfies Editor;
