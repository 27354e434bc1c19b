/** The errand of a tab that was opened to answer a mention: remembered for ten minutes, or until the page reports that it is done. */
import { browser } from 'wxt/browser';
import type { Mention } from '../../core/model.ts';

export interface Errand {
  mentionId: string;
  postId: string;
  pressed: boolean;
  until: number;
}

const lasting = 600_000;
const keyOf = (tabId: number): string => `errand:${tabId}`;

/** A page may ask before the tab it is in is known to us by its number. */
let opening: Promise<unknown> = Promise.resolve();

export async function readErrand(tabId: number | undefined, now: number): Promise<Errand | undefined> {
  if (tabId === undefined) return undefined;
  await opening;
  const errand = (await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)] as Errand | undefined;
  return errand && errand.until > now ? errand : undefined;
}

export async function changeErrand(tabId: number | undefined, state: 'pressed' | 'done', now: number): Promise<void> {
  if (tabId === undefined) return;
  const errand = await readErrand(tabId, now);
  if (state === 'done' || !errand) await browser.storage.session.remove(keyOf(tabId));
  else await browser.storage.session.set({ [keyOf(tabId)]: { ...errand, pressed: true } });
}

export const endErrand = (tabId: number): Promise<void> => browser.storage.session.remove(keyOf(tabId));

/**
 * Opens the post in a new tab. The tab is given its address at once: one that is opened empty and sent on can end up empty, because the
 * browser may show the empty page after the navigation has begun.
 * @throws where the post has no address, or the browser opens no tab
 */
export async function beginErrand({ id, postId, url }: Mention, now: number): Promise<void> {
  if (!url || !/^https?:\/\//i.test(url)) throw new Error('This post has no address of its own.');
  const begun = openFor({ mentionId: id, postId, pressed: false, until: now + lasting }, url);
  opening = begun.catch(() => {});
  await begun;
}

async function openFor(errand: Errand, url: string): Promise<void> {
  const tab = await browser.tabs.create({ url, active: true });
  if (tab.id === undefined) throw new Error('The browser opened no tab.');
  await browser.storage.session.set({ [keyOf(tab.id)]: errand });
}
