/** The browser's own menu over a box of a site that is listened to: the replies one likes or uses most, and the picker for the others. */
import { type Browser, browser } from 'wxt/browser';
import { word } from '../../components/words.ts';
import type { Reply } from '../../core/model.ts';
import { sendToTab } from '../../messages/send.ts';
import { listReplies } from '../../storage/replies.ts';
import { inTurn } from './later.ts';
import { putReply } from './put-reply.ts';

const mostOffered = 8;
const replyPrefix = 'reply:';
const pickerId = 'picker';

/** Favourites first, then those used most. */
export const listOffered = (replies: readonly Reply[]): Reply[] =>
  [...replies]
    .sort((a, b) => Number(b.favourite ?? false) - Number(a.favourite ?? false) || b.usedCount - a.usedCount)
    .slice(0, mostOffered);

/** In titles of menus a `%s` is what is selected, and an `&` underlines the letter behind it. */
export const toTitle = (text: string): string => {
  const short = text.trim().replace(/\s+/g, ' ').slice(0, 60);
  return short.replace(/%/g, '%\u2060').replace(/&/g, '&&') || '–';
};

const oneByOne = inTurn();

/** Made anew each time: the browser keeps it, but not always over a restart. Without a site there is none. */
export const showMenu = (): Promise<void> =>
  oneByOne(async () => {
    const [{ origins = [] }, replies] = await Promise.all([browser.permissions.getAll(), listReplies()]);
    await browser.contextMenus.removeAll();
    const sites = origins.filter((origin) => /^(https?|\*):/.test(origin));
    if (sites.length === 0) return;
    const at: Pick<Browser.contextMenus.CreateProperties, 'contexts' | 'documentUrlPatterns'> = {
      contexts: ['editable'],
      documentUrlPatterns: sites,
    };
    browser.contextMenus.create({ id: 'root', title: word('menuInsert'), ...at });
    for (const { id, title } of listOffered(replies))
      browser.contextMenus.create({ id: `${replyPrefix}${id}`, parentId: 'root', title: toTitle(title), ...at });
    browser.contextMenus.create({ id: pickerId, parentId: 'root', title: word('menuChoose'), ...at });
  });

export async function onMenu(itemId: string | number, tab: { id?: number | undefined; incognito?: boolean } | undefined): Promise<boolean> {
  if (tab?.id === undefined) return false;
  if (itemId === pickerId) {
    await sendToTab(tab.id, 'tab/picker', { open: true });
    return false;
  }
  const replyId = String(itemId).slice(replyPrefix.length);
  const reply = (await listReplies()).find(({ id }) => id === replyId);
  return reply !== undefined && (await putReply(reply, { tabId: tab.id, incognito: tab.incognito ?? false }));
}
