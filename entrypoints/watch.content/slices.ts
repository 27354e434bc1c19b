import type { Allowance } from './budget.ts';

/** Longest stretch of work before the page gets its turn. */
const slice = 5;
/** The same where nobody sees the page. Browsers let timers of hidden pages go off once a second or less, so that short slices would take minutes. */
const unseen = 40;
/** So many one right after the other; where there is work beyond that, the page has at least every other turn as long as ours. */
const eager = 60;

/**
 * Work that is done at once while there is little of it, and in short slices when there is much. `step` does one piece and says whether more
 * is left. Nothing is scheduled while nothing is left.
 */
export function createSlices(step: () => boolean, budget: Allowance, signal: AbortSignal): { run: () => void } {
  let waiting = false;
  let inARow = 0;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => resume();
  signal.addEventListener('abort', () => channel.port1.close(), { once: true });

  function resume() {
    waiting = false;
    run();
  }
  function later() {
    waiting = true;
    const wait = budget.wait();
    inARow += 1;
    if (wait > 0 || inARow > eager) setTimeout(resume, Math.max(wait, slice));
    else channel.port2.postMessage(0);
  }
  function run() {
    if (waiting || signal.aborted) return;
    if (budget.wait() > 0) return later();
    const start = performance.now();
    const longest = document.hidden ? unseen : slice;
    let more = true;
    while (more && performance.now() - start < longest) more = step();
    budget.take(performance.now() - start);
    if (more) later();
    else inARow = 0;
  }
  return { run };
}
