/** What was begun and is neither saved nor let go, by what it is about: at hand at once, and kept beyond the page by whoever shows it. */
import { useEffect, useRef, useState } from 'preact/hooks';

interface DraftRow {
  readonly id: string;
  readonly text: string;
}

/** Without a text it was saved, or let go. */
type Keep = (draft: { id: string; text?: string }) => Promise<unknown>;

const drafts = new Map<string, string>();
/** What is to be kept of them and is on its way, or waits for what is. */
const leaving = new Map<string, string | undefined>();
const sent = new Set<string>();
const listeners = new Set<() => void>();
let keepIt: Keep | undefined;

const tell = (): void => {
  for (const listener of listeners) listener();
};

/** One at a time of each: of what is typed meanwhile the last is all there is to keep. */
async function leave(id: string): Promise<void> {
  if (!keepIt || sent.has(id)) return;
  sent.add(id);
  while (leaving.has(id)) {
    const text = leaving.get(id);
    try {
      await keepIt(text === undefined ? { id } : { id, text });
    } catch (error) {
      console.error(error);
    }
    if (leaving.get(id) === text) leaving.delete(id);
  }
  sent.delete(id);
}

function change(id: string, text: string | undefined): void {
  if (drafts.get(id) === text && !leaving.has(id)) return;
  if (text === undefined) drafts.delete(id);
  else drafts.set(id, text);
  leaving.set(id, text);
  void leave(id);
  tell();
}

/** Where drafts are kept from now on. The page may be gone at the next moment: then what waits is not waited with. */
export function keepNoteDrafts(keep: Keep, { signal }: { signal: AbortSignal }): void {
  keepIt = keep;
  const hurry = () => {
    for (const [id, text] of leaving) void keep(text === undefined ? { id } : { id, text }).catch(console.error);
  };
  addEventListener('pagehide', hurry, { signal });
}

/** Those that are kept, from this page and from others; what is being written here goes before them. */
export function takeNoteDrafts(rows: readonly DraftRow[]): void {
  const kept = new Map(rows.map(({ id, text }) => [id, text]));
  for (const id of [...drafts.keys()]) if (!kept.has(id) && !leaving.has(id)) drafts.delete(id);
  for (const [id, text] of kept) if (!leaving.has(id)) drafts.set(id, text);
  tell();
}

const isSame = (one: string, other: string): boolean => one.trim() === other.trim();

/** @param saved as it was saved: what was written on while it was being saved stays begun. */
export function dropNoteDraft(about: string, saved: string): void {
  if (isSame(drafts.get(about) ?? saved, saved)) change(about, undefined);
}
export const hasNoteDraft = (about: string): boolean => drafts.has(about);

/** Whether something was begun that is not what is kept. */
export function useBegun(about: string, kept: string): boolean {
  const [, redraw] = useState(0);
  useEffect(() => listen(() => redraw((times) => times + 1)), []);
  return !isSame(drafts.get(about) ?? kept, kept);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface NoteDraft {
  readonly text: string;
  /** It was begun before, and is not what is kept. */
  readonly again: boolean;
  readonly change: (text: string) => void;
  readonly discard: () => void;
}

/** A note while it is written: noted at each key, for whatever it is written in may be closed at the next. */
export function useNoteDraft(about: string, kept: string): NoteDraft {
  const [begun, setBegun] = useState(() => drafts.has(about));
  const [typed, setTyped] = useState(() => drafts.get(about));
  const isTouched = useRef(false);
  const text = typed ?? kept;
  useEffect(() => {
    const look = () => {
      // What is written here stands, whatever is written elsewhere.
      if (isTouched.current) return;
      setTyped(drafts.get(about));
      setBegun(drafts.has(about));
    };
    look();
    return listen(look);
  }, [about]);
  function onChange(next: string) {
    isTouched.current = true;
    setTyped(next);
    change(about, isSame(next, kept) ? undefined : next);
  }
  return { text, again: begun && !isSame(text, kept), change: onChange, discard: () => onChange(kept) };
}
