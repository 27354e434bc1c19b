/** Which scripts a page is given: its own site's and the one that listens. Worked out from what the person granted; see sites/_own.ts. */
import { isOnHost, listOrigins, type Site } from '../../sites/_site.ts';
import { anywhereScript, isAnywhere, type NamedSite, scriptOf } from '../../sites/_table.ts';

const listener = 'content-scripts/watch.js';

export interface PlannedScript {
  id: string;
  js: string[];
  matches: string[];
  excludeMatches: string[];
  allFrames: boolean;
}

/** The files a page on this host needs, in the order they must run. */
export function filesFor(site: NamedSite | undefined): string[] {
  return [site && !isAnywhere(site.site) ? scriptOf(site.id) : anywhereScript, listener];
}

const hostOf = (pattern: string): string => /^[^:]+:\/\/([^/]*)/.exec(pattern)?.[1] ?? '';
/** `*.x.com` → `x.com`; the empty text for every host. */
const baseOf = (pattern: string): string => hostOf(pattern).replace(/^\*\.?/, '');

/** A pattern covers its host and, with a star, all below it. */
function covers(pattern: string, host: string): boolean {
  const base = baseOf(pattern);
  if (base === '') return true;
  return hostOf(pattern).startsWith('*') ? isOnHost(host, base) : host === base;
}

/** `https://*.maps.example/*` → `https://*.maps.example/reviews*`, where the site's posts stand only below that path. */
function narrow(site: Site, pattern: string): string[] {
  const host = Object.keys(site.paths ?? {}).find((one) => isOnHost(baseOf(pattern), one));
  return host === undefined ? [pattern] : (site.paths?.[host] ?? []).map((path) => pattern.replace(/\/\*$/, `${path}*`));
}

/** The part of what was granted that shows this site: a pattern below one of its hosts, or its hosts below a pattern. */
function listGrantedOf(site: Site, granted: readonly string[]): string[] {
  const matches = granted.flatMap((pattern) => {
    const base = baseOf(pattern);
    if (base !== '' && site.hosts.some((host) => isOnHost(base, host))) return [pattern];
    return listOrigins(site.hosts.filter((host) => covers(pattern, host)));
  });
  return [...new Set(matches.flatMap((pattern) => narrow(site, pattern)))];
}

/** The hosts of other sites that lie below one of this script's own: they have a script themselves. */
function listNearer(one: NamedSite, own: readonly NamedSite[]): string[] {
  const hosts = own.filter(({ id }) => id !== one.id).flatMap(({ site }) => site.hosts);
  return listOrigins(hosts.filter((host) => one.site.hosts.some((mine) => isOnHost(host, mine))));
}

/**
 * Every page is matched by one script at most, so that none reads it twice.
 * @param granted match patterns the person granted
 * @param off match patterns of the hosts where they turned listening off
 */
export function planScripts(granted: readonly string[], off: readonly string[], sites: readonly NamedSite[]): PlannedScript[] {
  const plans: PlannedScript[] = [];
  const add = (id: string, js: string[], matches: string[], excludeMatches: string[], allFrames = false) => {
    if (matches.length > 0) plans.push({ id, js, matches, excludeMatches: [...off, ...excludeMatches], allFrames });
  };
  const own = sites.filter(({ site }) => !isAnywhere(site));
  for (const one of own) {
    const frames = [...(one.site.frames ?? [])];
    add(`watch-${one.id}`, filesFor(one), listGrantedOf(one.site, granted), [...listNearer(one, own), ...frames]);
    // Inside other pages too: a frame is granted by its own host.
    add(
      `frames-${one.id}`,
      filesFor(one),
      frames.filter((frame) => granted.some((pattern) => covers(pattern, baseOf(frame)))),
      [],
      true,
    );
  }
  const hosts = own.flatMap(({ site }) => site.hosts);
  const rest = granted.filter((pattern) => !hosts.some((host) => baseOf(pattern) !== '' && isOnHost(baseOf(pattern), host)));
  add('watch', filesFor(undefined), rest, listOrigins(hosts.filter((host) => rest.some((pattern) => covers(pattern, host)))));
  return plans;
}
