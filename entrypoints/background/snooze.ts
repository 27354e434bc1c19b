/** Snoozed mentions wake at their time, not at the next round hour: the browser is asked to ring then. */
import { browser } from 'wxt/browser';
import { findNextWake, wakeSnoozed } from '../../storage/mention-changes.ts';

export const snoozeAlarm = 'snooze';

export async function setSnoozeAlarm(): Promise<void> {
  const when = await findNextWake();
  if (when === undefined) await browser.alarms.clear(snoozeAlarm);
  else await browser.alarms.create(snoozeAlarm, { when: Math.max(when, Date.now()) });
}

/** Also at a start: the browser may have been closed at the time. `onWoken` is told how many are new again. */
export async function wake(onWoken: (woken: number) => void): Promise<void> {
  const woken = await wakeSnoozed(Date.now());
  if (woken > 0) onWoken(woken);
  await setSnoozeAlarm();
}
