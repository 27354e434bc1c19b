import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Keyword, Round, Settings } from '../core/model.ts';
import { planRound, type RoundChoice, type RoundSite, type RoundView, type RunningRound, type Stop, viewRound } from '../core/round.ts';
import { wordsOfQuery } from '../core/search-words.ts';
import type { RoundMove } from './round-bar.tsx';
import { type KeptChoice, keepChoice, readChoice, toRoundChoice } from './round-choice.ts';
import { useObservable } from './use-observable.ts';

interface Watched<T> {
  subscribe: (onValue: (value: T) => void, onError?: (error: unknown) => void) => { unsubscribe: () => void };
}

/** What a page does to show rounds; components reach nothing by themselves. */
export interface RoundTools {
  watchRound: (onRound: (round: RunningRound | undefined) => void, options: { signal: AbortSignal }) => void;
  watchKept: () => Watched<{ rounds: Round[]; used: { site: string; host?: string }[] }>;
  listSites: (used: readonly { site: string; host?: string }[]) => RoundSite[];
  isAllowed: (site: RoundSite) => Promise<boolean>;
  /** Asks the person; called before anything is awaited, or browsers show no prompt. */
  allow: (site: RoundSite) => Promise<boolean>;
  start: (choice: RoundChoice) => Promise<number>;
  move: (to: RoundMove) => Promise<unknown>;
}

export interface Rounds {
  view: RoundView | undefined;
  kept: KeptChoice;
  /** Told from what is kept at that very moment: a second click may come before the first was drawn, and another page may keep it too. */
  keep: (change: (before: KeptChoice) => Partial<KeptChoice>) => void;
  /** Sites that can be gone to, and those that would have to be allowed first. */
  sites: readonly RoundSite[];
  unallowed: readonly RoundSite[];
  keywords: readonly Keyword[];
  rounds: readonly Round[];
  stops: readonly Stop[];
  /** False until the browser has said what is allowed. */
  ready: boolean;
  choice: RoundChoice;
  recheck: () => void;
}

export function useRounds(tools: RoundTools, all: readonly Keyword[], places: Settings['places'] | undefined): Rounds {
  const view = viewRound(useRunning(tools));
  const { value } = useObservable(tools.watchKept, []);
  const [kept, setKept] = useState(readChoice);
  const candidates = useMemo(() => tools.listSites(value?.used ?? []), [tools, value?.used]);
  const [allowed, recheck] = useAllowed(tools, candidates);
  const keywords = useMemo(() => all.filter(({ paused }) => !paused), [all]);
  const listening = candidates.filter(({ id, host }) => (places?.[id] ?? places?.[host])?.listen !== false);
  const sites = listening.filter((site) => allowed?.has(site.id + site.host));
  const unallowed = candidates.filter((site) => allowed && !allowed.has(site.id + site.host));
  const choice = toRoundChoice(
    kept,
    sites.map(({ id }) => id),
    keywords.map(({ id }) => id),
  );
  const searched = useMemo(() => keywords.map(({ id, query }) => ({ id, words: wordsOfQuery(query) })), [keywords]);
  const rounds = value?.rounds ?? [];
  return {
    view,
    kept,
    keep: (change) => {
      const before = readChoice();
      const next = { ...before, ...change(before) };
      keepChoice(next);
      setKept(next);
    },
    sites,
    unallowed,
    keywords,
    rounds,
    stops: planRound({ sites, keywords: searched, rounds, choice, now: Date.now() }),
    ready: allowed !== undefined && value !== undefined,
    choice,
    recheck,
  };
}

function useRunning(tools: RoundTools): RunningRound | undefined {
  const [round, setRound] = useState<RunningRound>();
  useEffect(() => {
    const stop = new AbortController();
    tools.watchRound(setRound, { signal: stop.signal });
    return () => stop.abort();
  }, [tools]);
  return round;
}

function useAllowed(tools: RoundTools, candidates: readonly RoundSite[]): [ReadonlySet<string> | undefined, () => void] {
  const [allowed, setAllowed] = useState<ReadonlySet<string>>();
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is how the browser is asked anew.
  useEffect(() => {
    void Promise.all(candidates.map(async (site) => ((await tools.isAllowed(site)) ? [site.id + site.host] : []))).then((found) =>
      setAllowed(new Set(found.flat())),
    );
  }, [candidates, asked]);
  return [allowed, () => setAsked((n) => n + 1)];
}
