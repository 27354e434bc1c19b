import { useEffect } from 'preact/hooks';
import { keepNoteDrafts, takeNoteDrafts } from '../../components/note-drafts.ts';
import { send } from '../../messages/send.ts';
import { watchQuery } from '../../storage/db.ts';
import { listDrafts } from '../../storage/drafts.ts';

/** What is begun in this page and not saved outlives it, and is in all others. */
export function useDrafts(): void {
  useEffect(() => {
    const over = new AbortController();
    keepNoteDrafts((draft) => send('draft/save', draft), over);
    const watching = watchQuery(listDrafts).subscribe(takeNoteDrafts);
    return () => {
      over.abort();
      watching.unsubscribe();
    };
  }, []);
}
