/** Tells a number at once when it changes, then at most twice a second. */
export function createBadge(tell: (count: number) => Promise<unknown>, signal: AbortSignal): (count: number) => void {
  let told = 0;
  let count = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function go() {
    timer = undefined;
    if (count === told) return;
    told = count;
    timer = setTimeout(go, 500);
    // Only a number on a button: where nobody hears it, the next one will do.
    void Promise.resolve()
      .then(() => tell(count))
      .catch(() => {});
  }
  return (next) => {
    count = next;
    timer ??= setTimeout(go, 50);
  };
}
