import { browser } from 'wxt/browser';
import { sendToTab } from '../../messages/send.ts';
import type { TabContract, TabMessage } from '../../messages/tab-contract.ts';

/** Asks the script of the very tab this frame is shown in. */
export async function askTab<N extends TabMessage>(name: N, body: TabContract[N]['request']): Promise<TabContract[N]['reply']> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) throw new Error('not in a tab');
  return sendToTab(tab.id, name, body);
}

export async function showPicker(open: boolean, height?: number): Promise<void> {
  await askTab('tab/picker', { open, height }).catch(console.error);
}
