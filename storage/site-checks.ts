import type { SiteCheck } from '../core/model.ts';
import { isSameKindOfPage } from '../core/site-report.ts';
import { reading, write } from './db.ts';

/** Sites whose pages could not be read lately; newest first. */
export const listSiteChecks = (): Promise<SiteCheck[]> =>
  reading(async (db) => (await db.siteChecks.toArray()).sort((a, b) => b.at - a.at));

export const getSiteCheck = (site: string): Promise<SiteCheck | undefined> => reading((db) => db.siteChecks.get(site));

/** One a site: the first is kept until its pages can be read again, and stays dismissed where it was. */
export const addSiteCheck = (check: SiteCheck): Promise<boolean> =>
  write(['siteChecks'], async (db) => {
    if (await db.siteChecks.get(check.id)) return false;
    await db.siteChecks.add(check);
    return true;
  });

/** Posts were read on this page: what was said about pages of its kind is over. */
export const endSiteCheck = (site: string, page: string): Promise<boolean> =>
  write(['siteChecks'], async (db) => {
    const known = await db.siteChecks.get(site);
    if (!known || !isSameKindOfPage(known.page, page)) return false;
    await db.siteChecks.delete(site);
    return true;
  });

export const dismissSiteCheck = (site: string): Promise<unknown> =>
  write(['siteChecks'], (db) => db.siteChecks.update(site, { dismissed: true }));
