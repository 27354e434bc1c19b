/** Gathers the folder: every file that does not begin with `_` is a site, and its name is the site's id. For our own pages and the background. */
import type { Site } from './_site.ts';
import { createTable, fallback, type NamedSite } from './_table.ts';

export type { NamedSite } from './_table.ts';

const files = import.meta.glob<Site>(['./*.ts', '!./_*.ts'], { eager: true, import: 'default' });

const table = createTable(Object.entries(files).map(([path, site]) => ({ id: path.slice(2, -3), site })));

export const listSites = (): readonly NamedSite[] => table.sites;

export const { findSite, placeOf, siteOfHost } = table;

/** What the site or host a post stands on is kept under. */
export function placeOfPost({ site, url }: { site: string; url?: string | undefined }): string {
  const host = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined;
  return host === undefined ? site : placeOf(host);
}

/** A place as people write it. */
export function nameOfPlace(place: string): string {
  return table.sites.find(({ id }) => id === place && id !== fallback)?.site.name ?? place.replace(/^www\./, '');
}
