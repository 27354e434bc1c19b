import type { SiteCheck } from '../../core/model.ts';
import { listSites } from '../../sites/_index.ts';
import { addSiteCheck, endSiteCheck } from '../../storage/site-checks.ts';

/** A page that always shows posts showed none we could read, or some again. Told once a site, until it can be read again. */
export async function checkSite(
  { site, page, found, posts }: Pick<SiteCheck, 'page' | 'found'> & { site: string; posts: number },
  now: number,
): Promise<void> {
  if (!listSites().some(({ id }) => id === site)) return;
  if (posts > 0) await endSiteCheck(site, page);
  else await addSiteCheck({ id: site, at: now, page, found, dismissed: false });
}
