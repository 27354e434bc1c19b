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

/** The mention whose card is shown; `step` where the person came to it by going from one to the next. */
export interface ShownCard {
  mention: TabMention;
  site: string;
  siteName: string;
  step: { at: number; of: number } | undefined;
}

/**
 * `inserted`: it stands in the field, read back. `copied`: it could not be verified and is on the clipboard. `failed`: neither; the caller
 * shows the text to copy. `no-field`: there is no reply box to put it into.
 */
export interface InsertOutcome {
  outcome: 'inserted' | 'copied' | 'failed' | 'no-field';
  editor?: string;
}

/**
 * Why a mention could not be answered as it was asked: its post was not found, no box opened for it, or the reply did not land in the box.
 * `text` is the reply that was chosen before.
 */
export interface Told {
  why: 'no-post' | 'no-box' | 'not-landed';
  text?: string;
}

export interface TabContract {
  'tab/mentions': {
    request: Record<never, never>;
    reply: { place: string; site: string; siteName: string; mentions: TabMention[]; scanned: number };
  };
  /** Scrolls to a post and gives its words a moment's emphasis. */
  'tab/show': { request: { id: string }; reply: { found: boolean } };
  /** What the reply box in use answers. `offered` is the reply that was chosen before the picker was opened. */
  'tab/context': { request: Record<never, never>; reply: { context: ReplyContext; hasField: boolean; told?: Told; offered?: string } };
  /** `caret` is where in `text` the caret is to stand afterwards; absent: behind it. */
  'tab/insert': { request: { text: string; caret?: number | undefined }; reply: InsertOutcome };
  /** Puts the text in the place of the `;word ` typed last. `failed`: that is not before the caret any more, and nothing was changed. */
  'tab/expand': { request: { word: string; text: string; caret?: number | undefined }; reply: InsertOutcome };
  /** Opens the picker with this reply chosen: something about it is for the person to say first. */
  'tab/offer': { request: { replyId: string }; reply: { shown: boolean } };
  /**
   * Shows the picker at the focused reply box, or hides it; `height` is what its content needs, in CSS pixels. With `fit` it only takes on
   * that height, or without one only tells whether it is open: a panel measures itself a while after it was opened, and may have been closed
   * meanwhile.
   */
  'tab/picker': { request: { open: boolean; height?: number; fit?: boolean }; reply: { shown: boolean } };
  /** Shows the strip of a round, or takes it away. */
  'tab/round': { request: { shown: boolean }; reply: Record<never, never> };
  /** What the card is about. It is asked by the card itself, each time it is opened. */
  'tab/card': { request: Record<never, never>; reply: { card?: ShownCard } };
  /** The card of this mention needs so much room, and may be seen. While it is busy, the person writes or chooses something in it. */
  'tab/fitCard': { request: { id: string; height: number; busy: boolean }; reply: Record<never, never> };
  'tab/closeCard': { request: Record<never, never>; reply: Record<never, never> };
  /** Scrolls to the next (or previous) mention and shows its card. */
  'tab/step': { request: { by: 1 | -1 }; reply: { count: number } };
  /** The post is about to be answered: what that takes is loaded. */
  'tab/prepare': { request: { mentionId: string }; reply: Record<never, never> };
  /** Opens the site's own reply box for a post of this page, and puts the text into it if there is one, or opens the picker with `offer` chosen. */
  'tab/answer': {
    request: { mentionId: string; postId: string; text?: string; caret?: number; offer?: string };
    reply: Record<never, never>;
  };
}

export type TabMessage = keyof TabContract;
