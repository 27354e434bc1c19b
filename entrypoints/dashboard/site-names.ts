import { word } from '../../components/words.ts';
import { nameOfPlace } from '../../sites/_index.ts';

/** The reader of unknown pages is no site to a person. */
const unnamed = 'generic';

export function nameSite(site: string): string {
  return site === unnamed ? word('otherSites') : nameOfPlace(site);
}

/** Where a mention stands: the site, or the host of a page that has no site of its own. */
export function nameSiteOf({ site, url }: { site: string; url?: string | undefined }): string {
  return site === unnamed && url && URL.canParse(url) ? nameOfPlace(new URL(url).hostname) : nameSite(site);
}
