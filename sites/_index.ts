/** Gathers the folder: every file that does not begin with `_` is a site, and its name is the site's id. */
import { isOnHost, type Page, type Site } from './_site.ts';

export interface NamedSite {
  readonly id: string;
  readonly site: Site;
}

const files = import.meta.glob<Site>(['./*.ts', '!./_*.ts'], { eager: true, import: 'default' });

const sites: readonly NamedSite[] = Object.entries(files)
  .map(([path, site]) => ({ id: path.slice(2, -3), site }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));

const byHost = new Map<string, NamedSite>(sites.flatMap((named) => named.site.hosts.map((host) => [host, named] as const)));

/** Reads pages that no other site knows. */
const fallback = 'generic';

export function listSites(): readonly NamedSite[] {
  return sites;
}

/** The known site whose hosts cover this host name. */
export function siteOfHost(hostname: string): NamedSite | undefined {
  for (const [host, named] of byHost) if (isOnHost(hostname, host)) return named;
  return undefined;
}

/** The one site that reads this page: by its host, else by its markup, else the reader of unknown pages. */
export function findSite(page: Page): NamedSite {
  const known = siteOfHost(page.url.hostname) ?? sites.find(({ site }) => site.detect?.(page) === true);
  const found = known ?? sites.find(({ id }) => id === fallback);
  if (!found) throw new Error('sites/generic.ts is missing');
  return found;
}

/** What settings are kept under: the id of a known site, or the host name itself. */
export function placeOf(hostname: string): string {
  return siteOfHost(hostname)?.id ?? hostname;
}

/** A place as people write it. */
export function nameOfPlace(place: string): string {
  return sites.find(({ id }) => id === place && id !== fallback)?.site.name ?? place.replace(/^www\./, '');
}
