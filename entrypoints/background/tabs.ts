import { browser } from 'wxt/browser';

/** Sent on while it is still opening, a tab can end up empty: the browser may show the empty page after the navigation has begun. */
export async function waitForBlank(tabId: number): Promise<void> {
  for (let n = 0; n < 40; n++) {
    if ((await browser.tabs.get(tabId)).status === 'complete') break;
    await sleep(25);
  }
  await sleep(100);
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
