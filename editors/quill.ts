import type { Editor, Field } from './_editor.ts';
import { paste } from './_events.ts';
import { execLines } from './_exec.ts';
import { signatures } from './_signatures.ts';

const isQuill = (field: Field): boolean => field.matches(signatures.quill);
/** The first version catches pastes in an element of its own, beside the field, and ours with them: they would steal the focus. */
const catchesPastes = (field: Field): boolean => field.parentElement?.querySelector(':scope > .ql-clipboard') != null;

export const quill1 = {
  name: 'Quill 1',
  claims: (field) => isQuill(field) && catchesPastes(field),
  attempts: [execLines],
} satisfies Editor;

export const quill2 = {
  name: 'Quill 2',
  claims: (field) => isQuill(field) && !catchesPastes(field),
  attempts: [(field, text) => paste(field, { plain: text }), execLines],
} satisfies Editor;
