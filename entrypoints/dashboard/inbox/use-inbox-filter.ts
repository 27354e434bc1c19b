import { useEffect, useMemo, useState } from 'preact/hooks';
import { type InboxFilter, type ParsedFilter, parseInboxFilter, printInboxFilter } from '../../../core/inbox-filter.ts';
import type { InboxSort } from '../../../core/inbox-match.ts';
import type { Keyword } from '../../../core/model.ts';

export interface InboxQuestion extends ParsedFilter {
  /** The filter as the person reads and writes it: keywords by their names. */
  text: string;
  sort: InboxSort;
  /** The list follows what is typed. */
  settled: boolean;
  setText: (text: string) => void;
  /** Changes some of it; undefined takes a part away. */
  change: (part: { [K in keyof InboxFilter]?: InboxFilter[K] | undefined }) => void;
  /** Leaves all but the status. */
  clear: () => void;
  setSort: (sort: InboxSort) => void;
  open: (text: string, sort: InboxSort) => void;
}

type Named = Pick<Keyword, 'id' | 'name'>;

/** A keyword is written by its name where that tells it from the others. */
export function readFilter(text: string, keywords: readonly Named[]): ParsedFilter {
  const { filter, problems } = parseInboxFilter(text);
  const idOf = (written: string): string => {
    if (keywords.some(({ id }) => id === written)) return written;
    return keywords.find(({ name }) => name.toLowerCase() === written.toLowerCase())?.id ?? written;
  };
  return { filter: renameKeywords(filter, idOf), problems };
}

export function printFilter(filter: InboxFilter, keywords: readonly Named[]): string {
  const nameOf = (wanted: string): string => {
    const keyword = keywords.find(({ id }) => id === wanted);
    const isAlone = keyword && keywords.filter(({ name }) => name.toLowerCase() === keyword.name.toLowerCase()).length === 1;
    return isAlone ? keyword.name : wanted;
  };
  return printInboxFilter(renameKeywords(filter, nameOf));
}

const renameKeywords = ({ keywordId, keywordIds, ...filter }: InboxFilter, rename: (keyword: string) => string): InboxFilter => ({
  ...filter,
  ...(keywordId === undefined ? {} : { keywordId: rename(keywordId) }),
  ...(keywordIds === undefined ? {} : { keywordIds: keywordIds.map(rename) }),
});

const first = { text: 'status:new', sort: 'time' as InboxSort };
/** What was looked at stays for when the person comes back from another page of the dashboard. */
let kept = first;

/** So long after the last letter the list follows, in milliseconds. */
const pause = 150;

export function useInboxFilter(keywords: readonly Keyword[]): InboxQuestion {
  const [asked, setAsked] = useState(kept);
  const [settled, setSettled] = useState(asked.text);
  useEffect(() => {
    kept = asked;
    const timer = setTimeout(() => setSettled(asked.text), pause);
    return () => clearTimeout(timer);
  }, [asked]);
  const parsed = useMemo(() => readFilter(settled, keywords), [settled, keywords]);
  return useMemo(() => {
    // What was chosen is followed at once; only what is typed is waited for.
    const open = (text: string, sort: InboxSort) => {
      setAsked({ text, sort });
      setSettled(text);
    };
    return {
      ...asked,
      ...parsed,
      settled: settled === asked.text,
      setText: (text) => setAsked((before) => ({ ...before, text })),
      setSort: (sort) => setAsked((before) => ({ ...before, sort })),
      open,
      clear: () => open(parsed.filter.status ? printInboxFilter({ status: parsed.filter.status }) : '', asked.sort),
      change(part) {
        const { filter } = readFilter(asked.text, keywords);
        const next = Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined));
        open(printFilter(next as InboxFilter, keywords), asked.sort);
      },
    };
  }, [asked, settled, parsed, keywords]);
}
