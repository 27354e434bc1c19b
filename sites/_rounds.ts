/** Where a round can go: each site's own search and notifications, on the hosts the person reads it on. For our own pages and the background. */
import type { RoundSite } from '../core/round.ts';
import { listSites } from './_index.ts';
import { isOnHost, listOrigins, notificationsOn, type Site } from './_site.ts';
import { isAnywhere, type NamedSite } from './_table.ts';

/** A site on more hosts than this is software that many run, not one site with old names. */
const fewHosts = 3;
/** On how many hosts of such software a round goes. */
const mostHosts = 3;

const covers = ({ hosts }: Site, hostname: string): boolean => hosts.some((host) => isOnHost(hostname, host));

/** The hosts with the most mentions; where there are none, the first the site knows. */
function listHosts({ id, site }: NamedSite, used: readonly { site: string; host?: string }[]): string[] {
  const first = site.hosts.slice(0, 1);
  if (!isAnywhere(site) && site.hosts.length <= fewHosts) return first;
  const counts = new Map<string, number>();
  for (const { site: where, host } of used) {
    if (where === id && host && (isAnywhere(site) || covers(site, host))) counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  const busiest = [...counts].sort(([, a], [, b]) => b - a).map(([host]) => host);
  return busiest.length > 0 ? busiest.slice(0, mostHosts) : first;
}

const originOf = (url: string | undefined): string[] => (url && URL.canParse(url) ? [`https://${new URL(url).hostname}/*`] : []);

function toRoundSite({ id, site }: NamedSite, host: string): RoundSite {
  // Half a letter, as a torn file may hold, cannot stand in an address.
  const searchUrl = site.searchUrl && ((words: string) => site.searchUrl?.(words.toWellFormed(), host) ?? '');
  const notificationsUrl = notificationsOn(site, host);
  const pages = [...new Set([...originOf(searchUrl?.('words')), ...originOf(notificationsUrl)])];
  const own = covers(site, host) ? listOrigins(site.hosts) : [];
  return {
    id,
    name: site.name,
    host,
    searchUrl,
    searchOr: site.searchOr,
    notificationsUrl,
    pages,
    origins: [...new Set([...own, ...pages])],
  };
}

/** Every site that has a search or notifications with an address. `used` says where mentions were read. */
export function listRoundSites(used: readonly { site: string; host?: string }[]): RoundSite[] {
  return listSites()
    .filter(({ site }) => site.searchUrl || site.notificationsUrl)
    .flatMap((named) => listHosts(named, used).map((host) => toRoundSite(named, host)));
}
