/** How a site's own script hands the site over to the script that listens: within the extension's own world, where no page can look. */
import type { Site } from './_site.ts';
import type { NamedSite } from './_table.ts';

const key = Symbol.for('earshot.sites');
type World = { [key]?: NamedSite[] };

export function addOwnSite(id: string, site: Site): void {
  const world = globalThis as World;
  world[key] = [...(world[key] ?? []).filter((one) => one.id !== id), { id, site }];
}

export const ownSites = (): readonly NamedSite[] => (globalThis as World)[key] ?? [];
