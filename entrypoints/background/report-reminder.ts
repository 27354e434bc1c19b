/** Once a week, month or quarter is over, the person is told that its report can be made. */
import { periodOf } from '../../components/report-times.ts';
import { calendarOf } from '../../core/calendar.ts';
import { noteReport } from '../../storage/report-notices.ts';
import { getSettings } from '../../storage/settings.ts';

/** Rung every hour, as a browser is seldom open at midnight. `onNotice` shows what there is to tell. */
export async function remindOfReport(now: number, onNotice: () => Promise<unknown>): Promise<void> {
  const { reportEvery, measuring } = await getSettings();
  if (!reportEvery) return;
  const calendar = calendarOf(measuring?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  if (await noteReport(periodOf(reportEvery, now, calendar, -1).id, now)) await onNotice();
}
