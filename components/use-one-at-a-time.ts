import { useState } from 'preact/hooks';

/** Does what it is given, once everything before it is done, and says what came of it; undefined where `what` is being done already. */
export type OneAtATime = <T>(what: string, work: () => Promise<T>) => Promise<T | undefined>;

/** Who presses twice in haste, or once more because nothing has come of the first press yet, wants it once. */
export const useOneAtATime = (): OneAtATime => useState(makeOneAtATime)[0];

function makeOneAtATime(): OneAtATime {
  const asked = new Set<string>();
  let line: Promise<unknown> = Promise.resolve();
  return async (what, work) => {
    if (asked.has(what)) return undefined;
    asked.add(what);
    const done = line.then(work).finally(() => asked.delete(what));
    line = done.catch(() => {});
    return done;
  };
}
