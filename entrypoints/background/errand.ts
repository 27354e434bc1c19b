/** The errand of a tab that was opened to answer a mention: remembered for ten minutes, or until the page reports that it is done. */
import { browser } from 'wxt/browser';
import type { Mention } from '../../core/model.ts';
import { sendToTab } from '../../messages/send.ts';
import { waitForBlank } from './tabs.ts';

export interface Errand {
  mentionId: string;
  postId: string;
  pressed: boolean;
  until: number;
}

const lasting = 600_000;
const keyOf = (tabId: number): string => `errand:${tabId}`;

export async function readErrand(tabId: number | undefined, now: number): Promise<Errand | undefined> {
  if (tabId === undefined) return undefined;
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
 * Opens the post in a new tab. The errand is kept before the page can ask for it.
 * @throws where the post has no address, or the browser opens no tab
 */
export async function beginErrand({ id, postId, url }: Mention, now: number): Promise<void> {
  if (!url || !/^https?:\/\//i.test(url)) throw new Error('This post has no address of its own.');
  const tab = await browser.tabs.create({ url: 'about:blank', active: true });
  if (tab.id === undefined) throw new Error('The browser opened no tab.');
  const errand: Errand = { mentionId: id, postId, pressed: false, until: now + lasting };
  await browser.storage.session.set({ [keyOf(tab.id)]: errand });
  await waitForBlank(tab.id);
  await browser.tabs.update(tab.id, { url });
}

/** The post stands in the tab already. The errand is kept all the same: on some sites the Reply control leads to another page. */
export async function beginErrandHere(tabId: number, { id, postId }: Mention, now: number): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: { mentionId: id, postId, pressed: false, until: now + lasting } satisfies Errand });
  await sendToTab(tabId, 'tab/answer', { postId });
}
