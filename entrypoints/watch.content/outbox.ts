/**
 * Nothing captured is lost when the tab closes or the background is stopped: a batch is written to `storage.local` first, then sent until it
 * is answered. The background removes it from storage once it is safe in the database, and looks there for batches whose page is gone.
 */
import type { Capture, RecentPost, Scanned } from '../../core/model.ts';
import { createAllowance } from './budget.ts';

export interface Batch {
  key: string;
  captures: Capture[];
  scanned: Scanned[];
  /** Posts scanned lately. Nothing is lost with them, so they are sent and never kept in storage. */
  recent?: RecentPost[];
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
  /** Calls back once nothing of this post waits for storage: at once where it was never added. `id` is its site and post id. */
  whenKept: (id: string, callback: () => void) => void;
  /** Counts a post as read. `hash` stands for its id, `community` for where on the site it stood. */
  count: (site: string, hash: number, community?: string) => void;
  /** False where `remember` would refuse a post with this id, so that it need not be made ready. */
  hasRoom: (id: string) => boolean;
  /** Hands over a post that was scanned, hit or not; false where the page has shown too many of late. */
  remember: (post: RecentPost) => boolean;
  /** Forgets the handed-over posts that have not left yet. */
  forget: () => void;
  /** The page is being left: hands over all that waits within this very call, as nothing of the page runs after it. */
  leave: () => void;
}

/** At most seven batches a second leave a tab; counts alone are in no hurry. */
const spacing = 150;
const unhurried = 3_000;
const most = { captures: 50, hashes: 5_000, scanned: 50, communities: 200, recent: 100, tries: 8, waiting: 5_000 };
/** A long thread opened at once is taken in; after it, no more than someone who scrolls fast comes by. */
const remembered = { burst: 300, perSecond: 200 / 60 };
/** No one waits longer for a storage that does not answer. */
const patience = 1_000;
/** Written and sent in a few milliseconds; fifty posts of hundreds of hits each would hold the page up. */
const heaviest = 200_000;
const hourLong = 3_600_000;

export function createOutbox({ keep, send, now, newKey, signal }: Options): Outbox {
  const captures = new Map<string, Capture>();
  const recent = new Map<string, RecentPost>();
  const allowance = createAllowance(remembered.burst, remembered.perSecond, now);
  const counts = new Map<string, { where: Omit<Scanned, 'posts'>; hashes: Set<number> }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let line: Promise<void> = Promise.resolve();
  /** Not known to be in storage yet. */
  const unkept = new Set<Batch>();
  /** Who waits for a post that is not in storage yet. */
  const hoping = new Map<string, (() => void)[]>();
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function schedule(delay: number) {
    const at = Math.max(now() + delay, last + spacing);
    if (signal.aborted || at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(flush, at - now());
  }

  function take(): Batch | undefined {
    if (captures.size === 0 && counts.size === 0 && recent.size === 0) return undefined;
    const batch: Batch = { key: newKey(), captures: takeSome(captures, most.captures), scanned: [] };
    for (const [id, { where, hashes }] of [...counts].slice(0, most.scanned)) {
      batch.scanned.push({ ...where, posts: [...hashes] });
      counts.delete(id);
    }
    const posts = takeSome(recent, most.recent);
    return posts.length > 0 ? { ...batch, recent: posts } : batch;
  }

  function flush() {
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
    last = now();
    const batch = signal.aborted ? undefined : take();
    if (!batch) return;
    const kept = store(batch);
    // One after the other, so that a background that does not answer is not shouted at by every batch.
    line = line.then(() => kept).then(() => deliver(batch));
    if (captures.size > 0 || counts.size > 0) schedule(spacing);
    else if (recent.size > 0) schedule(unhurried);
  }

  async function store(batch: Batch) {
    const { recent: posts, ...precious } = batch;
    if (precious.captures.length === 0 && precious.scanned.length === 0) return;
    unkept.add(batch);
    const tooLong = new Promise((resolve) => setTimeout(resolve, patience));
    await Promise.race([attempt(() => keep(precious)), tooLong]);
    unkept.delete(batch);
    for (const id of precious.captures.map(idOf)) {
      // Later words of it may wait again.
      if (captures.has(id)) continue;
      const told = hoping.get(id);
      hoping.delete(id);
      for (const callback of told ?? []) callback();
    }
  }

  /** Storage answers too late for a page that goes: the browser drops what it had not begun, so the background is told beside it. */
  function leave() {
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
    if (signal.aborted) return;
    for (const batch of unkept) void attempt(() => send(batch));
    for (let batch = take(); batch; batch = take()) {
      const left = batch;
      void store(left);
      void attempt(() => send(left));
    }
  }

  /** Also where it could not be kept: storage may be full, and the batch can still be sent. */
  async function deliver(batch: Batch) {
    for (let count = 0; count < most.tries && !signal.aborted; count += 1) {
      if (await attempt(() => send(batch))) return;
      await new Promise((resolve) => setTimeout(resolve, spacing * 2 ** count));
    }
  }

  /** For three batches: more than that has not been handed over in the time it takes one to leave. */
  const hasRoom = (id: string) => (recent.size < most.recent * 3 || recent.has(id)) && allowance.wait() === 0;

  return {
    add(capture) {
      // Later words of the same post replace those that have not left yet.
      const id = idOf(capture);
      if (captures.size < most.waiting || captures.has(id)) captures.set(id, capture);
      if (captures.has(id) && !hoping.has(id)) hoping.set(id, []);
      schedule(15);
    },
    whenKept(id, callback) {
      const told = hoping.get(id);
      if (told) told.push(callback);
      else callback();
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
    hasRoom,
    remember(post) {
      if (!hasRoom(post.id) || !allowance.take(1)) return false;
      recent.set(post.id, post);
      schedule(unhurried);
      return true;
    },
    forget: () => recent.clear(),
    leave,
  };
}

const idOf = ({ site, postId }: Capture) => `${site}:${postId}`;

/** Takes up to `count` values out of a map, oldest first, and fewer where they are heavy; one at least. */
function takeSome<T extends Capture | RecentPost>(map: Map<string, T>, count: number): T[] {
  const taken: T[] = [];
  let weight = 0;
  for (const [id, value] of map) {
    weight += weigh(value);
    if (taken.length >= count || (taken.length > 0 && weight > heaviest)) break;
    taken.push(value);
    map.delete(id);
  }
  return taken;
}

/** About how many characters it is in a message, near enough. */
function weigh(value: Capture | RecentPost): number {
  const hits = 'hits' in value ? value.hits.length + value.keywordIds.length : 0;
  const links = 'links' in value ? (value.links?.join('').length ?? 0) : 0;
  return value.text.length + hits * 50 + links + 500;
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
