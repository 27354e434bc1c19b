import { defined, excerptOf } from './mention.ts';
import type { KeywordKind, Mention, ReplyContext } from './model.ts';

const mostExcerpt = 280;

/**
 * What a reply is filled in from where a mention is answered away from its page. Nothing is left out that the page itself would have said,
 * but how long an answer may be and the language it states.
 *
 * @param site as people call it
 * @param keyword the first keyword the mention was found by
 */
export const contextOfMention = (
  { id, site: siteId, author, community, url, rating, text, hits }: Mention,
  site: string,
  keyword?: { readonly name: string; readonly kind?: KeywordKind },
): ReplyContext =>
  defined({
    site,
    siteId,
    author,
    community,
    url,
    rating,
    keyword: keyword?.name,
    keywordKind: keyword?.kind,
    excerpt: excerptOf(text, hits, mostExcerpt).text,
    mentionId: id,
  });
