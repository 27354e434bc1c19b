/** Where we listen: every origin the person granted, less the places where they turned it off. Registered at run time. */
import { browser } from 'wxt/browser';
import type { Place } from '../../core/model.ts';
import { getSettings } from '../../storage/settings.ts';
import { inTurn } from './later.ts';

const script = 'content-scripts/watch.js';
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

function scriptFor(matches: string[], excludeMatches: string[]): Script {
  return {
    id: 'watch',
    js: [script],
    css: [sheet],
    matches,
    excludeMatches,
    runAt: 'document_idle',
    allFrames: false,
    persistAcrossSessions: true,
  };
}

const sorted = (list: readonly string[] | undefined): string => [...(list ?? [])].sort().join(' ');

async function register(wanted: Script): Promise<void> {
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [wanted.id] });
  if (known && sorted(known.matches) === sorted(wanted.matches) && sorted(known.excludeMatches) === sorted(wanted.excludeMatches)) return;
  if (known) await browser.scripting.unregisterContentScripts({ ids: [wanted.id] });
  if (!wanted.matches?.length) return;
  // A style sheet that this build lacks must not keep us from listening.
  await browser.scripting.registerContentScripts([wanted]).catch(() => browser.scripting.registerContentScripts([{ ...wanted, css: [] }]));
}

const oneByOne = inTurn();

/** Makes the registration fit the permissions and the settings. */
export const registerWatching = (): Promise<void> =>
  oneByOne(async () => register(scriptFor(await listGranted(), listExcluded((await getSettings()).places))));

async function watchTab(tabId: number): Promise<void> {
  const target = { tabId };
  // Either fails where the tab is gone, or shows a page that no extension may enter.
  await Promise.allSettled([
    browser.scripting.insertCSS({ target, files: [`/${sheet}`] }),
    browser.scripting.executeScript({ target, files: [`/${script}`] }),
  ]);
}

/** Begins in tabs that are open already: the browser itself only does so at their next load. The script sees to it that it runs once. */
export async function watchOpenTabs(origins: readonly string[]): Promise<void> {
  const granted = await listGranted();
  const wanted = origins.filter((origin) => isWebPattern(origin));
  if (wanted.length === 0 || granted.length === 0) return;
  const tabs = await browser.tabs.query({ url: wanted, discarded: false });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : watchTab(id))));
}

export const watchAllOpenTabs = async (): Promise<void> => watchOpenTabs(await listGranted());
