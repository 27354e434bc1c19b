/** What has happened to the person's data, for the page that tells them: kept in the extension's own storage, so that it outlives the database. */
import { browser } from 'wxt/browser';

export type DataEventKind =
  | 'restored'
  | 'lost'
  | 'newer'
  | 'full'
  | 'refused'
  | 'blocked'
  | 'error'
  | 'backup'
  | 'backup-failed'
  | 'imported'
  | 'import-undone'
  | 'erased'
  | 'retained'
  | 'clock-doubted';

export interface DataEvent {
  at: number;
  kind: DataEventKind;
  /** Rows, by table or in all. */
  counts?: Record<string, number>;
  /** The name of an error or a file; never anything a person or page wrote. */
  detail?: string;
}

export interface LastBackup {
  at: number;
  how: 'file' | 'folder';
  name: string;
  rows: number;
}

/** How it stands with the folder that backups go to. `permission`: the browser asks the person anew before it lets us write there. */
export interface FolderState {
  name: string;
  problem?: 'permission' | 'gone' | 'failed';
}

export interface DataLog {
  dataLog?: DataEvent[];
  lastBackup?: LastBackup;
  backupFolder?: FolderState;
}

const keys = ['dataLog', 'lastBackup', 'backupFolder'] as const;
const mostEvents = 100;

export const readDataLog = async (): Promise<DataLog> => (await browser.storage.local.get([...keys])) as DataLog;

let line: Promise<unknown> = Promise.resolve();

/** One after the other, so that of two at once none is lost. The same trouble again within the hour is not told again. */
export function noteEvent(event: DataEvent): Promise<void> {
  const note = async (): Promise<void> => {
    const { dataLog = [] } = await readDataLog();
    const repeated = dataLog.some(({ at, kind, detail }) => kind === event.kind && detail === event.detail && event.at - at < 3_600_000);
    if (repeated && !event.counts) return;
    await browser.storage.local.set({ dataLog: [event, ...dataLog].slice(0, mostEvents) });
  };
  const next = line.then(note);
  line = next.catch(() => undefined);
  return next;
}

export async function noteBackup(backup: LastBackup): Promise<void> {
  await browser.storage.local.set({ lastBackup: backup });
  await noteEvent({ at: backup.at, kind: 'backup', detail: backup.name, counts: { rows: backup.rows } });
}

export const noteFolder = (state: FolderState | undefined): Promise<void> =>
  state ? browser.storage.local.set({ backupFolder: state }) : browser.storage.local.remove('backupFolder');

/** Calls `onLog` with all of it, now and at each change, until `signal` ends. */
export function watchDataLog(onLog: (log: DataLog) => void, { signal }: { signal: AbortSignal }): void {
  const tell = () => void readDataLog().then((log) => !signal.aborted && onLog(log));
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && [...keys, 'sentinel'].some((key) => key in changes)) tell();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged), { once: true });
  tell();
}
