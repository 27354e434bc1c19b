import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Entry } from '../core/inbox-groups.ts';
import { type Folds, MentionRow, type RowLooks, type Selecting } from './mention-row.tsx';
import type { ListPlace } from './use-list-place.ts';
import { useWindowRows } from './use-window-rows.ts';
import { word } from './words.ts';

interface Props {
  entries: readonly Entry[];
  place: ListPlace;
  looks: RowLooks;
  selecting: Selecting;
  folds: Folds;
  more: boolean;
  onMore: () => void;
  /** Which mentions can be seen, or nearly. */
  onShown: (ids: readonly string[]) => void;
}

const estimate = 150;
/** So long after the last scroll it is told what is looked at, in milliseconds: what flies by is not. */
const settled = 150;

/** The inbox's list, of which only what is near the window is in the document. One item holds the keyboard's place. */
export function MentionList({ entries, place, looks, selecting, folds, more, onMore, onShown }: Props) {
  const list = useRef<HTMLUListElement>(null);
  // Another function for other entries, or rows that only changed places would be put by the heights that stood there before.
  const keyOf = useCallback((index: number) => entries[index]?.mention.id ?? String(index), [entries]);
  const rows = useWindowRows({ count: entries.length, keyOf, held: place.at, estimate, list });
  const noteFocus = useFocus(list, entries, place, rows.show);
  useShown(rows.items, entries, { more, onMore, onShown });
  return (
    <>
      <ul ref={list} class="list mentions" data-keeps-focus aria-label={word('mentions')} style={{ height: `${rows.height}px` }}>
        {rows.items.map((item) => {
          const entry = entries[item.index];
          if (!entry) return null;
          return (
            <li
              key={item.key}
              ref={rows.measure}
              data-index={item.index}
              class={classOf(entry, selecting.ids.has(entry.mention.id))}
              style={{ top: `${rows.topOf(item)}px` }}
              tabIndex={item.index === place.at ? 0 : -1}
              aria-posinset={item.index + 1}
              aria-setsize={more ? -1 : entries.length}
              onFocusIn={() => {
                noteFocus(entry.mention.id);
                place.hold(entry.mention.id);
              }}
            >
              <MentionRow entry={entry} looks={looks} selecting={selecting} selected={selecting.ids.has(entry.mention.id)} folds={folds} />
            </li>
          );
        })}
      </ul>
      {more && (
        <button type="button" class="more" onClick={onMore}>
          {word('showMore')}
        </button>
      )}
    </>
  );
}

/** Names on the row itself: a rule that looks into rows (`:has`) would be gone through again for each that comes or goes. */
const classOf = ({ thread, isCopy }: Entry, selected: boolean): string =>
  [thread && thread.size > 1 ? `in-thread ${thread.place}` : '', isCopy ? 'copy' : '', selected ? 'selected' : '']
    .filter(Boolean)
    .join(' ');

const rowAt = (list: HTMLElement | null, index: number): HTMLElement | null =>
  list?.querySelector(`:scope > [data-index="${index}"]`) ?? null;

/**
 * Gives the focus to the item that the place has moved to, and to the one that moves up where an item left with the focus. It is told of the
 * item that gets it: one that has it back from a dialog may leave before the list is drawn again.
 */
function useFocus(
  list: { current: HTMLElement | null },
  entries: readonly Entry[],
  place: ListPlace,
  show: (index: number) => void,
): (id: string) => void {
  const held = useRef<string>(undefined);
  useLayoutEffect(() => {
    const row = rowAt(list.current, place.at);
    if (row && place.takeMove()) {
      show(place.at);
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest' });
    }
  });
  // Before the page is painted: the next key may open a dialog, which gives the focus back to where it is now.
  useLayoutEffect(() => {
    const gone = held.current !== undefined && !entries.some(({ mention }) => mention.id === held.current);
    if (gone && document.activeElement === document.body) place.move(place.at);
    held.current = list.current?.contains(document.activeElement) ? place.id : undefined;
  });
  return useCallback((id: string) => {
    held.current = id;
  }, []);
}

/** Asks for the next page before the end is reached, and tells which rows are looked at. */
function useShown(
  items: readonly { index: number }[],
  entries: readonly Entry[],
  { more, onMore, onShown }: Pick<Props, 'more' | 'onMore' | 'onShown'>,
): void {
  const last = items.at(-1)?.index ?? -1;
  const near = more && last >= entries.length - 20;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that brought nothing to this filter is followed by the next.
  useEffect(() => {
    if (near) onMore();
  }, [near, entries.length, onMore]);
  const shown = items.map(({ index }) => entries[index]?.mention.id ?? '').join('\n');
  useEffect(() => {
    const timer = setTimeout(() => onShown(shown === '' ? [] : shown.split('\n')), settled);
    return () => clearTimeout(timer);
  }, [shown, onShown]);
}
