import { browser } from 'wxt/browser';

/** Teal 700: white figures on it are readable (contrast 5.5). */
const color = '#0f766e';

const toText = (count: number): string => (count === 0 ? '' : count > 999 ? '999+' : String(count));

/** The number of mentions on the page, on the toolbar button of its tab alone. */
export async function showCount(tabId: number | undefined, count: number): Promise<void> {
  if (tabId === undefined) return;
  try {
    await Promise.all([
      browser.action.setBadgeBackgroundColor({ tabId, color }),
      browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
      browser.action.setBadgeText({ tabId, text: toText(count) }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}
