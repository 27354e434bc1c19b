/**
 * Nothing captured is lost when the tab closes or the background is stopped: a batch is written to `storage.local` first, then sent until it
 * is answered. The background removes it from storage once it is safe in the database, and looks there for batches whose page is gone.
 */
import type { Capture, Scanned } from '../../core/model.ts';

export interface Batch {
  key: string;
  captures: Capture[];
  scanned: Scanned[];
}

interface Options {
  keep: (batch: Batch) => Promise<void>;
  send: (batch: Batch) => Promise<unknown>;
  now: () => number;
  newKey: () => string;
  signal: AbortSignal;
}

export interface Outbox {
  add: (capture: Capture) => void;
  /** Counts a post as read. `hash` stands for its id, `community` for where on the site it stood. */
  count: (site: string, hash: number, community?: string) => void;
  /** Sends what waits at once (the page is being left). */
  flush: () => void;
}

/** At most seven batches a second leave a tab; counts alone are in no hurry. */
const spacing = 150;
const unhurried = 3_000;
const most = { captures: 50, hashes: 5_000, scanned: 50, communities: 200, tries: 8, waiting: 5_000 };
const hourLong = 3_600_000;

export function createOutbox({ keep, send, now, newKey, signal }: Options): Outbox {
  const captures = new Map<string, Capture>();
  const counts = new Map<string, { where: Omit<Scanned, 'posts'>; hashes: Set<number> }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let line: Promise<void> = Promise.resolve();
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function schedule(delay: number) {
    const at = Math.max(now() + delay, last + spacing);
    if (signal.aborted || at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(flush, at - now());
  }

  function take(): Batch | undefined {
    if (captures.size === 0 && counts.size === 0) return undefined;
    const ids = [...captures.keys()].slice(0, most.captures);
    const batch: Batch = { key: newKey(), captures: [], scanned: [] };
    for (const id of ids) {
      const capture = captures.get(id);
      if (capture) batch.captures.push(capture);
      captures.delete(id);
    }
    for (const [id, { where, hashes }] of [...counts].slice(0, most.scanned)) {
      batch.scanned.push({ ...where, posts: [...hashes] });
      counts.delete(id);
    }
    return batch;
  }

  function flush() {
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
    last = now();
    const batch = signal.aborted ? undefined : take();
    if (!batch) return;
    const kept = attempt(() => keep(batch));
    // One after the other, so that a background that does not answer is not shouted at by every batch.
    line = line.then(() => kept).then(() => deliver(batch));
    if (captures.size > 0 || counts.size > 0) schedule(spacing);
  }

  /** Also where it could not be kept: storage may be full, and the batch can still be sent. */
  async function deliver(batch: Batch) {
    for (let count = 0; count < most.tries && !signal.aborted; count += 1) {
      if (await attempt(() => send(batch))) return;
      await new Promise((resolve) => setTimeout(resolve, spacing * 2 ** count));
    }
  }

  return {
    add(capture) {
      // Later words of the same post replace those that have not left yet.
      const id = `${capture.site}:${capture.postId}`;
      if (captures.size < most.waiting || captures.has(id)) captures.set(id, capture);
      schedule(15);
    },
    count(site, hash, named) {
      const hour = Math.floor(now() / hourLong) * hourLong;
      // Past this many a page makes its communities up; its posts count for the site alone.
      const community = named && named.length <= 300 && counts.size < most.communities ? named : undefined;
      const id = `${site}:${hour}:${community ?? ''}`;
      const entry = counts.get(id) ?? { where: { site, hour, ...(community ? { community } : {}) }, hashes: new Set() };
      counts.set(id, entry);
      if (entry.hashes.size < most.hashes) entry.hashes.add(hash);
      schedule(unhurried);
    },
    flush,
  };
}

/** An orphaned script's calls throw at once instead of rejecting. */
async function attempt(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch {
    return false;
  }
}
