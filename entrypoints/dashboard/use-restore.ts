import { useState } from 'preact/hooks';
import { sayBackupFault } from '../../components/import-words.ts';
import { formatNumber, word } from '../../components/words.ts';
import { type Backup, readBackup } from '../../core/backup.ts';
import type { Prefer } from '../../core/merge-rows.ts';
import type { TablePlan } from '../../core/plan-restore.ts';
import { RefusedFile } from '../../core/safe-json.ts';
import { send } from '../../messages/send.ts';
import { backupSchemas, planImport } from '../../storage/backup.ts';
import { newestVersion } from '../../storage/db.ts';
import type { PageProps } from './page-props.ts';
import { readText } from './read-text.ts';

export interface Reading {
  fileName: string;
  backup: Backup;
  prefer: Prefer;
  plan: readonly TablePlan[];
}

const sayProblem = (error: unknown): string =>
  error instanceof RefusedFile
    ? sayBackupFault(error.fault, error.detail)
    : word('fileUnreadable', error instanceof Error ? error.message : String(error));

/** A file → what it would change → what it did, which can be taken back. */
export function useRestore({ editing, notify }: PageProps) {
  const [reading, setReading] = useState<Reading>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const plan = async (fileName: string, backup: Backup, prefer: Prefer) =>
    setReading({ fileName, backup, prefer, plan: await planImport(backup.tables, prefer) });

  async function during(work: () => Promise<void>) {
    setBusy(true);
    setProblem(undefined);
    await work().catch((error: unknown) => setProblem(sayProblem(error)));
    setBusy(false);
  }
  const open = (file: File) =>
    during(async () => {
      setReading(undefined);
      await plan(file.name, readBackup(await readText(file), backupSchemas, newestVersion), 'newer');
    });
  const choose = (prefer: Prefer) =>
    during(async () => {
      if (reading) await plan(reading.fileName, reading.backup, prefer);
    });
  const take = () =>
    during(async () => {
      if (!reading) return;
      const tables = Object.fromEntries(Object.entries(reading.backup.tables).map(([name, rows]) => [name, [...rows]]));
      const done = await send('data/import', { tables, prefer: reading.prefer });
      setReading(undefined);
      const count = done.tables.reduce((sum, { added, changed }) => sum + added + changed, 0);
      const undo = () => void editing.attempt(send('data/undoImport', {}).then(() => notify({ text: word('importUndone') })));
      notify({ text: word('restoredRows', formatNumber(count)), undo });
    });
  return { reading, problem, busy, open, choose, take, close: () => setReading(undefined) };
}
