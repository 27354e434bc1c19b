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

/** Sends a message to the content script in a tab's top frame, or in the `frame` that goes by this name. @throws where nobody listens there. */
export async function sendToTab<N extends TabMessage>(
  tabId: number,
  name: N,
  body: TabContract[N]['request'],
  frame?: string,
): Promise<TabContract[N]['reply']> {
  // Which of a tab's frames a frame of ours stands in no browser tells without a permission for it: all are told, and the one meant answers.
  const sent =
    frame === undefined
      ? browser.tabs.sendMessage(tabId, { name, body }, { frameId: 0 })
      : browser.tabs.sendMessage(tabId, { name, body, frame });
  const answer = (await sent) as { ok: true; value: TabContract[N]['reply'] } | { ok: false; error: string } | undefined;
  if (!answer) throw new Error('no answer');
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

type Askable = Request<'picker/ask'>['name'];

/** From a frame of ours in a web page: asks the script of the very page it is shown in, by way of the background, which knows its tab. */
export async function askTab<N extends Askable>(
  name: N,
  body: TabContract[N]['request'],
  frame?: string,
): Promise<TabContract[N]['reply']> {
  return (await send('picker/ask', { name, body, ...(frame ? { frame } : {}) } as Request<'picker/ask'>)) as TabContract[N]['reply'];
}
