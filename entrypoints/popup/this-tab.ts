import { browser } from 'wxt/browser';
import type { Settings } from '../../core/model.ts';
import { sendToTab } from '../../messages/send.ts';
import type { TabContract } from '../../messages/tab-contract.ts';
import { nameOfPlace, placeOf, siteOfHost } from '../../sites/_index.ts';
import { listOrigins } from '../../sites/_site.ts';

export type TabReport = TabContract['tab/mentions']['reply'];

/** The page the popup is about. */
export interface ThisTab {
  id: number;
  windowId?: number;
  /** The web page's address, where the browser lets us see it. */
  url?: URL;
}

/** A web page as something to listen to. */
export interface Where {
  place: string;
  name: string;
  site: string;
  origins: string[];
}

export async function findThisTab(search: string): Promise<ThisTab | undefined> {
  const asked = Number(new URLSearchParams(search).get('tab'));
  if (Number.isInteger(asked) && asked > 0) return asThisTab(await browser.tabs.get(asked).catch(() => undefined));
  const own = await browser.tabs.getCurrent();
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  // In a tab of its own (or over the dashboard) the popup is about the web page that was looked at last.
  if (active && active.id !== own?.id && !active.url?.startsWith(browser.runtime.getURL('/'))) return asThisTab(active);
  const web = (await browser.tabs.query({})).filter((tab) => /^https?:/.test(tab.url ?? ''));
  return asThisTab(web.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]);
}

function asThisTab(tab: { id?: number; windowId?: number; url?: string } | undefined): ThisTab | undefined {
  if (tab?.id === undefined) return undefined;
  return { id: tab.id, windowId: tab.windowId, url: /^https?:/.test(tab.url ?? '') ? new URL(tab.url ?? '') : undefined };
}

/** What the tab's own script has found, or undefined where none is listening. */
export async function askTab(tab: ThisTab): Promise<TabReport | undefined> {
  return sendToTab(tab.id, 'tab/mentions', {}).catch(() => undefined);
}

export function findWhere(tab: ThisTab, report: TabReport | undefined): Where | undefined {
  const hostname = tab.url?.hostname;
  if (!hostname) return report && { place: report.place, name: report.siteName, site: report.site, origins: [] };
  const known = siteOfHost(hostname);
  const place = report?.place ?? placeOf(hostname);
  const origins = known && known.site.hosts.length > 0 ? listOrigins(known.site.hosts) : [`${tab.url?.protocol}//${hostname}/*`];
  return { place, name: nameOfPlace(place), site: report?.site ?? known?.id ?? 'generic', origins };
}

export function isListening(where: Where, granted: boolean, places: Settings['places'] | undefined): boolean {
  return granted && places?.[where.place]?.listen !== false;
}
