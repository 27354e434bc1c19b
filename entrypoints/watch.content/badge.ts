const pause = 500;
/** A background that is just being started is asked again, each time after twice as long. */
const mostTries = 7;

/** Tells a number at once when it changes, then at most twice a second; one that was not heard is told again. */
export function createBadge(tell: (count: number) => Promise<unknown>, signal: AbortSignal): (count: number) => void {
  let told = 0;
  let count = 0;
  let failed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  async function go() {
    if (count === told) {
      timer = undefined;
      return;
    }
    const now = count;
    try {
      await tell(now);
      told = now;
      failed = 0;
    } catch {
      failed += 1;
    }
    if (signal.aborted) return;
    timer = failed < mostTries ? setTimeout(go, pause * 2 ** failed) : undefined;
  }
  return (next) => {
    if (next !== count) failed = 0;
    count = next;
    timer ??= setTimeout(go, 50);
  };
}
