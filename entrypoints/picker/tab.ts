import { askTab } from '../../messages/send.ts';

export async function showPicker(open: boolean, height?: number): Promise<void> {
  await askTab('tab/picker', { open, height }).catch(console.error);
}

/** Gives the open panel this height. */
export async function fitPicker(height: number): Promise<void> {
  await askTab('tab/picker', { open: true, height, fit: true }).catch(console.error);
}
