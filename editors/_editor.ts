/** The frame every editor file fills in: one way to put text into one kind of field. */

export type Field = HTMLElement;
export type TextField = HTMLTextAreaElement | HTMLInputElement;

export interface Editor {
  /** As its makers write it: "Draft.js". */
  readonly name: string;
  /** Is this field one of mine? Exactly one editor claims any field. */
  readonly claims: (field: Field) => boolean;
  /**
   * The ways to insert, in order. Each makes one attempt at the caret and reports whether the page took the event (`prevented`). What really
   * happened is decided by reading the field back, never by this.
   */
  readonly attempts: readonly Attempt[];
  /** The text this field can hold of what was asked, where that is not all of it: an input has no lines. */
  readonly fit?: (field: Field, text: string) => string;
  /** How long after a moved caret the editor has noticed it, in milliseconds (25 where not said). */
  readonly noticesAfter?: number;
  /** How long after it was given the focus the editor still moves the caret by itself, in milliseconds (60 where not said). */
  readonly settlesAfter?: number;
  /** What all text the editor itself has rendered stands in. Text anywhere else is in the page, but not in the editor. */
  readonly renders?: string;
  /** Where its text is drawn, if not in the field itself. Where the caret is in it cannot be known then. */
  readonly drawsIn?: (field: Field) => Field | undefined;
  /** A paste that was taken but never showed may be followed by the next attempt: some sites swallow pastes they distrust. */
  readonly insists?: boolean;
}

/** `unheard`: nothing listened to it, so that what does not stand in the field at once will not come. */
export type Attempted = { prevented: boolean; unheard?: boolean };

export type Attempt = (field: Field, text: string) => Attempted | Promise<Attempted>;

/** `inserted`: read back and found whole. `partial`: something else than asked stands in the field. `untouched`: nothing changed. */
export type InsertResult = { outcome: 'inserted' | 'partial' | 'untouched'; editor: string };

/** By name, not by class: a field in a frame is of another realm's classes. */
export function isTextField(field: Element): field is TextField {
  return field.localName === 'textarea' || field.localName === 'input';
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** For fields of one line. */
export const joinLines = (text: string): string => text.replace(/\s*\n\s*/g, ' ');
