/** Which mention is being answered in which tab, so that it is not answered twice. It is forgotten with the browser's session. */
import { browser } from 'wxt/browser';
import { sendToTab } from '../../messages/send.ts';

interface Box {
  mentionId: string;
  at: number;
  insertedAt?: number;
}

const prefix = 'box:';
/** Longer ago, it is past: the inbox and the picker say that it was answered. */
const moment = 10 * 60_000;

const keyOf = (tabId: number): string => prefix + tabId;

async function listBoxes(): Promise<(Box & { tabId: number })[]> {
  const all = Object.entries(await browser.storage.session.get(null)).filter(([key]) => key.startsWith(prefix));
  return all.map(([key, box]) => ({ ...(box as Box), tabId: Number(key.slice(prefix.length)) }));
}

/** One mention a tab: the latest. */
export async function noteBox(tabId: number | undefined, mentionId: string, inserted: boolean, now: number): Promise<void> {
  if (tabId === undefined) return;
  const before = (await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)] as Box | undefined;
  const kept = before?.mentionId === mentionId ? before : undefined;
  const insertedAt = inserted ? now : kept?.insertedAt;
  const box: Box = { mentionId, at: now, ...(insertedAt === undefined ? {} : { insertedAt }) };
  await browser.storage.session.set({ [keyOf(tabId)]: box });
}

/** The tab is closed. What was put in there a moment ago may have been sent. */
export async function leaveBox(tabId: number): Promise<void> {
  const box = (await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)] as Box | undefined;
  if (box && box.insertedAt === undefined) await browser.storage.session.remove(keyOf(tabId));
}

/** A page may have closed its box since, or show another post: it is asked. */
async function isStillOpen(tabId: number, mentionId: string): Promise<boolean> {
  const said = await sendToTab(tabId, 'tab/context', {}).catch(() => undefined);
  return said?.hasField === true && said.context.mentionId === mentionId;
}

export async function findElsewhere(
  tabId: number | undefined,
  mentionId: string,
  now: number,
): Promise<{ open: boolean; insertedAt?: number }> {
  const others = (await listBoxes()).filter((box) => box.mentionId === mentionId && box.tabId !== tabId);
  const times = others.flatMap(({ insertedAt }) => (insertedAt !== undefined && now - insertedAt < moment ? [insertedAt] : []));
  const open = (await Promise.all(others.map((box) => isStillOpen(box.tabId, mentionId)))).some(Boolean);
  return { open, ...(times.length > 0 ? { insertedAt: Math.max(...times) } : {}) };
}
