import type { Editor } from './_editor.ts';
import { paste } from './_events.ts';
import { execInsert } from './_exec.ts';
import { signatures } from './_signatures.ts';

export default {
  name: 'CodeMirror',
  claims: (field) => field.matches(signatures.codemirror),
  attempts: [(field, text) => paste(field, { plain: text }), execInsert],
} satisfies Editor;
