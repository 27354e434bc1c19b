import { browser } from 'wxt/browser';
import type { Settings } from '../../core/model.ts';
import { listSites, nameOfPlace } from '../../sites/_index.ts';
import { listOrigins } from '../../sites/_site.ts';

export interface PlaceRow {
  place: string;
  name: string;
  origins: string[];
  granted: boolean;
  listen: boolean;
  highlight: boolean;
  strip: boolean;
}

/** Every known site, and every other host the person gave access to. */
export async function listPlaces(places: Settings['places']): Promise<PlaceRow[]> {
  const known = listSites().filter(({ site }) => site.hosts.length > 0);
  const covered = new Set(known.flatMap(({ site }) => listOrigins(site.hosts)));
  const all = (await browser.permissions.getAll()).origins ?? [];
  const hosts = new Map<string, string[]>();
  for (const origin of all.filter((o) => !covered.has(o))) {
    const host = /^https?:\/\/([^/*:]+)/.exec(origin)?.[1];
    if (host) hosts.set(host, [...(hosts.get(host) ?? []), origin]);
  }
  const rows = [
    ...known.map(({ id, site }) => ({ place: id, name: site.name, origins: listOrigins(site.hosts) })),
    ...[...hosts].map(([host, origins]) => ({ place: host, name: nameOfPlace(host), origins })),
  ];
  return Promise.all(rows.map((row) => addState(row, places)));
}

async function addState(row: Pick<PlaceRow, 'place' | 'name' | 'origins'>, places: Settings['places']): Promise<PlaceRow> {
  const granted = await browser.permissions.contains({ origins: row.origins });
  const kept = places[row.place];
  return { ...row, granted, listen: granted && kept?.listen !== false, highlight: kept?.highlight !== false, strip: kept?.strip !== false };
}
