import { askTab } from '../../messages/send.ts';

export async function showPicker(open: boolean, height?: number): Promise<void> {
  await askTab('tab/picker', { open, height }).catch(console.error);
}

/** Gives the open panel this height. */
export async function fitPicker(height: number): Promise<void> {
  await askTab('tab/picker', { open: true, height, fit: true }).catch(console.error);
}

/** Whether the page's script has opened the panel: the size of a frame that is about to be placed does not tell it. */
export async function isPanelOpen(): Promise<boolean> {
  const answer = await askTab('tab/picker', { open: true, fit: true }).catch(() => undefined);
  return answer?.shown === true;
}
