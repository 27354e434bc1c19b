/**
 * The errand of a tab: it is to answer a mention. Remembered for ten minutes, or until the page reports that it is done; a page for signing
 * in on the way changes nothing, and no page of another place hears of it.
 */
import { browser } from 'wxt/browser';
import type { Mention } from '../../core/model.ts';
import { sendToTab } from '../../messages/send.ts';
import { placeOf } from '../../sites/_index.ts';
import { waitForBlank } from './tabs.ts';

/** A reply chosen before, ready to be put in. */
export interface ChosenReply {
  id: string;
  text: string;
  /** Where in it the caret is to stand. */
  caret?: number | undefined;
}

/** What is to be done in the box once it is open; nothing of it: the picker opens. */
export interface ToDo {
  reply?: ChosenReply | undefined;
  /** The reply that is to be chosen in the picker. */
  offer?: string | undefined;
}

export interface Errand {
  mentionId: string;
  postId: string;
  site: string;
  /** Absent where the post has no address. */
  place?: string;
  url?: string;
  /** When the Reply control was pressed. */
  pressedAt?: number | undefined;
  until: number;
  reply?: ChosenReply;
  offer?: string;
}

const lasting = 600_000;
const keyOf = (tabId: number): string => `errand:${tabId}`;

async function keep(tabId: number, errand: Errand): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: errand });
}

export async function readErrand(tabId: number | undefined, now: number): Promise<Errand | undefined> {
  if (tabId === undefined) return undefined;
  const errand = (await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)] as Errand | undefined;
  return errand && errand.until > now ? errand : undefined;
}

/** What a page that begins to listen is told: only where the post is. */
export async function errandFor(
  tabId: number | undefined,
  page: { place: string; site: string },
  now: number,
): Promise<Errand | undefined> {
  const errand = await readErrand(tabId, now);
  const isThere = errand?.site === page.site && bare(errand.place ?? page.place) === bare(page.place);
  return isThere ? errand : undefined;
}

/** Sites lead from one of these to the other. */
const bare = (place: string): string => place.replace(/^www\./, '');

/** Where the control leads to another page, it does so at once. */
const leads = 20_000;

/** What the page needs to know of it. */
export const toTask = ({ pressedAt, ...errand }: Errand, now: number) => ({
  pressed: pressedAt !== undefined && now - pressedAt < leads,
  ...toTold(errand),
});

/** The page's script is given the finished text; of what is to be chosen in the picker it has the id alone. */
const toTold = ({ mentionId, postId, reply, offer }: Pick<Errand, 'mentionId' | 'postId' | 'reply' | 'offer'>) => ({
  mentionId,
  postId,
  ...(reply ? { text: reply.text } : {}),
  ...(reply?.caret === undefined ? {} : { caret: reply.caret }),
  ...(offer === undefined ? {} : { offer }),
});

export const endErrand = (tabId: number): Promise<void> => browser.storage.session.remove(keyOf(tabId));

/** The Reply control has been pressed, or will have to be pressed once more. */
export async function markPressed(tabId: number | undefined, pressed: boolean, now: number): Promise<void> {
  const errand = await readErrand(tabId, now);
  if (errand && tabId !== undefined) await keep(tabId, { ...errand, pressedAt: pressed ? now : undefined });
}

/** @returns what was put in and for which mention, where it was */
export async function finishErrand(
  tabId: number | undefined,
  inserted: boolean,
  now: number,
): Promise<{ mentionId: string; reply: ChosenReply } | undefined> {
  if (tabId === undefined) return undefined;
  const errand = await readErrand(tabId, now);
  await endErrand(tabId);
  return errand?.reply && inserted ? { mentionId: errand.mentionId, reply: errand.reply } : undefined;
}

const hostOf = (url: string | undefined): string | undefined => (url && /^https?:\/\//i.test(url) ? new URL(url).hostname : undefined);

function makeErrand({ id, postId, site, url }: Mention, { reply, offer }: ToDo, now: number): Errand {
  const host = hostOf(url);
  const at = host && url ? { place: placeOf(host), url } : {};
  const todo = { ...(reply ? { reply } : {}), ...(offer === undefined ? {} : { offer }) };
  return { mentionId: id, postId, site, ...at, until: now + lasting, ...todo };
}

/**
 * Opens the post in a new tab. The errand is kept before the page can ask for it.
 * @throws where the post has no address, or the browser opens no tab
 */
export async function beginErrand(mention: Mention, todo: ToDo, now: number): Promise<void> {
  const errand = makeErrand(mention, todo, now);
  if (!errand.url) throw new Error('This post has no address of its own.');
  const tab = await browser.tabs.create({ url: 'about:blank', active: true });
  if (tab.id === undefined) throw new Error('The browser opened no tab.');
  await keep(tab.id, errand);
  await waitForBlank(tab.id);
  await browser.tabs.update(tab.id, { url: errand.url });
}

/** The post stands in the tab already. The errand is kept all the same: on some sites the Reply control leads to another page. */
export const noteErrandHere = (tabId: number, mention: Mention, todo: ToDo, now: number): Promise<void> =>
  keep(tabId, makeErrand(mention, todo, now));

export async function beginErrandHere(tabId: number, mention: Mention, todo: ToDo, now: number): Promise<void> {
  const errand = makeErrand(mention, todo, now);
  // What the page asks of it, it asks after it was told, and so after it was kept.
  await Promise.all([keep(tabId, errand), sendToTab(tabId, 'tab/answer', toTold(errand))]);
}

/** There is no Reply control where the post stands now: at its own address there may be one. False where it has none, or is there already. */
export async function moveErrand(tabId: number | undefined, mention: Mention | undefined, now: number): Promise<boolean> {
  const errand = await readErrand(tabId, now);
  if (tabId === undefined || !errand?.url || mention?.id !== errand.mentionId) return false;
  await endErrand(tabId);
  await beginErrand(mention, errand, now);
  return true;
}

/** The script that does it, in the page that asked. */
export async function loadErrand(tabId: number | undefined): Promise<void> {
  if (tabId !== undefined)
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['/content-scripts/errand.js'] });
}
