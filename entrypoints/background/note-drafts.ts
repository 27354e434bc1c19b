/** Notes that were begun at a mention and neither saved nor discarded: kept until the browser is closed, where no web page's process can look. */
import { browser } from 'wxt/browser';

const keyOf = (mentionId: string): string => `draft:${mentionId}`;

export const saveDraft = (mentionId: string, text: string): Promise<void> =>
  text.trim() === '' ? browser.storage.session.remove(keyOf(mentionId)) : browser.storage.session.set({ [keyOf(mentionId)]: text });

export async function readDraft(mentionId: string): Promise<string | undefined> {
  return (await browser.storage.session.get(keyOf(mentionId)))[keyOf(mentionId)] as string | undefined;
}
