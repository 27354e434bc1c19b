import type { Editor } from './_editor.ts';
import { execInsert } from './_exec.ts';
import { selectPrevious } from './_grapheme.ts';
import { signatures } from './_signatures.ts';

/** It makes a paragraph of each line of a paste, and leaves the blank ones out. */
export default {
  name: 'MediumEditor',
  claims: (field) => field.matches(signatures.mediumeditor),
  settlesAfter: 20,
  attempts: [async (field, text) => execInsert(field, (await selectPrevious(field)) + text)],
} satisfies Editor;
