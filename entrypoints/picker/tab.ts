import { send } from '../../messages/send.ts';
import type { TabContract, TabMessage } from '../../messages/tab-contract.ts';

type Asked = Extract<TabMessage, 'tab/context' | 'tab/insert' | 'tab/picker'>;

/** Asks the script of the very tab this frame is shown in, by way of the background, which knows what tab that is. */
export async function askTab<N extends Asked>(name: N, body: TabContract[N]['request']): Promise<TabContract[N]['reply']> {
  return (await send('picker/ask', { name, body } as Parameters<typeof send<'picker/ask'>>[1])) as TabContract[N]['reply'];
}

export async function showPicker(open: boolean, height?: number): Promise<void> {
  await askTab('tab/picker', { open, height }).catch(console.error);
}

/** Gives the open panel this height. */
export async function fitPicker(height: number): Promise<void> {
  await askTab('tab/picker', { open: true, height, fit: true }).catch(console.error);
}
