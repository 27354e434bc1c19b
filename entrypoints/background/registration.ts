/** Where we listen: every origin the person granted, less the places where they turned it off. Registered at run time. */
import { browser } from 'wxt/browser';
import type { Place } from '../../core/model.ts';
import { listSites, siteOfHost } from '../../sites/_index.ts';
import { isOnPath } from '../../sites/_site.ts';
import { getSettings } from '../../storage/settings.ts';
import { inTurn } from './later.ts';
import { filesFor, type PlannedScript, planScripts } from './script-plan.ts';

const sheet = 'content-scripts/watch.css';

const isWebPattern = (origin: string): boolean => /^(https?|\*):\/\//.test(origin);

async function listGranted(): Promise<string[]> {
  return ((await browser.permissions.getAll()).origins ?? []).filter(isWebPattern).sort();
}

/** A known site knows by itself that it is turned off, from the watch list; for any other place its name is its host. */
const listExcluded = (places: Readonly<Record<string, Place>>): string[] =>
  Object.entries(places)
    .filter(([name, { listen }]) => !listen && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(name))
    .map(([name]) => `*://${name}/*`);

type Script = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

const toScript = (plan: PlannedScript): Script => ({ ...plan, css: [sheet], runAt: 'document_idle', persistAcrossSessions: true });

const markOf = ({ id, js, matches, excludeMatches, allFrames }: Partial<Script> & { id: string }): string =>
  JSON.stringify([
    id,
    js?.map((file) => file.replace(/^\//, '')),
    [...(matches ?? [])].sort(),
    [...(excludeMatches ?? [])].sort(),
    allFrames ?? false,
  ]);

async function register(wanted: readonly PlannedScript[]): Promise<void> {
  const known = await browser.scripting.getRegisteredContentScripts();
  const marks = new Set(wanted.map(markOf));
  const stale = known.filter((script) => !marks.has(markOf(script))).map(({ id }) => id);
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  const kept = new Set(known.map(markOf));
  const fresh = wanted.filter((plan) => !kept.has(markOf(plan))).map(toScript);
  if (fresh.length === 0) return;
  // A style sheet that this build lacks must not keep us from listening.
  await browser.scripting
    .registerContentScripts(fresh)
    .catch(() => browser.scripting.registerContentScripts(fresh.map((script) => ({ ...script, css: [] }))));
}

const oneByOne = inTurn();

/** Makes the registration fit the permissions and the settings. */
export const registerWatching = (): Promise<void> =>
  oneByOne(async () => register(planScripts(await listGranted(), listExcluded((await getSettings()).places), listSites())));

async function watchTab(tabId: number, address: string | undefined): Promise<void> {
  const url = URL.parse(address ?? '');
  const own = url ? siteOfHost(url.hostname) : undefined;
  if (url && own && !isOnPath(own.site, url)) return;
  const target = { tabId };
  const files = filesFor(own).map((file) => `/${file}` as '/content-scripts/watch.js');
  // Either fails where the tab is gone, or shows a page that no extension may enter.
  await Promise.allSettled([
    browser.scripting.insertCSS({ target, files: [`/${sheet}`] }),
    browser.scripting.executeScript({ target, files }),
  ]);
}

/** Begins in tabs that are open already: the browser itself only does so at their next load. The script sees to it that it runs once. */
export async function watchOpenTabs(origins: readonly string[]): Promise<void> {
  const granted = await listGranted();
  const wanted = origins.filter((origin) => isWebPattern(origin));
  if (wanted.length === 0 || granted.length === 0) return;
  const tabs = await browser.tabs.query({ url: wanted, discarded: false });
  await Promise.all(tabs.map(({ id, url }) => (id === undefined ? undefined : watchTab(id, url))));
}

export const watchAllOpenTabs = async (): Promise<void> => watchOpenTabs(await listGranted());
