import type { Macro, Reply } from '../core/model.ts';

/** A macro that can be chosen where replies are, and the reply it puts in. */
export interface OfferedMacro {
  readonly macro: Macro;
  readonly reply: Reply | undefined;
}

/** Those in whose name each word of `search` stands. One that only changes a mention is not offered where there is none. */
export function offerMacros(macros: readonly Macro[], replies: readonly Reply[], search: string, hasMention: boolean): OfferedMacro[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return macros
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .map((macro) => ({ macro, reply: replies.find(({ id }) => id === macro.replyId) }))
    .filter(({ reply }) => reply !== undefined || hasMention);
}
