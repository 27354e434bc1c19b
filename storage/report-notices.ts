import { write } from './db.ts';
import { defaultSettings } from './settings.ts';

/** Says once that the report of a time can be made. True where that is news. */
export const noteReport = (reportId: string, now: number): Promise<boolean> =>
  write(['notices', 'settings'], async (db) => {
    const settings = (await db.settings.get('settings')) ?? defaultSettings;
    // Notices are forgotten after a while; that it was told is not.
    if (!settings.reportEvery || settings.reportTold === reportId) return false;
    await db.settings.put({ ...settings, reportTold: reportId });
    await db.notices.put({ id: `report:${reportId}`, at: now, kind: 'report', how: 'now' });
    return true;
  });
