import { useMemo } from 'preact/hooks';
import { useObservable } from '../../components/use-observable.ts';
import { type ExplainedKeyword, explainMention } from '../../components/why-words.ts';
import { parseQuery } from '../../core/query.ts';
import type { TabMention } from '../../messages/tab-contract.ts';
import { nameOfPlace } from '../../sites/_index.ts';
import { watchQuery } from '../../storage/db.ts';
import { getMentions } from '../../storage/mentions.ts';

/** More are not explained: a popup is looked at for seconds. */
const most = 50;

/** Why each mention of the page is one, from what is kept of it: the page itself tells the popup only an excerpt. */
export function useWhy(
  mentions: readonly TabMention[],
  keywords: ReadonlyMap<string, ExplainedKeyword>,
): ReadonlyMap<string, readonly string[]> {
  const ids = mentions.slice(0, most).map(({ id }) => id);
  const kept = useObservable(() => watchQuery(() => getMentions(ids)), [ids.join('\n')]).value;
  return useMemo(
    () =>
      new Map(
        (kept ?? []).map((mention) => [
          mention.id,
          isPlain(mention.keywordIds, keywords) ? [] : explainMention(mention, keywords, nameOfPlace),
        ]),
      ),
    [kept, keywords],
  );
}

/** Where every keyword is only its own words, the marks in the excerpt say it all, and a popup has little room. */
function isPlain(ids: readonly string[], keywords: ReadonlyMap<string, ExplainedKeyword>): boolean {
  return ids.every((id) => {
    const keyword = keywords.get(id);
    return keyword !== undefined && parseQuery(keyword.query).tree?.type === 'term';
  });
}
