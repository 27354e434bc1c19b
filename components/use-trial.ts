import { useEffect, useState } from 'preact/hooks';
import { suggestGuard } from '../core/suggest-guard.ts';
import { compareTrials, type Trial, type Tried, type TriedPost, tryByPost } from '../core/try-query.ts';
import type { TryResult } from './try-panel.tsx';

export interface NamedPost {
  site: string;
  url?: string | undefined;
}

/** What the editor of a keyword needs to know about the posts there are. */
export interface Trying {
  listPosts: () => Promise<readonly TriedPost[]>;
  /** Where a post stands, as people call it. */
  nameSite: (post: NamedPost) => string;
  /** The sites that a query may name. */
  sites: readonly string[];
}

/** After the last key: long enough not to run for every letter, short enough to feel at once. */
const pause = 160;

/** The posts to try on, read when they are first wanted and again when the window comes back to the front. */
export function usePosts({ listPosts }: Trying, wanted: boolean): readonly TriedPost[] | undefined {
  const [posts, setPosts] = useState<readonly TriedPost[]>();
  useEffect(() => {
    if (!wanted) return;
    let ended = false;
    const read = () =>
      listPosts().then(
        (list) => !ended && setPosts(list),
        () => !ended && setPosts((before) => before ?? []),
      );
    void read();
    addEventListener('focus', read);
    return () => {
      ended = true;
      removeEventListener('focus', read);
    };
  }, [wanted, listPosts]);
  return posts;
}

/** How long the page may be kept from anything else. */
const slice = 12;
const breathe = () => new Promise((resolve) => setTimeout(resolve));

/** @throws once `signal` is aborted. */
async function tryInSlices(tried: Tried, posts: readonly TriedPost[], signal: AbortSignal): Promise<Trial> {
  const steps = tryByPost(tried, posts);
  let since = performance.now();
  for (let step = steps.next(), n = 1; ; step = steps.next(), n++) {
    if (step.done) return step.value;
    if (n % 50 > 0 || performance.now() - since < slice) continue;
    await breathe();
    signal.throwIfAborted();
    since = performance.now();
  }
}

const isSame = (a: Tried, b: Tried): boolean => a.query === b.query && (a.lookalikes ?? false) === (b.lookalikes ?? false);

async function run(tried: Tried, saved: Tried | undefined, posts: readonly TriedPost[], signal: AbortSignal): Promise<TryResult> {
  const trial = await tryInSlices(tried, posts, signal);
  const before = saved && !isSame(saved, tried) ? await tryInSlices(saved, posts, signal) : undefined;
  await breathe();
  signal.throwIfAborted();
  return { trial, difference: before && compareTrials(before, trial), guard: suggestGuard(tried, trial.found, posts) };
}

/** What the query finds in the posts, a moment after it was typed. What was shown stays until then. */
export function useTrial(tried: Tried, saved: Tried | undefined, posts: readonly TriedPost[] | undefined): TryResult | undefined {
  const [result, setResult] = useState<TryResult>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a query is the same if it says the same.
  useEffect(() => {
    if (tried.query.trim() === '') setResult(undefined);
    if (!posts || tried.query.trim() === '') return;
    const stop = new AbortController();
    const timer = setTimeout(() => void run(tried, saved, posts, stop.signal).then(setResult, () => {}), pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [tried.query, tried.lookalikes, saved?.query, saved?.lookalikes, posts]);
  return result;
}
