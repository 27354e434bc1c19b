import type { Editor } from './_editor.ts';
import { beforeInput, paste } from './_events.ts';
import { selectPrevious } from './_grapheme.ts';
import { signatures } from './_signatures.ts';

/** It looks at the selection every 100 ms only. */
const noticesAfter = 120;

/** It takes pastes of plain text alone; its history joins an insertion to the typing before it, unless that replaces something. */
export default {
  name: 'Slate',
  claims: (field) => field.matches(signatures.slate),
  attempts: [
    async (field, text) => beforeInput(field, 'insertFromPaste', (await selectPrevious(field, noticesAfter)) + text),
    (field, text) => paste(field, { plain: text }),
  ],
  noticesAfter,
  renders: '[data-slate-string="true"]',
} satisfies Editor;
