import { observeWindowOffset, observeWindowRect, type Range, type VirtualItem, Virtualizer, windowScroll } from '@tanstack/virtual-core';
import { useCallback, useLayoutEffect, useMemo, useReducer, useState } from 'preact/hooks';

/** Up to so many rows all are in the document: the browser's own search finds them, and nothing is to be gained by leaving any out. */
const fewEnough = 60;
/** Rows kept ready above and below what can be seen. */
const spare = 5;

interface Options {
  count: number;
  /** The same function for as long as the rows are the same and in the same order. */
  keyOf: (index: number) => string;
  /** A row that stays in the document wherever the page is scrolled, because it has the keyboard. */
  held: number;
  /** A row's height before it has been measured, in pixels. */
  estimate: number;
  list: { readonly current: HTMLElement | null };
}

export interface WindowRows {
  readonly items: readonly VirtualItem[];
  /** The whole list's height in pixels. */
  readonly height: number;
  /** Where a row begins within the list, in pixels. */
  readonly topOf: (item: VirtualItem) => number;
  /** The ref of each row; it needs `data-index`. */
  readonly measure: (row: HTMLElement | null) => void;
  readonly show: (index: number) => void;
}

/** Which rows of a long list are in the document, where the window itself scrolls. */
export function useWindowRows({ count, keyOf, held, estimate, list }: Options): WindowRows {
  const [, redraw] = useReducer((n: number, _: undefined) => n + 1, 0);
  const [margin, setMargin] = useState(0);
  const options = {
    count,
    getItemKey: keyOf,
    estimateSize: useCallback(() => estimate, [estimate]),
    overscan: count <= fewEnough ? fewEnough : spare,
    scrollMargin: margin,
    rangeExtractor: useCallback((range: Range) => listIndexes(range, held), [held]),
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    onChange: () => redraw(undefined),
  };
  const [rows] = useState(() => new Virtualizer<Window, HTMLElement>(options));
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => {
    rows._willUpdate();
    // What stands above the list comes and goes: filters, notices.
    const top = list.current ? Math.round(list.current.getBoundingClientRect().top + window.scrollY) : 0;
    if (top !== margin) setMargin(top);
  });
  const stable = useMemo(
    () => ({
      measure: (row: HTMLElement | null) => rows.measureElement(row),
      show: (index: number) => rows.scrollToIndex(index, { align: 'auto' }),
    }),
    [rows],
  );
  return { items: rows.getVirtualItems(), height: rows.getTotalSize(), topOf: (item) => item.start - margin, ...stable };
}

function listIndexes({ startIndex, endIndex, overscan, count }: Range, held: number): number[] {
  const from = Math.max(0, startIndex - overscan);
  const to = Math.min(count - 1, endIndex + overscan);
  const indexes = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  if (held < 0 || held >= count || (held >= from && held <= to)) return indexes;
  return held < from ? [held, ...indexes] : [...indexes, held];
}
