import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { endTrouble, tellBlocked } from '../messages/blocked.ts';
import { noteEvent } from '../messages/data-log.ts';
import { createReceiver, originOf } from '../messages/receive.ts';
import { sendToTab } from '../messages/send.ts';
import { understandOld } from '../storage/corrections.ts';
import { watchBlocked } from '../storage/db.ts';
import { sweepMutes } from '../storage/mutes.ts';
import { pruneRecent } from '../storage/recent-posts.ts';
import { begin } from '../storage/settings.ts';
import { backUpIfDue } from './background/backups.ts';
import { leaveBox } from './background/collision.ts';
import { retainNow } from './background/data.ts';
import { endErrand } from './background/errand.ts';
import { createHandlers, type Effects } from './background/handlers.ts';
import { later } from './background/later.ts';
import { onMenu, showMenu } from './background/menu.ts';
import { listenToNotices, noticeAlarm, tellNotices } from './background/notices.ts';
import { drainOutbox, isOutboxChange } from './background/outbox.ts';
import { tellPages, tellPopup } from './background/publish.ts';
import { registerWatching, watchAllOpenTabs, watchOpenTabs } from './background/registration.ts';
import { remindOfReport } from './background/report-reminder.ts';
import { onTabClosed, pressRoundKey } from './background/rounds.ts';
import {
  copyWhatWaits,
  endFull,
  healLog,
  isFull,
  nameOfError,
  onAuthored,
  onHeard,
  recoverIfWiped,
  tellIfNewer,
  tellTrouble,
} from './background/safety.ts';
import { snoozeAlarm, wake } from './background/snooze.ts';
import { listStarters } from './background/starter-replies.ts';
import { checkAll, checkMentioned } from './background/turning.ts';
import { keepUp, keepUpSoon } from './background/upkeep.ts';

/** Those without `minutes` ring when they are asked to. */
const alarms: Record<string, { minutes?: number; onRing: () => Promise<void> }> = {
  drain: { minutes: 2, onRing: () => drainOutbox(onSaved) },
  copy: { minutes: 15, onRing: copyWhatWaits },
  mutes: { minutes: 30, onRing: endMutes },
  [snoozeAlarm]: { onRing: () => wake(onWoken) },
  turning: { minutes: 60, onRing: () => checkAll(onTurned) },
  notices: { minutes: 5, onRing: tellNotices },
  [noticeAlarm]: { onRing: tellNotices },
  upkeep: { minutes: 5, onRing: keepUp },
  prune: { minutes: 60, onRing: () => pruneRecent(Date.now()) },
  report: { minutes: 60, onRing: tellOfReport },
  retain: { minutes: 60, onRing: async () => void ((await retainNow(Date.now())) > 0 && onSaved(0)) },
  backup: { minutes: 30, onRing: () => backUpIfDue(Date.now()) },
};

function tellOfReport(): Promise<void> {
  return remindOfReport(Date.now(), tellNotices);
}

/** Pages let go of a mute at its very time by themselves; here it is taken off the list. */
async function endMutes(): Promise<void> {
  if (!(await sweepMutes(Date.now()))) return;
  onAuthored();
  await tellPages();
}

const showMenuSoon = later(500, showMenu, console.error);
const tellPopupSoon = later(500, tellPopup, console.error);
/** A page sends what it kept within the second; only what is left after that has lost its page. */
const drainSoon = later(3_000, () => drainOutbox(onSaved), console.error);

/** What comes within a moment is told of together. */
const tellNoticesSoon = later(2_000, tellNotices, console.error);

/** The batch is answered first; what comes with the next few is looked at together. */
const checkTurningSoon = later(2_000, () => checkMentioned(onTurned), console.error);

/** Something turned: it is kept a second time, as what the person wrote is, and they are told. */
function onTurned(): void {
  onAuthored();
  tellPopupSoon();
  tellNoticesSoon();
}

function onSaved(added: number): void {
  tellPopupSoon();
  tellNoticesSoon();
  if (added > 0) checkTurningSoon();
  onHeard(added).catch(console.error);
  endFull().catch(console.error);
  keepUpSoon();
}

/** Views that count are told; nothing new was heard. */
function onWoken(): void {
  onSaved(0);
}

/** Alarms may be gone after a restart of the browser; one that is there is left to ring. */
async function setAlarms(): Promise<void> {
  for (const [name, { minutes }] of Object.entries(alarms)) {
    if (minutes !== undefined && !(await browser.alarms.get(name))) await browser.alarms.create(name, { periodInMinutes: minutes });
  }
}

async function start(): Promise<void> {
  // What a later version wrote is shown and never written to: nothing is begun, recovered or repaired in it.
  if (await tellIfNewer()) return tellPages();
  await recoverIfWiped();
  await endTrouble();
  if (await begin(listStarters(Date.now()))) onAuthored();
  await tellPages();
}

/** What no message has to wait for. */
async function settle(): Promise<void> {
  await Promise.all([healLog(), setAlarms(), registerWatching(), drainOutbox(onSaved), wake(onWoken)]);
  tellPopupSoon();
  showMenuSoon();
  await understandOld();
  tellNoticesSoon();
  await keepUp();
}

let started: Promise<void> | undefined;

/** Once for each life of the background; where it failed, the next message tries again. */
function ready(): Promise<void> {
  started ??= start().then(
    () => void settle().catch(console.error),
    async (error: unknown) => {
      started = undefined;
      await tellTrouble(error);
      throw error;
    },
  );
  return started;
}

/** An answer that was refused in our own words is no trouble with the data. */
const isOfDatabase = (error: unknown): boolean => error instanceof DOMException || (error instanceof Error && error.name !== 'Error');

const effects: Effects = {
  ready,
  onWatchChanged: async () => {
    await tellPages();
    tellPopupSoon();
  },
  onAuthored: () => {
    onAuthored();
    tellPopupSoon();
    showMenuSoon();
  },
  onHeard: onSaved,
  onTrouble: (error) => {
    if (isFull(error)) tellTrouble(error).catch(console.error);
    else if (isOfDatabase(error)) noteEvent({ at: Date.now(), kind: 'error', detail: nameOfError(error) }).catch(console.error);
  },
};

const logged =
  <A extends unknown[]>(work: (...args: A) => Promise<unknown>) =>
  (...args: A) =>
    void work(...args).catch(console.error);

async function onInstalled({ reason }: { reason: string }): Promise<void> {
  await ready();
  await registerWatching();
  await watchAllOpenTabs();
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

async function onGranted({ origins }: { origins?: string[] }): Promise<void> {
  listenToNotices(logged);
  await registerWatching();
  showMenuSoon();
  await watchOpenTabs(origins ?? []);
}

const commands: Record<string, (tabId: number) => Promise<unknown>> = {
  'open-picker': (tabId) => sendToTab(tabId, 'tab/picker', { open: true }),
  'next-mention': (tabId) => sendToTab(tabId, 'tab/step', { by: 1 }),
  'previous-mention': (tabId) => sendToTab(tabId, 'tab/step', { by: -1 }),
};

async function pressMenu(...pressed: Parameters<typeof onMenu>): Promise<void> {
  if (await onMenu(...pressed)) effects.onAuthored();
}

async function onCommand(command: string): Promise<void> {
  if (command === 'next-in-round') return ready().then(() => pressRoundKey(Date.now()));
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await commands[command]?.(tab.id);
}

/** Every listener is there at once and synchronously: the event that woke the background is delivered to no later one. */
export default defineBackground(() => {
  const own = { id: browser.runtime.id, origin: originOf(browser.runtime.getURL('/')) };
  const receive = createReceiver(createHandlers(effects), own);
  browser.runtime.onMessage.addListener((message, sender) => receive(message, sender));
  browser.runtime.onInstalled.addListener(logged(onInstalled));
  browser.runtime.onStartup.addListener(logged(registerWatching));
  browser.permissions.onAdded.addListener(logged(onGranted));
  browser.permissions.onRemoved.addListener(logged(registerWatching));
  browser.permissions.onRemoved.addListener(showMenuSoon);
  browser.contextMenus.onClicked.addListener(logged(async ({ menuItemId }, tab) => ready().then(() => pressMenu(menuItemId, tab))));
  browser.commands.onCommand.addListener(logged(onCommand));
  browser.alarms.onAlarm.addListener(logged(async ({ name }) => ready().then(alarms[name]?.onRing)));
  watchBlocked(logged(tellBlocked));
  listenToNotices(logged);
  browser.tabs.onRemoved.addListener(logged(endErrand));
  browser.tabs.onRemoved.addListener(logged(leaveBox));
  browser.tabs.onRemoved.addListener(logged(onTabClosed));
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && isOutboxChange(changes)) drainSoon();
  });
  ready().catch(console.error);
});
