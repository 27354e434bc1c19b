import { browser } from 'wxt/browser';

/** Teal 700: white figures on it are readable (contrast 5.5). */
const color = '#0f766e';

/** Amber 800: what waits elsewhere is not what this page shows (contrast 7.1). */
const unseenColor = '#92400e';

const toText = (count: number): string => (count === 0 ? '' : count > 999 ? '999+' : String(count));

/**
 * A page without mentions shows what all tabs show: how much the person has not seen. Both browsers take a null for that (MDN,
 * action.setBadgeText), which the types do not know.
 */
const likeAllTabs = null as unknown as string;

/** The number of mentions on the page, on the toolbar button of its tab alone. */
export async function showCount(tabId: number | undefined, count: number): Promise<void> {
  if (tabId === undefined) return;
  try {
    await Promise.all([
      browser.action.setBadgeBackgroundColor({ tabId, color: count === 0 ? unseenColor : color }),
      browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
      browser.action.setBadgeText({ tabId, text: toText(count) || likeAllTabs }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}

/** How many mentions the person asked to be told of and has not seen, where a page has none of its own to show. */
export async function showUnseen(count: number): Promise<void> {
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ color: unseenColor }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setBadgeText({ text: toText(count) }),
  ]);
}
