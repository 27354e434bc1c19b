/** What is known of a post → what the choice of a reply goes by. */
import { readIntent } from './intent.ts';
import { langOf } from './lang.ts';
import type { KeywordKind, Mention, ReplyContext, Situation } from './model.ts';

interface Known {
  text: string;
  lang?: string | undefined;
  rating?: number | undefined;
}

const readPost = ({ text, lang: stated, rating }: Known): Pick<Situation, 'lang' | 'intent' | 'rating'> => {
  const lang = stated ?? langOf(text);
  return {
    ...(lang ? { lang } : {}),
    ...(text.trim() || rating !== undefined ? { intent: readIntent(text, lang, rating) } : {}),
    ...(rating === undefined ? {} : { rating }),
  };
};

/** Pages of no known site have nothing in common but that: there, each host is one. */
const siteOf = ({ site, siteId }: ReplyContext, mention?: Mention): string => {
  const id = mention?.site ?? siteId ?? 'generic';
  return id === 'generic' ? site || id : id;
};

/** By the mention where there is one: it has all of its words. */
export function situationOf(context: ReplyContext, mention?: Mention, keywordKind?: KeywordKind): Situation {
  const kind = keywordKind ?? context.keywordKind;
  return {
    site: siteOf(context, mention),
    ...(kind ? { keywordKind: kind } : {}),
    ...readPost({ text: mention?.text ?? context.excerpt ?? '', lang: context.lang, rating: mention?.rating ?? context.rating }),
  };
}

/** Who wrote the post, as people are kept. */
export function personIdOf({ siteId, author }: ReplyContext, mention?: Mention): string | undefined {
  const handle = mention?.author.handle ?? author?.handle;
  const site = mention?.site ?? siteId;
  return handle && site ? `${site}:${handle}` : undefined;
}
