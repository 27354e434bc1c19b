import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useObservable } from '../../components/use-observable.ts';
import { type DataLog, watchDataLog } from '../../messages/data-log.ts';
import { watchQuery } from '../../storage/db.ts';
import type { Sentinel } from '../../storage/second-copy.ts';
import { countRows, type DatabaseStatus, readDatabaseStatus } from '../../storage/status.ts';

export interface Room {
  used?: number;
  /** As much as the browser says it would let us have. */
  most?: number;
  /** The browser has promised to clear nothing of ours by itself; or it is the permission that says so. */
  persisted: boolean;
}

export interface DataStatusNow {
  database: DatabaseStatus | undefined;
  /** Rows by table. */
  counts: Record<string, number> | undefined;
  /** Why there is no database, where there is none. */
  problem: string | undefined;
  log: DataLog;
  sentinel: Sentinel | undefined;
  room: Room | undefined;
}

async function readRoom(): Promise<Room> {
  const [{ usage, quota }, persisted] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]);
  return { persisted, ...(usage === undefined ? {} : { used: usage }), ...(quota === undefined ? {} : { most: quota }) };
}

/** What is said of the data is asked, each time, of those who know. */
export function useDataStatus(): DataStatusNow {
  const { value: counts, error } = useObservable(() => watchQuery(countRows), []);
  const [database, setDatabase] = useState<DatabaseStatus>();
  const [log, setLog] = useState<DataLog>({});
  const [sentinel, setSentinel] = useState<Sentinel>();
  const [room, setRoom] = useState<Room>();
  useEffect(() => {
    const stop = new AbortController();
    watchDataLog(
      (now) => {
        setLog(now);
        void browser.storage.local.get('sentinel').then((found) => setSentinel(found.sentinel as Sentinel | undefined));
        void readDatabaseStatus().then(setDatabase, () => setDatabase(undefined));
        void readRoom().then(setRoom, () => setRoom(undefined));
      },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, []);
  return { database, counts, problem: error ? String((error as Error).name ?? error) : undefined, log, sentinel, room };
}
