/**
 * The browser's own notifications. They need its permission, which the person gives in the settings; without it only the badge tells. What is
 * shown says how much there is, of which keyword and where, and no word of a post unless the person wants that: others may see the screen.
 */
import { browser } from 'wxt/browser';
import { sayNotices } from '../../components/notice-words.ts';
import type { Notice, NoticeSettings } from '../../core/model.ts';
import { planNotices, sumUp } from '../../core/notice-plan.ts';
import { nameOfPlace } from '../../sites/_index.ts';
import { listKeywords } from '../../storage/keywords.ts';
import { beginBatch, countUnseen, endBatch, listBatch, pruneNotices, readNoticed, readWaiting } from '../../storage/notices.ts';
import { getSettings } from '../../storage/settings.ts';
import { showUnseen } from './badge.ts';
import { inTurn } from './later.ts';

/** Rings when the next notice is due. */
export const noticeAlarm = 'notice';
const prefix = 'notices:';

export const mayNotify = (): Promise<boolean> => browser.permissions.contains({ permissions: ['notifications'] });

async function show(batch: string, notices: readonly Notice[], settings: NoticeSettings): Promise<void> {
  const [mentions, keywords] = await Promise.all([readNoticed(notices), listKeywords()]);
  const names = new Map(keywords.map(({ id, name }) => [id, name]));
  const sum = sumUp(notices, mentions, (id) => names.get(id));
  const only = mentions.size === 1 ? [...mentions.values()][0] : undefined;
  const words = sayNotices(sum, { nameSite: nameOfPlace, mention: settings.showText ? only : undefined });
  await browser.notifications.create(prefix + batch, { type: 'basic', iconUrl: browser.runtime.getURL('/icons/128.png'), ...words });
  await endBatch(batch, Date.now());
}

/** The background was stopped after it had asked the browser, or just before: the browser knows. */
async function finishBegun(begun: ReadonlyMap<string, Notice[]>, settings: NoticeSettings): Promise<void> {
  if (begun.size === 0) return;
  const shown = await browser.notifications.getAll();
  for (const [batch, notices] of begun) {
    if (Object.hasOwn(shown, prefix + batch)) await endBatch(batch, Date.now());
    else await show(batch, notices, settings);
  }
}

async function tell(now: number): Promise<void> {
  const { notices } = await getSettings();
  if (!notices?.since || !(await mayNotify())) return;
  const { waiting, begun, lastShown } = await readWaiting(now);
  await finishBegun(begun, notices);
  const { due, next } = planNotices(waiting, notices, lastShown, now);
  const batch = crypto.randomUUID();
  const fresh =
    due.length > 0
      ? await beginBatch(
          due.map(({ id }) => id),
          batch,
          now,
        )
      : [];
  if (fresh.length > 0) await show(batch, fresh, notices);
  if (next === undefined) await browser.alarms.clear(noticeAlarm);
  else await browser.alarms.create(noticeAlarm, { when: next });
}

const oneByOne = inTurn();

/** Shows what is due, sets the clock for what is not, and counts what was not seen. */
export const tellNotices = (): Promise<void> =>
  oneByOne(async () => {
    const now = Date.now();
    await pruneNotices(now);
    await tell(now).finally(async () => showUnseen(await countUnseen(now)));
  });

/** Opens what it was about. */
export async function onNoticeClicked(id: string): Promise<void> {
  if (!id.startsWith(prefix)) return;
  const batch = id.slice(prefix.length);
  await endBatch(batch, Date.now());
  const kinds = (await listBatch(batch)).map(({ kind }) => kind);
  const place = kinds.includes('mention') ? `#inbox/notice/${batch}` : kinds.includes('turning-point') ? '#insights' : '#report';
  await browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html${place}`) });
  await browser.notifications.clear(id);
}

/** Whoever closed it has seen it. */
export async function onNoticeClosed(id: string): Promise<void> {
  if (id.startsWith(prefix)) await endBatch(id.slice(prefix.length), Date.now());
}

let listening = false;

/** At a start, and again once the permission is there: without it the browser has no such events. `logged` takes what fails. */
export function listenToNotices(logged: (work: (id: string) => Promise<unknown>) => (id: string) => void): void {
  const { notifications } = browser;
  if (listening || !notifications?.onClicked) return;
  listening = true;
  notifications.onClicked.addListener(logged(onNoticeClicked));
  notifications.onClosed.addListener(logged(onNoticeClosed));
}
