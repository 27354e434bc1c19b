import { browser } from 'wxt/browser';
import { fillFor } from '../../components/fill-for.ts';
import type { Reply } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { nameOfPlace } from '../../sites/_index.ts';
import { getMention } from '../../storage/mentions.ts';
import type { ThisTab } from './this-tab.ts';

interface Knowing {
  tab: ThisTab | undefined;
  keywords: ReadonlyMap<string, { name: string }>;
  me: { name: string };
  replies: readonly Reply[];
}

/** Opens the site's own reply box for a mention of the page. A reply in which something is missing is left to be chosen there. */
export async function answerMention(id: string, reply: Reply | undefined, { tab, ...known }: Knowing): Promise<void> {
  const mention = reply && (await getMention(id));
  const chosen = reply && mention && fillFor(mention, reply, { nameSite: ({ site }) => nameOfPlace(site), ...known });
  await send('mention/answer', { id, ...(tab ? { tabId: tab.id } : {}), ...(chosen ? { reply: chosen } : {}) });
  if (tab) await browser.tabs.update(tab.id, { active: true });
}

/** The box is in the page, and it can have the focus only once the popup has let go of it. A popup shown as a tab stays. */
export async function leave(): Promise<void> {
  if (!(await browser.tabs.getCurrent())) window.close();
}
