import { useEffect, useState } from 'preact/hooks';
import { useObservable } from '../../components/use-observable.ts';
import type { Settings } from '../../core/model.ts';
import { type DataLog, noteFolder, watchDataLog } from '../../messages/data-log.ts';
import { send } from '../../messages/send.ts';
import { type BackupFolder, readFolder, removeFolder, saveFolder } from '../../storage/backup-folder.ts';
import { watchQuery } from '../../storage/db.ts';

type Picker = (options: { id: string; mode: 'readwrite'; startIn?: string }) => Promise<BackupFolder>;

const findPicker = (): Picker | undefined => (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker;

export const canPickFolder = (): boolean => findPicker() !== undefined;

export function useDataLog(): DataLog {
  const [log, setLog] = useState<DataLog>({});
  useEffect(() => {
    const stop = new AbortController();
    watchDataLog(setLog, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return log;
}

/** Undefined where the person closed the browser's window without picking one. */
async function pick(): Promise<BackupFolder | undefined> {
  try {
    // Asked of the global object itself: a function taken off it refuses to run.
    return await findPicker()?.call(globalThis, { id: 'earshot-backups', mode: 'readwrite', startIn: 'documents' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** The folder that backups go to: picked, asked for anew, written to, let go of. */
export function useFolder(every: Settings['backupEvery']) {
  const folder = useObservable(() => watchQuery(readFolder), []).value;
  const { backupFolder: state } = useDataLog();
  const write = () => send('data/backupNow', {});
  return {
    folder,
    state,
    write,
    choose: async () => {
      const picked = await pick();
      if (!picked) return undefined;
      await saveFolder(picked);
      await noteFolder({ name: picked.name });
      // Who picks a folder wants backups in it.
      if (!every || every === 'never') await send('settings/save', { patch: { backupEvery: 'day' } });
      return (await write()).name;
    },
    allow: async () => {
      if ((await folder?.requestPermission?.({ mode: 'readwrite' })) !== 'granted') return undefined;
      return (await write()).name;
    },
    forget: async () => {
      await removeFolder();
      await noteFolder(undefined);
    },
  };
}
