/** True at most once in so many milliseconds for each tab. */
export function createPace(every: number, now: () => number): (tabId: number | undefined) => boolean {
  const last = new Map<number, number>();
  return (tabId) => {
    if (tabId === undefined) return false;
    const at = now();
    if (at - (last.get(tabId) ?? -every) < every) return false;
    last.set(tabId, at);
    return true;
  };
}
