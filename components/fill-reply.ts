import type { Reply, ReplyContext } from '../core/model.ts';
import { type Filled, fillTemplate, variablesFrom } from '../core/template.ts';

export interface FilledReply {
  text: string;
  /** Names that stand in the text without a value. Such a text goes nowhere. */
  names: string[];
}

/** A reply for the post it answers. `given` are values a person typed for names that had none. */
export function fillReply(
  reply: Pick<Reply, 'body'>,
  context: ReplyContext | undefined,
  me: { name: string },
  given: Readonly<Record<string, string>> = {},
): FilledReply {
  const filled = fillTemplate(reply.body, variablesFrom(context ?? { site: '' }, me));
  const names = filled.unresolved.map((u) => u.name).filter((name) => !given[name]?.trim());
  return { text: fillGaps(filled, given), names: [...new Set(names)] };
}

/** From the end, so that the offsets before stay true. */
function fillGaps({ text, unresolved }: Filled, given: Readonly<Record<string, string>>): string {
  return unresolved.reduceRight((so, { name, start, end }) => {
    const value = given[name]?.trim();
    return value ? so.slice(0, start) + value + so.slice(end) : so;
  }, text);
}
