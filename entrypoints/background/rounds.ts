/**
 * Goes the round: one tab, one page after the other, each when the person says so. What is known of it is written down at every step, so
 * that a background that is stopped, a tab that is closed and a browser that is quit lose nothing.
 */
import { browser } from 'wxt/browser';
import { planRound, type RoundChoice, type RoundView, type RunningRound, type Stop, toRounds, viewRound } from '../../core/round.ts';
import { wordsOfQuery } from '../../core/search-words.ts';
import { publishRound, publishRoundTab, readRound } from '../../messages/notices.ts';
import { sendToTab } from '../../messages/send.ts';
import { listRoundSites } from '../../sites/_rounds.ts';
import { listSeen } from '../../storage/coverage.ts';
import { listKeywords } from '../../storage/keywords.ts';
import { listRounds, saveRounds } from '../../storage/rounds.ts';
import { inTurn } from './later.ts';
import { waitForBlank } from './tabs.ts';

export type Move = 'next' | 'skip' | 'stop' | 'continue' | 'inbox';

const oneByOne = inTurn();
/** Mentions of this long tell on which hosts the person reads. */
const lookedBack = 90 * 86_400_000;

/** A round goes nowhere the person has not let us listen: that is asked for where it is begun, never here. */
async function isGranted({ url }: Stop): Promise<boolean> {
  return browser.permissions.contains({ origins: [`https://${new URL(url).hostname}/*`] });
}

async function plan(choice: RoundChoice, now: number): Promise<Stop[]> {
  const [keywords, rounds, seen] = await Promise.all([listKeywords(), listRounds(), listSeen(now - lookedBack, 1_000)]);
  const searched = keywords.filter(({ paused }) => !paused).map(({ id, query }) => ({ id, words: wordsOfQuery(query) }));
  const stops = planRound({ sites: listRoundSites(seen), keywords: searched, rounds, choice, now });
  const granted = await Promise.all(stops.map(isGranted));
  return stops.filter((_, i) => granted[i]);
}

/** The tab of the round, in front; a new one where it was closed. */
async function openTab(tabId: number | undefined): Promise<number> {
  const tab = tabId === undefined ? undefined : await browser.tabs.update(tabId, { active: true }).catch(() => undefined);
  if (tab?.id !== undefined) return tab.id;
  const fresh = await browser.tabs.create({ url: 'about:blank', active: true });
  if (fresh.id === undefined) throw new Error('The browser opened no tab.');
  await waitForBlank(fresh.id);
  return fresh.id;
}

async function show(round: RunningRound): Promise<void> {
  const { read: _, landed: __, tabId, ...rest } = round;
  const stop = round.stops[round.at];
  // Past the last page the tab stays where it is, and its strip says how the round went.
  if (!stop) return publishRound(round);
  const opened = await openTab(tabId);
  // Written down before the page can ask for it.
  await publishRound({ ...rest, tabId: opened });
  await browser.tabs.update(opened, { url: stop.url });
}

async function end({ tabId }: RunningRound): Promise<void> {
  await publishRound(undefined);
  // No script may be there to hear it (a sign-in page, an error).
  if (tabId !== undefined) await sendToTab(tabId, 'tab/round', { shown: false }).catch(() => {});
}

/** @returns how many pages the round has; with none it is not begun */
export const startRound = (choice: RoundChoice, now: number): Promise<number> =>
  oneByOne(async () => {
    const stops = await plan(choice, now);
    const before = await readRound();
    if (stops.length > 0)
      await show({ stops, at: 0, startedAt: now, done: 0, skipped: 0, ...(before?.tabId ? { tabId: before.tabId } : {}) });
    return stops.length;
  });

/** A page counts as gone through where it was loaded and read, and the person went on from it. */
async function leave(round: RunningRound, to: 'next' | 'skip', now: number): Promise<RunningRound> {
  const stop = round.stops[round.at];
  const isDone = to === 'next' && round.read !== undefined && stop !== undefined;
  if (isDone) await saveRounds(toRounds(stop, now));
  return { ...round, at: round.at + 1, done: round.done + (isDone ? 1 : 0), skipped: round.skipped + (isDone ? 0 : 1) };
}

/** `fromTab` is the tab whose strip was pressed; absent for our own pages. @returns false where there is no round to move */
export const moveRound = (to: Move, now: number, fromTab?: number): Promise<boolean> =>
  oneByOne(async () => {
    const round = await readRound();
    if (!round || (fromTab !== undefined && fromTab !== round.tabId)) return false;
    if (to === 'stop' || to === 'inbox') await end(round);
    else if (to === 'continue') await show(round);
    else if (round.at < round.stops.length) await show(await leave(round, to, now));
    if (to === 'inbox') await browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') });
    return true;
  });

/** The round this tab goes. */
async function roundIn(tabId: number | undefined): Promise<RunningRound | undefined> {
  const round = await readRound();
  return round && tabId !== undefined && round.tabId === tabId ? round : undefined;
}

/** A page of the tab has begun. It is told which one is meant (none once the round is over), and whether it is the first since it was sent on. */
export const arrive = (tabId: number | undefined): Promise<{ url: string; landed: boolean } | undefined> =>
  oneByOne(async () => {
    const round = await roundIn(tabId);
    if (!round) return undefined;
    if (!round.landed) await publishRoundTab({ tabId: round.tabId, landed: true });
    return { url: round.stops[round.at]?.url ?? '', landed: !round.landed };
  });

export const viewOfTab = async (tabId: number | undefined): Promise<RoundView | undefined> => viewRound(await roundIn(tabId));

/** A page that is being left may still speak: only the one the round has come to is heard. */
export const noteRead = (tabId: number | undefined, { url, posts }: { url: string; posts: number }): Promise<void> =>
  oneByOne(async () => {
    const round = await roundIn(tabId);
    if (round?.stops[round.at]?.url === url)
      await publishRoundTab({ tabId: round.tabId, ...(round.landed ? { landed: true } : {}), read: { posts } });
  });

/** The round waits until it is continued; one that is over has nothing to wait for. */
export const onTabClosed = (tabId: number): Promise<void> =>
  oneByOne(async () => {
    const round = await roundIn(tabId);
    if (!round) return;
    const { tabId: _, read: __, landed: ___, ...rest } = round;
    await publishRound(round.at < round.stops.length ? rest : undefined);
  });

/** The keys: on to the next page; where the round waits, on with it; after it, to the inbox; without one, to where one is begun. */
export async function pressRoundKey(now: number): Promise<void> {
  const round = await readRound();
  if (round && round.at >= round.stops.length) await moveRound('inbox', now);
  else if (round) await moveRound(round.tabId === undefined ? 'continue' : 'next', now);
  else await browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html#coverage') });
}
