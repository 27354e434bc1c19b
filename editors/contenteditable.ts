import { type Editor, isTextField } from './_editor.ts';
import { beforeInput, paste } from './_events.ts';
import { execInsert } from './_exec.ts';
import { selectPrevious } from './_grapheme.ts';
import { hasSignature } from './_signatures.ts';

/** Any other editable element: bare, or of an editor not known here. A paste does nothing where nobody handles it. */
export default {
  name: 'contenteditable',
  claims: (field) => !isTextField(field) && !hasSignature(field),
  settlesAfter: 20,
  attempts: [
    // A page that takes pastes into its own hands may do so with an editing command, and then keeps the browser from pasting as well.
    async (field, text) => {
      const { prevented } = paste(field, { plain: (await selectPrevious(field, 25)) + text });
      return { prevented, unheard: !prevented };
    },
    async (field, text) => execInsert(field, (await selectPrevious(field)) + text),
    (field, text) => beforeInput(field, 'insertText', text),
  ],
} satisfies Editor;
