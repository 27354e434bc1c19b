/** What is at hand where a reply is chosen for a mention that is kept, away from its page: in a list of mentions, or on its card. */
import { adviceContext } from '../core/advice-context.ts';
import type { Person, Reply, ReplyContext, Settings } from '../core/model.ts';
import type { Warning } from '../core/reply-guard.ts';
import type { Advice } from './check-filled.ts';
import type { Desk, FilledReply } from './fill-reply.ts';

export interface ReplyDesk extends Desk {
  readonly context: ReplyContext;
  readonly replies: readonly Reply[];
  /** Absent where the background could not be asked. */
  readonly advice?: Advice | undefined;
}

/** A text for the box, and where the caret is to stand in it. `rest` are the parts that come after it. */
export type ChosenText = Pick<FilledReply, 'text' | 'cursor'> & { readonly rest?: readonly string[] };

/** How a mention is answered with a reply chosen beforehand. */
export interface Answering {
  /** Undefined where the mention is not kept. */
  readonly readDesk: () => Promise<ReplyDesk | undefined>;
  /** Opens the site's own box and has the text put into it. */
  readonly onChosen: (reply: Reply, chosen: ChosenText, event: Event) => void;
  /** No more warnings of these kinds there. */
  readonly onHush: (warnings: readonly Warning[], desk: ReplyDesk) => Promise<unknown>;
}

/** What the background is asked for it. */
export interface DeskReading {
  readonly listReplies: (personId: string | undefined) => Promise<{
    replies: readonly Reply[];
    me: { name: string };
    campaign?: Settings['campaign'];
    person?: Person | undefined;
  }>;
  readonly advise: (context: ReplyContext) => Promise<Advice>;
}

/** @throws where the replies cannot be read. Without advice a reply is checked by what can be seen here. */
export async function readDesk(context: ReplyContext, { listReplies, advise }: DeskReading): Promise<ReplyDesk> {
  const { siteId, author } = context;
  const [kept, advice] = await Promise.all([
    listReplies(siteId && author?.handle ? `${siteId}:${author.handle}` : undefined),
    advise(adviceContext(context)).catch(() => undefined),
  ]);
  return { ...kept, context, advice };
}
