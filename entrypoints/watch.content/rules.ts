import { compileMatcher, type Matcher } from '../../core/matcher.ts';
import type { Watch } from '../../core/model.ts';

/** What is listened for at this place, ready to use. */
export interface Rules {
  listen: boolean;
  highlight: boolean;
  /** Marks at the edge show where mentions are. */
  strip: boolean;
  matcher: Matcher;
  nameOf: (keywordId: string) => string | undefined;
  /** Under which name a keyword's hits are painted. */
  paintOf: (keywordId: string) => string | undefined;
  /** Equal rules have equal marks. */
  mark: string;
}

export function readRules(watch: Watch | undefined, place: string): Rules {
  const keywords = watch?.keywords ?? [];
  const { listen, highlight, strip = true } = watch?.places[place] ?? { listen: true, highlight: true };
  const isStripped = strip && (watch?.strip ?? true);
  const byId = new Map(keywords.map((keyword) => [keyword.id, keyword]));
  return {
    listen,
    highlight,
    strip: isStripped,
    matcher: compileMatcher(keywords),
    nameOf: (id) => byId.get(id)?.name,
    paintOf: (id) => {
      const keyword = byId.get(id);
      return keyword && `earshot-${keyword.kind}-${keyword.color}`;
    },
    mark: JSON.stringify([listen, highlight, isStripped, keywords]),
  };
}
