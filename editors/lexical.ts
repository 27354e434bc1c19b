import type { Editor } from './_editor.ts';
import { beforeInput, paste } from './_events.ts';
import { signatures } from './_signatures.ts';

/** An editing command mangles more than one line; `insertText` would keep a newline as a letter, which is lost when the text is published. */
export default {
  name: 'Lexical',
  claims: (field) => field.matches(signatures.lexical),
  attempts: [(field, text) => paste(field, { plain: text }), (field, text) => beforeInput(field, 'insertReplacementText', text)],
  renders: '[data-lexical-text="true"]',
} satisfies Editor;
