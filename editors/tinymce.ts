import type { Editor } from './_editor.ts';
import { brokenLines, paste } from './_events.ts';
import { execInsert } from './_exec.ts';
import { signatures } from './_signatures.ts';

/** In a frame of its own, or in the page. It makes of blocks a paragraph of their own behind what is there, and of plain text it loses the blank lines. */
export default {
  name: 'TinyMCE',
  claims: (field) => field.matches(signatures.tinymce),
  attempts: [(field, text) => paste(field, { plain: text, html: brokenLines(text) }), execInsert],
  insists: true,
} satisfies Editor;
