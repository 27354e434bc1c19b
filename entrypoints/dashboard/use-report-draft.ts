import { useRef } from 'preact/hooks';
import type { Editing } from '../../components/editing.ts';
import type { Notify } from '../../components/notices.tsx';
import { word } from '../../components/words.ts';
import type { ReportDraft } from '../../core/model.ts';
import { send } from '../../messages/send.ts';

type Parts = Partial<Omit<ReportDraft, 'id' | 'updatedAt'>>;

/** Changes parts of what is written and chosen by now; `undefined` takes one away. */
export type SaveDraft = (change: (newest: Parts) => Parts, told?: Parameters<Notify>[0]) => Promise<boolean>;

interface Given {
  /** The report's. */
  id: string;
  /** As it was last read. */
  draft: ReportDraft | undefined;
  editing: Pick<Editing, 'attempt'>;
  notify: Notify;
}

/** What was saved a moment ago counts before it is read again: whoever changes one thing right after the other keeps both. */
export function useReportDraft({ id, draft, editing, notify }: Given): SaveDraft {
  const read = useRef(draft);
  read.current = draft;
  const sent = useRef<ReportDraft | undefined>(undefined);
  const newest = () => (sent.current && sent.current.updatedAt > (read.current?.updatedAt ?? 0) ? sent.current : read.current);
  return async (change, told = { text: word('reportSaved') }) => {
    const before = newest();
    const { quotes, ...kept } = { texts: {}, ...before, ...change(before ?? {}) };
    const updatedAt = Math.max(Date.now(), (before?.updatedAt ?? 0) + 1);
    const next: ReportDraft = { ...kept, ...(quotes ? { quotes } : {}), id, updatedAt };
    sent.current = next;
    const saved = await editing.attempt(send('report/save', { draft: next }));
    if (saved) notify(told);
    else if (sent.current === next) sent.current = undefined;
    return saved;
  };
}
