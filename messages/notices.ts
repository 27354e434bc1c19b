/**
 * What the background tells everyone, without being asked: kept in the extension's own storage, so that whoever opens later hears it too.
 * `watch` is read by content scripts. `popup` and `roundTab` lie in the session area, which web pages' processes are not given, and which
 * ends with the browser.
 */
import { browser } from 'wxt/browser';
import type { Keyword, Reply, Watch } from '../core/model.ts';
import type { RunningRound } from '../core/round.ts';

/** All a popup needs for its first picture, so that it need not wait for the database. */
export interface Snapshot {
  keywords: Keyword[];
  replies: Reply[];
  /** Mentions so far, by keyword. */
  counts: Record<string, number>;
}

/**
 * Something about the person's data that they must know. `restored`: the browser had lost the database and the second copy was put back.
 * `lost`: it had, and there was no good copy. `refused`: the browser gives us no database. `newer`: it is a later version's. `full`: no room.
 * `blocked`: an older page of ours keeps it from being brought up to date.
 */
export interface Notice {
  kind: 'restored' | 'lost' | 'refused' | 'newer' | 'full' | 'blocked';
  at: number;
  /** The pages of ours that were open: `dashboard.html#people`. */
  pages?: string[];
  /** The rows that came back, or were there before. */
  counts?: Record<string, number>;
}

/** What of a round is true only as long as its tab is there. The number of a tab means another one after the browser was restarted. */
export type RoundTab = Pick<RunningRound, 'tabId' | 'landed' | 'read'>;

type Published = { watch: Watch; notice: Notice; popup: Snapshot; round: Omit<RunningRound, keyof RoundTab>; roundTab: RoundTab };

const nameOfArea = (key: keyof Published) => (key === 'popup' || key === 'roundTab' ? 'session' : 'local');
const areaOf = (key: keyof Published) => browser.storage[nameOfArea(key)];

async function read<K extends keyof Published>(key: K): Promise<Published[K] | undefined> {
  return (await areaOf(key).get(key))[key] as Published[K] | undefined;
}

async function publish<K extends keyof Published>(key: K, value: Published[K]): Promise<void> {
  await areaOf(key).set({ [key]: value });
}

export const readWatch = (): Promise<Watch | undefined> => read('watch');
export const readSnapshot = (): Promise<Snapshot | undefined> => read('popup');
export const readNotice = (): Promise<Notice | undefined> => read('notice');

/** The round under way, if any. It outlives the browser, and then waits; one that was over is over. */
export async function readRound(): Promise<RunningRound | undefined> {
  const [round, tab] = await Promise.all([read('round'), read('roundTab')]);
  if (!round || (tab?.tabId === undefined && round.at >= round.stops.length)) return undefined;
  return { ...round, ...tab };
}

export const publishRoundTab = (tab: RoundTab): Promise<void> => publish('roundTab', tab);

export async function publishRound(round: RunningRound | undefined): Promise<void> {
  const { tabId, landed, read: posts, ...kept } = round ?? {};
  // First, so that what was read on one page is at no moment said of the next.
  await publishRoundTab({ ...(tabId === undefined ? {} : { tabId }), ...(landed ? { landed } : {}), ...(posts ? { read: posts } : {}) });
  await (round ? publish('round', kept as Published['round']) : browser.storage.local.remove('round'));
}

export const publishWatch = (watch: Watch): Promise<void> => publish('watch', watch);
export const publishSnapshot = (snapshot: Snapshot): Promise<void> => publish('popup', snapshot);
export const publishNotice = (notice: Notice): Promise<void> => publish('notice', notice);

/** The person has read it. */
export const dismissNotice = (): Promise<void> => browser.storage.local.remove('notice');

function watchKeys<T>(keys: readonly (keyof Published)[], ask: () => Promise<T>, onValue: (value: T) => void, signal: AbortSignal): void {
  // Where the browser keeps nothing at all, there is nothing to be told of.
  const tell = () =>
    void ask().then(
      (value) => !signal.aborted && onValue(value),
      () => {},
    );
  const onChanged = (changes: Record<string, unknown>, changed: string) => {
    if (keys.some((key) => changed === nameOfArea(key) && key in changes)) tell();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged), { once: true });
  tell();
}

/** Calls `onNotice` with the present notice, if any, and at each change, until `signal` ends. */
export const watchNotice = (onNotice: (notice: Notice | undefined) => void, { signal }: { signal: AbortSignal }): void =>
  watchKeys(['notice'], readNotice, onNotice, signal);

/** The same for the round under way. */
export const watchRound = (onRound: (round: RunningRound | undefined) => void, { signal }: { signal: AbortSignal }): void =>
  watchKeys(['round', 'roundTab'], readRound, onRound, signal);
