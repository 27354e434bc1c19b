/** The frame every editor file fills in: one way to put text into one kind of field. */

export type Field = HTMLElement;

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
}

export type Attempt = (field: Field, text: string) => { prevented: boolean } | Promise<{ prevented: boolean }>;

/** `inserted`: read back and found whole. `partial`: something else than asked stands in the field. `untouched`: nothing changed. */
export type InsertResult = { outcome: 'inserted' | 'partial' | 'untouched'; editor: string };
