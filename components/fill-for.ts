import { excerptOf } from '../core/mention.ts';
import type { Mention, Reply, ReplyContext } from '../core/model.ts';
import { type Desk, fillReply } from './fill-reply.ts';

interface Knowing extends Omit<Desk, 'context'> {
  nameSite: (mention: Mention) => string;
  keywords: ReadonlyMap<string, { name: string }>;
}

const mostExcerpt = 280;

/** A reply filled in for a mention that is kept, away from its page. Undefined where something in it has no value. */
export function fillFor(
  mention: Mention,
  reply: Reply,
  { nameSite, keywords, ...desk }: Knowing,
): { id: string; text: string } | undefined {
  const keyword = keywords.get(mention.keywordIds[0] ?? '')?.name;
  const context: ReplyContext = {
    site: nameSite(mention),
    siteId: mention.site,
    author: mention.author,
    ...(keyword ? { keyword } : {}),
    excerpt: excerptOf(mention.text, mention.hits, mostExcerpt).text,
    mentionId: mention.id,
  };
  const filled = fillReply(reply, { ...desk, context });
  return filled.names.length > 0 ? undefined : { id: reply.id, text: filled.text };
}
