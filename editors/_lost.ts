/** Some boxes are replaced or emptied a moment after they first got the focus: what was read back in them is gone then. */
import { type Field, sleep } from './_editor.ts';
import { isNew } from './_find.ts';
import { letters, readField } from './_read.ts';

/**
 * Begun before a text is put into a field; what it returns tells half a second later whether nothing is left of it. Of a field that has had the
 * focus for a while that is known at once; and once the person has pressed anything, what becomes of the text is their doing.
 */
export function watchLoss(field: Field): () => Promise<boolean> {
  if (!isNew(field)) return async () => false;
  const was = letters(readField(field));
  const acted = new AbortController();
  const onAct = (event: Event) => event.isTrusted && acted.abort();
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, onAct, { capture: true, signal: acted.signal });
  const isGone = () => !field.isConnected || field.getClientRects().length === 0 || letters(readField(field)) === was;
  return async () => {
    const until = performance.now() + 500;
    while (!acted.signal.aborted && !isGone() && performance.now() < until) await sleep(50);
    const isLost = !acted.signal.aborted && isGone();
    acted.abort();
    return isLost;
  };
}
