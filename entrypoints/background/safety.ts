import { browser } from 'wxt/browser';
import { noteEvent } from '../../messages/data-log.ts';
import { dismissNotice, publishNotice, readNotice } from '../../messages/notices.ts';
import { forgetImport } from '../../storage/backup.ts';
import { findCopyPlace } from '../../storage/copy-place.ts';
import { isReadOnly } from '../../storage/db.ts';
import { beginNewLog } from '../../storage/heal.ts';
import { countMentions } from '../../storage/mentions.ts';
import { type CopyPlace, type Part, removeCopies, restoreCopy, type Sentinel, writeAnew, writeCopy } from '../../storage/second-copy.ts';
import { isBegun } from '../../storage/settings.ts';
import { inTurn, later } from './later.ts';

/** A small inbox is copied after every change, a large one every 15 minutes or 500 mentions. */
const smallInbox = 500;
const manyRows = 500;
const pause = 5_000;

let place: Promise<CopyPlace> | undefined;
export const getPlace = (): Promise<CopyPlace> => {
  place ??= findCopyPlace(browser.storage.local);
  return place;
};

async function readSentinel(): Promise<Sentinel | undefined> {
  return (await browser.storage.local.get('sentinel')).sentinel as Sentinel | undefined;
}

const oneByOne = inTurn();

const copy = (part: Part): Promise<void> =>
  oneByOne(async () => {
    const sentinel = await writeCopy(await getPlace(), part, await readSentinel(), Date.now());
    await browser.storage.local.set({ sentinel });
    if (part === 'heard') await browser.storage.session.remove('uncopied');
  });

/** Both generations of everything: what was erased must not stand in an older one. */
export const copyAnew = (): Promise<void> =>
  oneByOne(async () => {
    const sentinel = await writeAnew(await getPlace(), await readSentinel(), Date.now());
    await browser.storage.local.set({ sentinel });
    await browser.storage.session.remove('uncopied');
  });

/** No copy, and nothing that says there was one. */
export const forgetCopies = (): Promise<void> =>
  oneByOne(async () => {
    await browser.storage.local.remove('sentinel');
    await removeCopies(await getPlace());
    await forgetImport(await getPlace());
  });

const copyAuthoredSoon = later(pause, () => copy('authored'), console.error);
const copyHeardSoon = later(pause, () => copy('heard'), console.error);

/** What the person wrote has changed. */
export const onAuthored = copyAuthoredSoon;

/** `added` mentions are new. */
export async function onHeard(added: number): Promise<void> {
  const { uncopied } = await browser.storage.session.get('uncopied');
  const waiting = (typeof uncopied === 'number' ? uncopied : 0) + added;
  await browser.storage.session.set({ uncopied: waiting });
  if (waiting >= manyRows || (await countMentions()) <= smallInbox) copyHeardSoon();
}

/** Every 15 minutes: what is not copied yet. */
export async function copyWhatWaits(): Promise<void> {
  const { uncopied } = await browser.storage.session.get('uncopied');
  if (uncopied !== undefined) await copy('heard');
}

/**
 * Where the database is empty although it was not, puts the second copy back and says so. Never a silent empty inbox.
 * @returns true where the database was wiped
 */
export async function recoverIfWiped(): Promise<boolean> {
  const sentinel = await readSentinel();
  if (!sentinel || (await isBegun())) return false;
  const counts = await restoreCopy(await getPlace());
  const kind = (counts.settings ?? 0) > 0 ? 'restored' : 'lost';
  await publishNotice({ kind, at: Date.now(), counts });
  await noteEvent({ at: Date.now(), kind, counts });
  return true;
}

/** Says what keeps the database from being used, if anything does. */
export async function tellTrouble(error: unknown): Promise<void> {
  const kind = isFull(error) ? 'full' : 'refused';
  fullTold = kind === 'full';
  await publishNotice({ kind, at: Date.now() });
  await noteEvent({ at: Date.now(), kind, detail: nameOfError(error) });
}

/** Unknown until it was looked up: the background may have been stopped since it was told. */
let fullTold: boolean | undefined;

/** Something was kept: there is room again. */
export async function endFull(): Promise<void> {
  fullTold ??= (await readNotice())?.kind === 'full';
  if (!fullTold) return;
  fullTold = false;
  if ((await readNotice())?.kind === 'full') await dismissNotice();
}

/** Its name alone: what it says may hold words of a person or page. */
export function nameOfError(error: unknown): string {
  const inner = (error as { inner?: { name?: unknown } } | undefined)?.inner?.name;
  const name = error instanceof Error || error instanceof DOMException ? error.name : typeof error;
  return (typeof inner === 'string' ? `${name} (${inner})` : name).slice(0, 80);
}

/** Says so where the data is of a later version. @returns true where it is */
export async function tellIfNewer(): Promise<boolean> {
  if (!(await isReadOnly())) return false;
  await publishNotice({ kind: 'newer', at: Date.now() });
  await noteEvent({ at: Date.now(), kind: 'newer' });
  return true;
}

/** Dexie reports a full disk as an AbortError that holds the reason within, sometimes within another one. */
export function isFull(error: unknown): boolean {
  let one = error as { name?: unknown; inner?: unknown } | null | undefined;
  for (let depth = 0; one && depth < 5; depth++, one = one.inner as typeof one) if (one.name === 'QuotaExceededError') return true;
  return false;
}

/** At the first start of the background since the browser was started: it may have been killed before. Only LevelDB needs it. */
export async function healLog(): Promise<void> {
  if (import.meta.env.FIREFOX || (await browser.storage.session.get('healed')).healed) return;
  await browser.storage.session.set({ healed: true });
  await beginNewLog();
}
