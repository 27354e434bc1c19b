import { send } from '../../messages/send.ts';
import type { TabContract, TabMessage } from '../../messages/tab-contract.ts';

type Asked = Extract<TabMessage, 'tab/card' | 'tab/fitCard' | 'tab/closeCard' | 'tab/step'>;

/** Asks the script of the very tab this frame is shown in, by way of the background, which knows what tab that is. */
export async function askTab<N extends Asked>(name: N, body: TabContract[N]['request']): Promise<TabContract[N]['reply']> {
  return (await send('picker/ask', { name, body } as Parameters<typeof send<'picker/ask'>>[1])) as TabContract[N]['reply'];
}

/** What is asked in passing; where the tab does not answer, its page is gone, and so is this frame in a moment. */
export const tellTab = <N extends Asked>(name: N, body: TabContract[N]['request']): void => void askTab(name, body).catch(console.error);
