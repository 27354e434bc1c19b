import { tellBlocked } from '../../messages/blocked.ts';
import { type Notice, watchNotice } from '../../messages/notices.ts';
import { isReadOnly, watchBlocked } from '../../storage/db.ts';

/**
 * Calls `onNotice` with what the person must know about their data. A browser that gives no database may keep the background's own notice of
 * it from being kept as well, and a background may be of another time than its data: then it is what this page finds by itself.
 */
export function watchTrouble(onNotice: (notice: Notice | undefined) => void, options: { signal: AbortSignal }): void {
  let own: Notice | undefined;
  const find = (kind: Notice['kind']) => {
    own = { kind, at: Date.now() };
    if (!options.signal.aborted) onNotice(own);
  };
  watchNotice((notice) => onNotice(notice ?? own), options);
  watchBlocked((over) => void tellBlocked(over).catch(console.error));
  isReadOnly().then(
    (newer) => newer && find('newer'),
    () => find('refused'),
  );
}
