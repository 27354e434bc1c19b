import type { Trying } from '../../components/use-trial.ts';
import { word } from '../../components/words.ts';
import { listSites, nameOfPlace } from '../../sites/_index.ts';
import { listTriedPosts } from '../../storage/tried-posts.ts';

/** The reader of unknown pages is no site to a person: there it is the host. */
function nameSite({ site, url }: { site: string; url?: string | undefined }): string {
  if (site !== 'generic') return nameOfPlace(site);
  return url && URL.canParse(url) ? nameOfPlace(new URL(url).hostname) : word('otherSites');
}

export const trying: Trying = { listPosts: () => listTriedPosts(Date.now()), nameSite, sites: listSites().map(({ id }) => id) };
