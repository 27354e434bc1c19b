import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Selecting } from '../../../components/mention-row.tsx';
import { word } from '../../../components/words.ts';
import type { Entry } from '../../../core/inbox-groups.ts';
import { listInboxIds } from '../../../storage/inbox.ts';
import type { PageProps } from '../page-props.ts';
import type { InboxQuestion } from './use-inbox-filter.ts';

export interface Selection extends Selecting {
  readonly selectAll: () => void;
  readonly clear: () => void;
  /** These again, where nothing else has been selected since. */
  readonly restore: (ids: readonly string[]) => void;
  /** At once, or where all are just being selected, after that: what is done next is about them. */
  readonly after: (act: () => void) => void;
}

/** As many as one change can be about. */
const most = 100_000;
const none: ReadonlySet<string> = new Set();

/** What stands folded behind a line is selected with it: the person sees how many that is. */
const idsOf = ({ mention, folded, same, isCopy }: Entry, shownApart: ReadonlySet<string>): string[] => [
  mention.id,
  ...folded.map(({ id }) => id),
  ...(isCopy ? [] : same.map(({ id }) => id).filter((id) => !shownApart.has(id))),
];

export function useSelection(entries: readonly Entry[], { filter }: InboxQuestion, { notify }: PageProps): Selection {
  const [ids, setIds] = useState(none);
  const newest = useRef(entries);
  newest.current = entries;
  const anchor = useRef<string>(undefined);
  /** What is to be done once all are selected; undefined where that is not being done. */
  const waiting = useRef<(() => void)[]>(undefined);
  const due = useRef<(() => void)[]>(undefined);
  // They are selected when that is drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is selected by now.
  useLayoutEffect(() => {
    const acts = due.current ?? [];
    if (due.current) waiting.current = undefined;
    due.current = undefined;
    for (const act of acts) act();
  }, [ids]);
  const asked = JSON.stringify(filter);
  const clear = useCallback(() => setIds(none), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was selected in another list is not held on to unseen.
  useEffect(() => {
    waiting.current = undefined;
    clear();
  }, [asked]);

  const onSelect = useCallback((entry: Entry, through: boolean) => {
    const all = newest.current;
    const shown = new Set(all.map(({ mention }) => mention.id));
    const at = all.findIndex(({ mention }) => mention.id === entry.mention.id);
    const from = through ? all.findIndex(({ mention }) => mention.id === anchor.current) : -1;
    anchor.current = entry.mention.id;
    const range = from < 0 ? [entry] : all.slice(Math.min(from, at), Math.max(from, at) + 1);
    const wanted = range.flatMap((one) => idsOf(one, shown));
    setIds((before) => {
      const next = new Set(before);
      const isOff = from < 0 && before.has(entry.mention.id);
      for (const id of wanted) isOff ? next.delete(id) : next.add(id);
      return next;
    });
  }, []);

  return useMemo(
    () => ({
      ids,
      onSelect,
      clear,
      restore: (again) => setIds((now) => (now.size > 0 ? now : new Set(again))),
      selectAll: () => {
        const acts: (() => void)[] = [];
        waiting.current = acts;
        void listInboxIds(filter, most).then(
          (all) => {
            if (waiting.current !== acts) return;
            due.current = acts;
            setIds(new Set(all));
          },
          () => {
            waiting.current = undefined;
            notify({ text: word('couldNotRead'), bad: true });
          },
        );
      },
      after: (act) => (waiting.current ? void waiting.current.push(act) : act()),
    }),
    [ids, onSelect, clear, filter, notify],
  );
}
