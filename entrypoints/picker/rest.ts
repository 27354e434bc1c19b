import type { Reply } from '../../core/model.ts';

export interface Rest {
  reply: Reply;
  parts: readonly string[];
  /** The part that is next. */
  at: number;
}

/** What is still to be put in of a reply that went in parts. The frame outlives its panel, and goes with the page. */
let rest: Rest | undefined;

export function keepRest(kept: Rest): void {
  rest = kept.at < kept.parts.length ? kept : undefined;
}

export const takeRest = (): Rest[] => (rest ? [rest] : []);
