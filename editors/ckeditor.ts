import type { Editor } from './_editor.ts';
import { paragraphs, paste } from './_events.ts';
import { signatures } from './_signatures.ts';

export default {
  name: 'CKEditor 5',
  claims: (field) => field.matches(signatures.ckeditor),
  attempts: [(field, text) => paste(field, { plain: text, html: paragraphs(text) })],
} satisfies Editor;
