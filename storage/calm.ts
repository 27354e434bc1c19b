/** Watching what takes long to read. */
import { reading, type TableName, type Watched, watchQuery } from './db.ts';

/**
 * Runs `read` now, and again after something has changed in one of the tables, but no sooner than `pause` milliseconds after it was last read:
 * while posts come in several times a second, nobody counts a month of them for each. A pause that is told anew may grow with what a reading takes.
 */
export function watchCalmly<T>(tables: readonly TableName[], read: () => Promise<T>, pause: number | (() => number)): Watched<T> {
  // The first key stands for all of them: the whole table is watched. A later version may have no such table any more.
  const touch = () => reading((db) => Promise.all(tables.flatMap((name) => (name in db ? [db.table(name).limit(1).primaryKeys()] : []))));
  return {
    subscribe(onValue, onError = console.error) {
      let [stopped, busy, changed] = [false, false, false];
      let timer: ReturnType<typeof setTimeout> | undefined;
      const run = async (): Promise<void> => {
        [busy, changed] = [true, false];
        try {
          const value = await read();
          if (!stopped) onValue(value);
        } catch (error) {
          if (!stopped) onError(error);
        }
        busy = false;
        if (!stopped) timer = setTimeout(goOn, typeof pause === 'number' ? pause : pause());
      };
      const goOn = (): void => {
        timer = undefined;
        if (changed) void run();
      };
      const onTouch = (): void => {
        if (busy || timer !== undefined) changed = true;
        else void run();
      };
      const touched = watchQuery(touch).subscribe(onTouch, onError);
      return {
        unsubscribe() {
          stopped = true;
          clearTimeout(timer);
          touched.unsubscribe();
        },
      };
    },
  };
}
