import { browser } from 'wxt/browser';
import { noteEvent } from './data-log.ts';
import { dismissNotice, publishNotice, readNotice } from './notices.ts';

/** The database is there, and ours to write to: what was said of its absence is over. */
export async function endTrouble(): Promise<void> {
  const kind = (await readNotice())?.kind;
  if (kind === 'refused' || kind === 'blocked' || kind === 'newer') await dismissNotice();
}

/** Pages that are closing let go by themselves. */
const patience = 3_000;

/** The pages of ours that are open now, by their addresses. */
async function listOwnPages(): Promise<string[]> {
  const own = browser.runtime.getURL('/');
  const { getContexts } = browser.runtime as Partial<Pick<typeof browser.runtime, 'getContexts'>>;
  const found = getContexts
    ? (await getContexts({ contextTypes: ['TAB', 'POPUP'] })).map(({ documentUrl }) => documentUrl)
    : (browser.extension?.getViews?.() ?? []).map((view) => (view as unknown as { location: { href: string } }).location.href);
  return [
    ...new Set(
      found.flatMap((address) => (address?.startsWith(own) && !address.includes('background') ? [address.slice(own.length)] : [])),
    ),
  ];
}

/**
 * Says which page it is that keeps the database from being brought up to date, for as long as it does. Whoever asked first is told by the
 * browser, and no one behind it: that may be the background or any page of ours.
 */
export async function tellBlocked(over: Promise<void>): Promise<void> {
  const pages = await listOwnPages();
  const isOver = over.then(() => true);
  if (await Promise.race([isOver, new Promise<false>((resolve) => setTimeout(() => resolve(false), patience))])) return;
  await publishNotice({ kind: 'blocked', at: Date.now(), pages });
  await noteEvent({ at: Date.now(), kind: 'blocked' });
  await over;
  await endTrouble();
}
