/** Backups and what else is done with the data as a whole. */
import { browser } from 'wxt/browser';
import { readTables } from '../../core/backup.ts';
import type { Clock } from '../../core/retention.ts';
import type { Handlers } from '../../messages/contract.ts';
import { noteBackup, noteEvent } from '../../messages/data-log.ts';
import { backupSchemas, forgetImport, importTables, undoImport } from '../../storage/backup.ts';
import { eraseAll, erasePerson, eraseSite, isBy, readPersonId } from '../../storage/erase.ts';
import { saveMutes } from '../../storage/mutes.ts';
import { retain } from '../../storage/retention.ts';
import { begin } from '../../storage/settings.ts';
import { backUpToFolder } from './backups.ts';
import { inTurn } from './later.ts';
import { sweepOutbox } from './outbox.ts';
import { copyAnew, forgetCopies, getPlace } from './safety.ts';
import { setSnoozeAlarm } from './snooze.ts';
import { listStarters } from './starter-replies.ts';

export interface DataEffects {
  onWatchChanged: () => Promise<void>;
  onAuthored: () => void;
  onHeard: (added: number) => void;
}

const oneByOne = inTurn();

/** Hourly: lets go of what is too old. @returns how many mentions went */
export const retainNow = (now: number): Promise<number> =>
  oneByOne(async () => {
    const kept = (await browser.storage.local.get('clock')).clock as Clock | undefined;
    const { clock, removed } = await retain(kept, now);
    await browser.storage.local.set({ clock });
    if (clock.doubtedAt === now) await noteEvent({ at: now, kind: 'clock-doubted' });
    if (removed > 0) await noteEvent({ at: now, kind: 'retained', counts: { mentions: removed } });
    return removed;
  });

/** Errands and open boxes that speak of a mention which is gone. */
async function forgetInSession(mentionIds: readonly string[]): Promise<void> {
  const gone = new Set(mentionIds);
  const all = Object.entries(await browser.storage.session.get(null));
  const keys = all.filter(([, value]) => gone.has((value as { mentionId?: string } | null)?.mentionId ?? '')).map(([key]) => key);
  if (keys.length > 0) await browser.storage.session.remove(keys);
}

type What = { kind: 'person'; id: string } | { kind: 'site'; site: string };

/** Out of what waits, the database, the copies outside of it, and what the last import would bring back. */
async function erase(what: What, mute: boolean, now: number): Promise<Record<string, number>> {
  const isMeant = what.kind === 'person' ? isBy(readPersonId(what.id)) : ({ site }: { site: string }) => site === what.site;
  await sweepOutbox(isMeant, what.kind === 'site' ? what.site : undefined);
  const { erased, mentionIds } = await (what.kind === 'person' ? erasePerson(what.id) : eraseSite(what.site));
  if (mute && what.kind === 'person') {
    const { site, handle } = readPersonId(what.id);
    await saveMutes([{ id: crypto.randomUUID(), kind: 'person', site, value: handle, createdAt: now }]);
  }
  await sweepOutbox(isMeant, what.kind === 'site' ? what.site : undefined);
  await forgetInSession(mentionIds);
  await forgetImport(await getPlace());
  await copyAnew();
  await noteEvent({ at: now, kind: 'erased', counts: erased });
  return erased;
}

/** The copies first: should it be cut off in between, nothing may bring back what was to go. */
async function deleteAll(now: number): Promise<void> {
  await forgetCopies();
  await eraseAll();
  await browser.storage.session.clear();
  await browser.storage.local.clear();
  await begin(listStarters(now));
}

export function createDataHandlers({ onWatchChanged, onAuthored, onHeard }: DataEffects) {
  const replaced = async <T>(work: Promise<T>): Promise<T> => {
    const value = await work;
    onAuthored();
    onHeard(0);
    await onWatchChanged();
    await setSnoozeAlarm();
    return value;
  };
  return {
    'data/import': async ({ tables, prefer }) => {
      const now = Date.now();
      const plans = await replaced(importTables(await getPlace(), readTables(tables, backupSchemas), prefer, now));
      const counts = Object.fromEntries(plans.map(({ table, added, changed }) => [table, added + changed]));
      await noteEvent({ at: now, kind: 'imported', counts });
      return { tables: [...plans] };
    },
    'data/undoImport': async () => {
      const done = await replaced(undoImport(await getPlace()));
      if (done) await noteEvent({ at: Date.now(), kind: 'import-undone' });
      return { done };
    },
    'data/noteBackup': async ({ name, rows }) => {
      await noteBackup({ at: Date.now(), how: 'file', name, rows });
      return {};
    },
    'data/backupNow': async () => ({ name: await backUpToFolder(Date.now()) }),
    'data/erase': async ({ what, mute = false }) => ({ erased: await replaced(erase(what, mute, Date.now())) }),
    'data/retain': async () => {
      const removed = await retainNow(Date.now());
      if (removed > 0) onHeard(0);
      return { removed };
    },
    'data/deleteAll': async () => {
      await replaced(deleteAll(Date.now()));
      return {};
    },
  } satisfies Partial<Handlers>;
}
