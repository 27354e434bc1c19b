import { browser } from 'wxt/browser';
import { type Answering, type ChosenText, readDesk } from '../../components/reply-desk.ts';
import { contextOfMention } from '../../core/mention-context.ts';
import type { Keyword, Reply } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { getMention } from '../../storage/mentions.ts';
import { deskReading, hushThere } from '../pages/desk-reading.ts';
import type { ThisTab } from './this-tab.ts';
import { trying } from './trying.ts';

/** Opens the site's own reply box for a mention of the page. */
export async function answerMention(id: string, tab: ThisTab | undefined, reply?: Reply, chosen?: ChosenText): Promise<void> {
  // Before the page has the focus: only who has it may copy.
  if (chosen?.rest) await navigator.clipboard.writeText(chosen.rest.join('\n\n')).catch(console.error);
  await send('mention/answer', {
    id,
    ...(tab ? { tabId: tab.id } : {}),
    ...(reply && chosen ? { reply: { id: reply.id, text: chosen.text, caret: chosen.cursor } } : {}),
  });
  if (tab) await browser.tabs.update(tab.id, { active: true });
}

interface Knowing {
  keywords: ReadonlyMap<string, Keyword>;
  onAnswer: (id: string, reply: Reply, chosen: ChosenText) => void;
}

/** How a mention of the page is answered with a reply that is chosen in the popup. */
export const answeringFor = (id: string, { keywords, onAnswer }: Knowing): Answering => ({
  async readDesk() {
    const mention = await getMention(id);
    if (!mention) return undefined;
    const context = contextOfMention(mention, trying.nameSite(mention), keywords.get(mention.keywordIds[0] ?? ''));
    return readDesk(context, deskReading);
  },
  onChosen: (reply, chosen) => onAnswer(id, reply, chosen),
  onHush: hushThere,
});

/** The box is in the page, and it can have the focus only once the popup has let go of it. A popup shown as a tab stays. */
export async function leave(): Promise<void> {
  if (!(await browser.tabs.getCurrent())) window.close();
}
