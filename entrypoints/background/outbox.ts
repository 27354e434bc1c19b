/** The one way a batch reaches the database, whether its page sent it or left it behind in storage. */
import { browser } from 'wxt/browser';
import { type Answered, contract } from '../../messages/contract.ts';
import { saveBatch } from '../../storage/mentions.ts';
import { inTurn } from './later.ts';
import { createLimit } from './limit.ts';

const prefix = 'outbox:';
/** No person reads more posts a minute; a page that shows more of them is making them up. */
const mostPerMinute = 500;
/** Batches that may wait. Past this a page is flooding us, and its surplus is let go. */
const mostWaiting = 200;

/** Posts to try keywords on, of one tab: past this they are let go, so that no page fills the window alone. */
const mostRecentPerMinute = 500;

const allow = createLimit(mostPerMinute, 60_000);
const allowRecent = createLimit(mostRecentPerMinute, 60_000);
const schema = contract['capture/save'].request;
type Batch = ReturnType<typeof schema.parse>;

/** Told after each commit, with the number of mentions that are new. */
type OnSaved = (added: number) => void;

async function listWaiting(): Promise<string[]> {
  return Object.keys(await browser.storage.local.get(null)).filter((key) => key.startsWith(prefix));
}

async function commit(batch: Batch, onSaved: OnSaved): Promise<string[]> {
  const { saved, added } = await saveBatch(batch, Date.now());
  await browser.storage.local.remove(prefix + batch.key);
  if (saved.length > 0) onSaved(added);
  return saved;
}

/** @throws where the tab sends too much; its batch waits in storage for a quieter minute, unless too many do. */
export async function receiveBatch(
  batch: Batch,
  sender: { tabId?: number; incognito: boolean },
  onSaved: OnSaved,
): Promise<Answered<'capture/save'>> {
  if (sender.incognito) {
    await browser.storage.local.remove(prefix + batch.key);
    return { saved: [] };
  }
  if (!allow(`tab:${sender.tabId}`, batch.captures.length, Date.now())) {
    if ((await listWaiting()).length > mostWaiting) await browser.storage.local.remove(prefix + batch.key);
    throw new Error('too many posts in a minute');
  }
  const isWelcome = allowRecent(`tab:${sender.tabId}`, batch.recent?.length ?? 0, Date.now());
  return { saved: await commit(isWelcome ? batch : { ...batch, recent: undefined }, onSaved) };
}

/**
 * Captures of version 0.1 named their keywords only in their hits.
 * TODO [2027-06]: drop when no batch of that version can be waiting any more.
 */
function nameKeywords(batch: unknown): unknown {
  const { captures } = (batch ?? {}) as { captures?: unknown };
  if (!Array.isArray(captures)) return batch;
  const named = captures.map((capture: { hits?: { keywordId?: unknown }[]; keywordIds?: unknown } | null) =>
    capture && !capture.keywordIds && Array.isArray(capture.hits)
      ? { ...capture, keywordIds: [...new Set(capture.hits.map((hit) => hit?.keywordId))] }
      : capture,
  );
  return { ...(batch as object), captures: named };
}

async function drainOne(key: string, onSaved: OnSaved): Promise<void> {
  const parsed = schema.safeParse(nameKeywords((await browser.storage.local.get(key))[key]));
  if (!parsed.success) return browser.storage.local.remove(key);
  if (allow('outbox', parsed.data.captures.length, Date.now())) await commit({ ...parsed.data, key: key.slice(prefix.length) }, onSaved);
}

const oneByOne = inTurn();

/** Saves what pages left behind: the batch of a tab that was closed before anyone answered it. */
export const drainOutbox = (onSaved: OnSaved): Promise<void> =>
  oneByOne(async () => {
    for (const key of await listWaiting()) await drainOne(key, onSaved);
  });

type Swept = { site: string; author: { handle?: string | undefined } };

/** Takes out of what waits the posts that are meant, and what was counted on `site`. */
export const sweepOutbox = (isMeant: (post: Swept) => boolean, site: string | undefined): Promise<void> =>
  oneByOne(async () => {
    for (const key of await listWaiting()) {
      const parsed = schema.safeParse(nameKeywords((await browser.storage.local.get(key))[key]));
      // What cannot be read would never be kept either.
      if (!parsed.success) await browser.storage.local.remove(key);
      else await sweepOne(key, parsed.data, isMeant, site);
    }
  });

async function sweepOne(key: string, batch: Batch, isMeant: (post: Swept) => boolean, site: string | undefined): Promise<void> {
  const captures = batch.captures.filter((post) => !isMeant(post));
  const recent = batch.recent?.filter((post) => !isMeant(post));
  const scanned = batch.scanned.filter((one) => one.site !== site);
  if (captures.length === batch.captures.length && recent?.length === batch.recent?.length && scanned.length === batch.scanned.length)
    return;
  await browser.storage.local.set({ [key]: { ...batch, captures, scanned, ...(recent ? { recent } : {}) } });
}

export const isOutboxChange = (changes: Readonly<Record<string, { newValue?: unknown }>>): boolean =>
  Object.entries(changes).some(([key, { newValue }]) => key.startsWith(prefix) && newValue !== undefined);
