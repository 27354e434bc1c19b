import { browser } from 'wxt/browser';
import type { Settings } from '../../core/model.ts';
import { listSites, type NamedSite } from '../../sites/_index.ts';
import { listOrigins } from '../../sites/_site.ts';

/** Sites that can be chosen by name: those known by their hosts. */
export function listChoices(): readonly NamedSite[] {
  return listSites().filter(({ site }) => site.hosts.length > 0);
}

export function originsOf(ids: readonly string[]): string[] {
  return listChoices()
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ site }) => listOrigins(site.hosts));
}

/** The first time, what the person uses is theirs to say: nothing is ticked that was not granted. */
export async function listListening({ places }: Settings): Promise<string[]> {
  const granted = await Promise.all(listChoices().map(({ site }) => browser.permissions.contains({ origins: listOrigins(site.hosts) })));
  return listChoices()
    .filter(({ id }, i) => granted[i] && places[id]?.listen !== false)
    .map(({ id }) => id);
}
