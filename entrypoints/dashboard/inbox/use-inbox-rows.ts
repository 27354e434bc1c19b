import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { InboxFilter } from '../../../core/inbox-filter.ts';
import type { InboxSort } from '../../../core/inbox-match.ts';
import { createInboxReader, emptyInbox, type InboxReader, type InboxState } from './inbox-reader.ts';

/** The person is at the top and holds no item: nothing they read or point at is moved by what comes in. */
function isAtTop(): boolean {
  return window.scrollY < 40 && document.activeElement?.closest('.mentions') == null;
}

export interface InboxRows extends InboxState, InboxReader {
  /** They answer what is asked now, and not still what was asked before. */
  readonly current: boolean;
}

export function useInboxRows(filter: InboxFilter, sort: InboxSort): InboxRows {
  const [state, setState] = useState<InboxState & { asked?: string }>(emptyInbox);
  const reader = useRef<InboxReader>(undefined);
  const asked = JSON.stringify([filter, sort]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a filter is what it says, not which object it is.
  useEffect(() => {
    const stop = new AbortController();
    reader.current = createInboxReader({
      filter,
      sort,
      onState: (next) => setState({ ...next, asked }),
      mayTake: isAtTop,
      signal: stop.signal,
    });
    return () => stop.abort();
  }, [asked]);
  const loadMore = useCallback(async () => reader.current?.loadMore(), []);
  const takeFresh = useCallback(() => reader.current?.takeFresh(), []);
  const refresh = useCallback(async (ids: readonly string[]) => reader.current?.refresh(ids), []);
  const expect = useCallback<InboxReader['expect']>((ids, change) => reader.current?.expect(ids, change) ?? (() => {}), []);
  const watch = useCallback((ids: readonly string[]) => reader.current?.watch(ids), []);
  return { ...state, current: state.ready && state.asked === asked, loadMore, takeFresh, expect, refresh, watch };
}
