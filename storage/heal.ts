/**
 * A browser that was killed between two writes can leave a torn last record in the log of its LevelDB, take that log up again at the next
 * start, and find it corrupt at the one after: then it deletes the database (https://github.com/google/leveldb/issues/1287). The log is
 * begun anew once four megabytes were written, so that much is written and thrown away, before anyone has the time to lose anything.
 * TODO [2027-12]: drop when Chromium keeps no extension's data in LevelDB any more.
 */
const name = 'earshot-scratch';
const store = 'scratch';
const valueSize = 16 * 1024;
/** A little more than the four megabytes at which LevelDB begins a new log. */
const values = 288;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function openScratch(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store);
  return done(request);
}

function fill(db: IDBDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    // All of one database's origin go into the same log; how safely these few are written makes no difference.
    const change = db.transaction(store, 'readwrite', { durability: 'relaxed' });
    for (let i = 0; i < values; i++) change.objectStore(store).put('x'.repeat(valueSize), i);
    change.oncomplete = () => resolve();
    change.onabort = () => reject(change.error);
  });
}

/** Has the browser begin a new log. Where that fails nothing is worse than before. */
export async function beginNewLog(): Promise<void> {
  const db = await openScratch();
  try {
    await fill(db);
  } finally {
    db.close();
    await done(indexedDB.deleteDatabase(name));
  }
}
