import { useMemo } from 'preact/hooks';
import type { MentionActions } from '../../../components/mention-item.tsx';
import type { RowLooks } from '../../../components/mention-row.tsx';
import { useObservable } from '../../../components/use-observable.ts';
import { heardOf } from '../../../core/heard.ts';
import type { InboxFilter } from '../../../core/inbox-filter.ts';
import { compileMatcher } from '../../../core/matcher.ts';
import type { Hit, Keyword, Mention } from '../../../core/model.ts';
import { priorityOf } from '../../../core/priority.ts';
import { findPlaces, readSearch } from '../../../core/search-text.ts';
import { watchQuery } from '../../../storage/db.ts';
import { listPersonTags } from '../../../storage/people-tags.ts';
import { nameSite, nameSiteOf } from '../site-names.ts';

const overlaps = (a: Hit, others: readonly Hit[]): boolean => others.some((b) => a.start < b.end && b.start < a.end);

/** Where what is looked for stands in a text, except where a keyword is marked already. */
export function findSearchHits({ words, query }: Pick<InboxFilter, 'words' | 'query'>): (mention: Mention) => Hit[] {
  const search = words === undefined ? undefined : readSearch(words);
  const matcher = query === undefined ? undefined : compileMatcher([{ id: 'query', query }]);
  if (!search && !matcher) return () => [];
  return (mention) => {
    const places = search ? findPlaces(mention.text, search) : [];
    const hits = matcher?.match(heardOf(mention)).hits ?? [];
    const all = [...places, ...hits].map(({ start, end }): Hit => ({ keywordId: '', start, end }));
    return all.filter((hit) => !overlaps(hit, mention.hits)).sort((a, b) => a.start - b.start);
  };
}

interface Given {
  keywords: readonly Keyword[];
  filter: InboxFilter;
  now: number;
  actions: MentionActions;
  onStar: (mention: Mention) => void;
}

export function useRowLooks({ keywords, filter, now, actions, onStar }: Given): RowLooks {
  const people = useObservable(() => watchQuery(listPersonTags), []).value;
  const looks = useMemo(() => new Map(keywords.map((keyword) => [keyword.id, keyword])), [keywords]);
  const searchHits = useMemo(() => findSearchHits({ words: filter.words, query: filter.query }), [filter.words, filter.query]);
  return useMemo(
    () => ({
      keywords: looks,
      nameSite: nameSiteOf,
      namePlace: nameSite,
      now,
      actions,
      searchHits,
      onStar,
      priorityOf: (mention) =>
        priorityOf(mention, {
          kinds: mention.keywordIds.flatMap((id) => looks.get(id)?.kind ?? []),
          personTags: people?.get(`${mention.site}:${mention.author.handle ?? ''}`) ?? [],
        }),
    }),
    [looks, now, actions, searchHits, onStar, people],
  );
}
