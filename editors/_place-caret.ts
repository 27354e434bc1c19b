/** Takes the caret back from the end of what was inserted to where it was wanted in it. */
import { selectionOf } from './_caret.ts';
import { type Field, isTextField, sleep } from './_editor.ts';
import { countGraphemes } from './_grapheme.ts';
import { letters, readAround } from './_read.ts';

export interface Wanted {
  /** All that is to stand before the caret, and what of the inserted text is to stand after it. */
  before: string;
  tail: string;
}

/** So many steps are made in one go: each makes the browser lay out the page. */
const atOnce = 40;
/** An editor may have a line more or less between two paragraphs than the text has. */
const mostCorrections = 12;

function step(field: Field, direction: 'forward' | 'backward'): void {
  selectionOf(field)?.modify('move', direction, 'character');
}

/** Where it is: before, after, or at the place; and between the same letters, on which line. */
function findWay(field: Field, wanted: string): 'forward' | 'backward' | undefined {
  const before = readAround(field)?.before;
  if (before === undefined) return undefined;
  const [is, want] = [letters(before).length, letters(wanted).length];
  if (is !== want) return is > want ? 'backward' : 'forward';
  const [hasBreak, wantsBreak] = [/\n\s*$/.test(before), /\n\s*$/.test(wanted)];
  if (hasBreak !== wantsBreak) return hasBreak ? 'backward' : 'forward';
  const [space, wantedSpace] = [countSpaces(before), countSpaces(wanted)];
  return space === wantedSpace ? undefined : space > wantedSpace ? 'backward' : 'forward';
}

/** Spaces on the caret's own line, behind its last letter. */
const countSpaces = (text: string): number => /[ \u00a0]*$/.exec(text)?.[0].length ?? 0;

/** Character by character, as a person would with the arrow key: every editor follows that. */
export async function placeCaret(field: Field, { before, tail }: Wanted, noticesAfter: number): Promise<void> {
  if (isTextField(field)) {
    field.setSelectionRange(before.length, before.length);
    return;
  }
  const steps = countGraphemes(tail);
  for (let i = 0; i < steps; i++) {
    step(field, 'backward');
    if (i % atOnce === atOnce - 1) await sleep(0);
  }
  let came: string | undefined;
  for (let i = 0; i < mostCorrections; i++) {
    const way = findWay(field, before);
    // There and back again: the place is between two that can be had.
    if (!way || (came && came !== way)) break;
    step(field, way);
    came = way;
  }
  await sleep(noticesAfter);
}
