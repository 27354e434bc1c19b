/** Which of some sites reads a page, and what a place is called. */
import { isOnHost, type Page, type Site } from './_site.ts';

export interface NamedSite {
  /** The name of its file. */
  readonly id: string;
  readonly site: Site;
}

export interface SiteTable {
  /** In the order of their ids. */
  readonly sites: readonly NamedSite[];
  /** The known site whose hosts cover this host name; the nearest one where several do. */
  siteOfHost(hostname: string): NamedSite | undefined;
  /** The one site that reads this page: by its host, else by its markup, else the reader of unknown pages. */
  findSite(page: Page): NamedSite;
  /** What settings are kept under: the id of a known site, or the host name itself. */
  placeOf(hostname: string): string;
}

/** Reads pages that no other site knows. */
export const fallback = 'generic';

/** The script of a site that has hosts of its own. */
export const scriptOf = (id: string): string => `sites/${id}.js`;

/** The script of all sites that any host may hold. No site's file is called so. */
export const anywhereScript = 'sites/_anywhere.js';

/** True for a site that any host may hold: its markup tells. Every other one has a script of its own, loaded on its hosts alone. */
export const isAnywhere = ({ detect, hosts }: Site): boolean => detect !== undefined || hosts.length === 0;

export function createTable(named: readonly NamedSite[]): SiteTable {
  const sites = [...named].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byHost = sites.flatMap((one) => one.site.hosts.map((host) => [host, one] as const)).sort(([a], [b]) => b.length - a.length);
  const siteOfHost = (hostname: string) => byHost.find(([host]) => isOnHost(hostname, host))?.[1];
  return {
    sites,
    siteOfHost,
    findSite(page) {
      const known = siteOfHost(page.url.hostname) ?? sites.find(({ site }) => site.detect?.(page) === true);
      const found = known ?? sites.find(({ id }) => id === fallback);
      if (!found) throw new Error('sites/generic.ts is missing');
      return found;
    },
    placeOf: (hostname) => siteOfHost(hostname)?.id ?? hostname,
  };
}
