import { cut, defined, keepField } from './mention.ts';
import type { ReplyContext } from './model.ts';

/** What of a post bears on the choice of a reply. A page may write anything into a post: what would be refused for its length is cut. */
export const adviceContext = ({
  site,
  siteId,
  author,
  community,
  lang,
  rating,
  excerpt,
  mentionId,
  keywordKind,
}: ReplyContext): ReplyContext =>
  defined({
    site: keepField(site) ?? '',
    siteId,
    author: author?.handle ? { handle: keepField(author.handle) } : undefined,
    community: keepField(community),
    lang: lang && lang.length <= 35 ? lang : undefined,
    rating: rating !== undefined && rating >= 0 && rating <= 10 ? rating : undefined,
    excerpt: excerpt === undefined ? undefined : cut(excerpt, 2_000),
    mentionId: mentionId && mentionId.length <= 500 ? mentionId : undefined,
    keywordKind,
  });
