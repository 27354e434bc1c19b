/** Which posts each mute kept away on this page, told now and then: a person who muted something can see later what that does. */
type Posts = { muteId: string; posts: number[] }[];

const unhurried = 2_000;
const most = { mutes: 100, posts: 500 };

export function createKeptAway(send: (posts: Posts) => Promise<unknown>, signal: AbortSignal) {
  const waiting = new Map<string, Set<number>>();
  const told = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function flush() {
    clearTimeout(timer);
    timer = undefined;
    if (signal.aborted || waiting.size === 0) return;
    const posts = [...waiting].map(([muteId, hashes]) => ({ muteId, posts: [...hashes] }));
    waiting.clear();
    // Lost where nobody answers: the count is of posts known to be kept away, never more.
    void Promise.resolve()
      .then(() => send(posts))
      .catch(() => {});
  }
  return {
    /** `hash` stands for the post's id. */
    add(muteId: string, hash: number) {
      const key = `${muteId} ${hash}`;
      const hashes = waiting.get(muteId) ?? new Set();
      if (told.has(key) || hashes.size >= most.posts || (hashes.size === 0 && waiting.size >= most.mutes)) return;
      if (told.size > 20_000) told.clear();
      told.add(key);
      waiting.set(muteId, hashes.add(hash));
      timer ??= setTimeout(flush, unhurried);
    },
    flush,
  };
}
