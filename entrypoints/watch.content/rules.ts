import type { Matcher } from '../../core/matcher.ts';
import type { Mute, Watch } from '../../core/model.ts';
import { compileMutes, hasEnded, type MutablePost } from '../../core/mutes.ts';
import { isOwnHandle } from '../../core/own.ts';

/** What is listened for at this place, ready to use. */
export interface Rules {
  listen: boolean;
  highlight: boolean;
  /** Posts scanned lately are kept, to try keywords on. */
  keepRecent: boolean;
  /** Marks at the edge show where mentions are. */
  strip: boolean;
  /** A typed `;shortcut` becomes its reply. */
  shortcuts: boolean;
  matcher: Matcher;
  /** Which of a post's keywords are muted, and by which mute. */
  findMuted: (post: MutablePost, keywordIds: readonly string[]) => ReadonlyMap<string, Mute>;
  /** When a mute ends, and these rules with it. */
  until: number | undefined;
  /** True for the handles the person writes under here. */
  isOwn: (handle: string | undefined) => boolean;
  keywordOf: (keywordId: string) => Watch['keywords'][number] | undefined;
  /** Under which name a keyword's hits are painted. */
  paintOf: (keywordId: string) => string | undefined;
  /** Equal rules have equal marks. */
  mark: string;
}

/** `matcher` is made of the keywords. */
export function readRules(watch: Watch | undefined, place: string, matcher: Matcher): Rules {
  const keywords = watch?.keywords ?? [];
  const { listen, highlight, strip = true } = watch?.places[place] ?? { listen: true, highlight: true };
  const isStripped = strip && (watch?.strip ?? true);
  const byId = new Map(keywords.map((keyword) => [keyword.id, keyword]));
  const now = Date.now();
  const lasting = (watch?.mutes ?? []).filter((mute) => !hasEnded(mute, now));
  const mutes = compileMutes(lasting);
  const handles = watch?.myHandles?.[place];
  return {
    listen,
    highlight,
    keepRecent: watch?.keepRecent !== false,
    strip: isStripped,
    shortcuts: watch?.shortcuts !== false,
    matcher,
    findMuted: (post, keywordIds) => mutes.find(post, keywordIds, Date.now()),
    until: mutes.nextEnd(now),
    isOwn: (handle) => isOwnHandle(watch?.myHandles, place, handle),
    keywordOf: (id) => byId.get(id),
    paintOf: (id) => {
      const keyword = byId.get(id);
      return keyword && `earshot-${keyword.kind}-${keyword.color}`;
    },
    mark: JSON.stringify([listen, highlight, isStripped, keywords, lasting, handles]),
  };
}
