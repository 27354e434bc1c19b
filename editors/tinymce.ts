import type { Editor } from './_editor.ts';
import { paragraphs, paste } from './_events.ts';
import { execInsert } from './_exec.ts';
import { signatures } from './_signatures.ts';

/** In a frame of its own, or in the page. */
export default {
  name: 'TinyMCE',
  claims: (field) => field.matches(signatures.tinymce),
  attempts: [(field, text) => paste(field, { plain: text, html: paragraphs(text) }), execInsert],
  insists: true,
} satisfies Editor;
