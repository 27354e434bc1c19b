/** Backups that are made by themselves, into the folder the person picked. */
import { backupParts } from '../../core/backup.ts';
import { noteBackup, noteEvent, noteFolder, readDataLog } from '../../messages/data-log.ts';
import { writeBackup } from '../../storage/backup.ts';
import { FolderProblem, readFolder, writeToFolder } from '../../storage/backup-folder.ts';
import { getSettings } from '../../storage/settings.ts';
import { inTurn } from './later.ts';

const every = { day: 86_400_000, week: 7 * 86_400_000 } as const;

/** `earshot-backup-2026-11-24-0930.json`, UTC: names in order are times in order. */
const nameOf = (now: number): string => {
  const [day = '', clock = ''] = new Date(now).toISOString().split('T');
  return `earshot-backup-${day}-${clock.slice(0, 5).replace(':', '')}.json`;
};

const oneByOne = inTurn();

/** @returns the name of the file. @throws FolderProblem, after it was noted for the person to see */
export const backUpToFolder = (now: number): Promise<string> =>
  oneByOne(async () => {
    const folder = await readFolder();
    if (!folder) throw new FolderProblem('gone');
    try {
      const { pieces, rows } = await writeBackup(backupParts, now);
      const name = nameOf(now);
      await writeToFolder(folder, name, pieces);
      await noteFolder({ name: folder.name });
      await noteBackup({ at: now, how: 'folder', name, rows: Object.values(rows).reduce((sum, count) => sum + count, 0) });
      return name;
    } catch (error) {
      const problem = error instanceof FolderProblem ? error.problem : 'failed';
      await noteFolder({ name: folder.name, problem });
      await noteEvent({ at: now, kind: 'backup-failed', detail: problem });
      throw error;
    }
  });

/** A backup from the future is of a clock that was wrong. */
export async function backUpIfDue(now: number): Promise<void> {
  const [{ backupEvery }, { lastBackup }, folder] = await Promise.all([getSettings(), readDataLog(), readFolder()]);
  if (!backupEvery || backupEvery === 'never' || !folder) return;
  const age = lastBackup?.how === 'folder' ? now - lastBackup.at : Number.POSITIVE_INFINITY;
  // What went wrong is noted where the person sees it; the next hour tries again.
  if (age < 0 || age >= every[backupEvery]) await backUpToFolder(now).catch(() => undefined);
}
