/** Every message our own pages and the background may send to the content script of a tab. Types only: a page takes no schema. */
import type { Author, ReplyContext } from '../core/model.ts';

export interface TabMention {
  id: string;
  author: Author;
  /** The words around the first hit, at most 160 characters. */
  excerpt: string;
  keywordIds: string[];
  /** Where the hits stand in `excerpt`. */
  hits: { keywordId: string; start: number; end: number }[];
}

/**
 * `inserted`: it stands in the field, read back. `copied`: it could not be verified and is on the clipboard. `failed`: neither; the caller
 * shows the text to copy. `no-field`: there is no reply box to put it into.
 */
export interface InsertOutcome {
  outcome: 'inserted' | 'copied' | 'failed' | 'no-field';
  editor?: string;
}

export interface TabContract {
  'tab/mentions': {
    request: Record<never, never>;
    reply: { place: string; site: string; siteName: string; mentions: TabMention[]; scanned: number };
  };
  /** Scrolls to a post and gives its words a moment's emphasis. */
  'tab/show': { request: { id: string }; reply: { found: boolean } };
  /** What the reply box in use answers. */
  'tab/context': { request: Record<never, never>; reply: { context: ReplyContext; hasField: boolean } };
  'tab/insert': { request: { text: string }; reply: InsertOutcome };
  /**
   * Shows the picker at the focused reply box, or hides it; `height` is what its content needs, in CSS pixels. With `fit` it only takes on
   * that height: a panel measures itself a while after it was opened, and may have been closed meanwhile.
   */
  'tab/picker': { request: { open: boolean; height?: number; fit?: boolean }; reply: { shown: boolean } };
  /** Shows the strip of a round, or takes it away. */
  'tab/round': { request: { shown: boolean }; reply: Record<never, never> };
}

export type TabMessage = keyof TabContract;
