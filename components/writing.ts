import { excerptOf } from '../core/mention.ts';
import type { Keyword, Mention, Reply, ReplyContext, Settings } from '../core/model.ts';
import type { KnownPerson } from '../core/reply-values.ts';
import { word } from './words.ts';

/** A mention a reply can be tried on. */
export interface Sample {
  readonly id: string;
  readonly label: string;
  readonly context: ReplyContext;
  readonly person?: KnownPerson | undefined;
}

/** What came of a reply. */
export interface Outcome {
  readonly posted: number;
  readonly answeredBack: number;
}

/** What the form of a reply needs from the page it is shown in. */
export interface Writing {
  /** The latest mentions, newest first. */
  readonly listSamples: () => Promise<readonly Sample[]>;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly settings: Pick<Settings, 'me' | 'campaign'> | undefined;
  readonly outcomes?: ReadonlyMap<string, Outcome> | undefined;
  /** What is kept of people besides note and tags. */
  readonly personFields?: readonly string[] | undefined;
}

/** As it is kept: nothing empty, no variant without words. */
export function tidyReply(draft: Reply, now: number): Reply {
  const { folder, lang, favourite, variants = [], ...rest } = draft;
  const kept = variants.filter(({ body }) => body.trim());
  return {
    ...rest,
    title: draft.title.trim(),
    shortcut: draft.shortcut.trim().replace(/^;+/, ''),
    updatedAt: now,
    ...(folder?.trim() ? { folder: folder.trim() } : {}),
    ...(lang?.trim() ? { lang: lang.trim() } : {}),
    ...(favourite ? { favourite } : {}),
    ...(kept.length > 0 ? { variants: kept } : {}),
  };
}

/** "support, refunds,, Support" → two tags. */
export const readTags = (text: string): string[] => {
  const tags = text.split(',').map((tag) => tag.trim().slice(0, 60));
  return [...new Map(tags.filter(Boolean).map((tag) => [tag.toLowerCase(), tag])).values()].slice(0, 50);
};

const mostExcerpt = 280;
const mostShown = 40;

interface InFull {
  mention: Mention;
  keyword: Keyword | undefined;
  person: KnownPerson | undefined;
}

/** A mention as the page it stands on would tell of it. */
export function makeSample({ mention, keyword, person }: InFull, siteName: string): Sample {
  const { id, site, author, text, hits, rating, community, url } = mention;
  const words = text.replace(/\s+/g, ' ').trim();
  return {
    id,
    label: `${author.name ?? author.handle ?? word('unknown')} · ${siteName}: ${words.slice(0, mostShown)}${words.length > mostShown ? '…' : ''}`,
    context: {
      site: siteName,
      siteId: site,
      author,
      mentionId: id,
      excerpt: excerptOf(text, hits, mostExcerpt).text,
      rating,
      community,
      url,
      keyword: keyword?.name,
      keywordKind: keyword?.kind,
    },
    person,
  };
}
