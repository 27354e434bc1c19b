import type { Editor } from './_editor.ts';
import { execLineBreaks } from './_exec.ts';
import { signatures } from './_signatures.ts';

/** Each block is a field of its own. A paste it takes for HTML or Markdown, cuts spaces off, and makes more blocks of. */
export default {
  name: 'WordPress',
  claims: (field) => field.matches(signatures.wordpress),
  attempts: [execLineBreaks],
} satisfies Editor;
