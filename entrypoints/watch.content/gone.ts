import type { Gone } from '../../core/model.ts';

const pause = 800;
const most = { once: 50, page: 500 };

/** Tells of the posts that their page says are gone, each once; which of them are kept is known to the background alone. */
export function createGone(look: () => readonly Gone[], tell: (posts: Gone[]) => Promise<unknown>, signal: AbortSignal): () => void {
  const told = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  /** A page may hold anything. */
  function lookCalmly(): readonly Gone[] {
    try {
      return look();
    } catch {
      return [];
    }
  }

  function leave() {
    timer = undefined;
    const fresh = lookCalmly()
      .filter(({ postId }) => !told.has(postId) && told.size < most.page)
      .slice(0, most.once);
    for (const { postId } of fresh) told.add(postId);
    if (fresh.length > 0) tell(fresh).catch(() => {});
  }

  return () => {
    timer ??= setTimeout(leave, pause);
  };
}
