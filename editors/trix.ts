import type { Editor } from './_editor.ts';
import { paste } from './_events.ts';
import { signatures } from './_signatures.ts';

export default {
  name: 'Trix',
  claims: (field) => field.matches(signatures.trix),
  attempts: [(field, text) => paste(field, { plain: text })],
} satisfies Editor;
