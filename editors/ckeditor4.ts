import type { Editor } from './_editor.ts';
import { brokenLines, paste } from './_events.ts';
import { signatures } from './_signatures.ts';

/** In a frame of its own, or in the page. As plain text it begins a new paragraph, and loses the blank lines. */
export default {
  name: 'CKEditor 4',
  claims: (field) => field.matches(signatures.ckeditor4),
  attempts: [(field, text) => paste(field, { plain: text, html: brokenLines(text) })],
} satisfies Editor;
