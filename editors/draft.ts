import type { Editor } from './_editor.ts';
import { paste } from './_events.ts';
import { signatures } from './_signatures.ts';

/** Never by an editing command: on an empty field that takes the whole editor down (facebook/draft-js 2389 and others like it). */
export default {
  name: 'Draft.js',
  claims: (field) => field.matches(signatures.draft),
  attempts: [(field, text) => paste(field, { plain: text })],
  settlesAfter: 20,
  renders: '[data-text="true"]',
} satisfies Editor;
