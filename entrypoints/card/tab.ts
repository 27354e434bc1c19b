import { askTab as ask } from '../../messages/send.ts';
import type { TabContract } from '../../messages/tab-contract.ts';

type Asked = 'tab/card' | 'tab/fitCard' | 'tab/closeCard' | 'tab/step' | 'tab/prepare';

/** What the script that shows this card goes by, where it is not the page's own but a frame's. */
export const frameName = location.hash.slice(1) || undefined;

export const askTab = <N extends Asked>(name: N, body: TabContract[N]['request']): Promise<TabContract[N]['reply']> =>
  ask(name, body, frameName);

/** What is asked in passing; where the tab does not answer, its page is gone, and so is this frame in a moment. */
export const tellTab = <N extends Asked>(name: N, body: TabContract[N]['request']): void => void askTab(name, body).catch(console.error);
