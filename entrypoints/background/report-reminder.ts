/** Once a week, month or quarter is over, the person is told that its report can be made. */
import { periodOf } from '../../components/report-times.ts';
import { noteReport } from '../../storage/report-notices.ts';
import { getSettings } from '../../storage/settings.ts';

/** Rung every hour, as a browser is seldom open at midnight. `onNotice` shows what there is to tell. */
export async function remindOfReport(now: number, onNotice: () => Promise<unknown>): Promise<void> {
  const { reportEvery } = await getSettings();
  if (reportEvery && (await noteReport(periodOf(reportEvery, now, -1).id, now))) await onNotice();
}
