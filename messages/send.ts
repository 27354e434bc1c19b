import { browser } from 'wxt/browser';
import type { Answered, MessageName, Request } from './contract.ts';
import type { TabContract, TabMessage } from './tab-contract.ts';

/**
 * Sends a message to the background and waits for its answer.
 * @throws Error with the background's own words where it refused, or the browser's where no answer came. Nothing is retried here.
 */
export async function send<N extends MessageName>(name: N, body: Request<N>): Promise<Answered<N>> {
  const answer = (await browser.runtime.sendMessage({ name, body })) as
    | { ok: true; value: Answered<N> }
    | { ok: false; error: string }
    | undefined;
  if (!answer) throw new Error('no answer');
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

/** Sends a message to the content script in a tab's top frame. @throws where nobody listens there. */
export async function sendToTab<N extends TabMessage>(
  tabId: number,
  name: N,
  body: TabContract[N]['request'],
): Promise<TabContract[N]['reply']> {
  const answer = (await browser.tabs.sendMessage(tabId, { name, body }, { frameId: 0 })) as
    | { ok: true; value: TabContract[N]['reply'] }
    | { ok: false; error: string }
    | undefined;
  if (!answer) throw new Error('no answer');
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}
