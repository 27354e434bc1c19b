/** Timers hold 31 bits of milliseconds (24.8 days), and a sleeping machine may ring them late but never early. */
const longest = 2_147_000_000;

/** One alarm, set anew whenever the time is known better. `onEnd` is called once the time has come. */
export function setEnd(onEnd: () => void, signal: AbortSignal): { set: (time: number | undefined) => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  function set(time: number | undefined) {
    clearTimeout(timer);
    if (time === undefined || signal.aborted) return;
    const left = time - Date.now();
    timer = setTimeout(left > longest ? () => set(time) : onEnd, Math.max(0, Math.min(left, longest)));
  }
  return { set };
}
