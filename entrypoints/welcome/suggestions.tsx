import { useEffect, useRef } from 'preact/hooks';
import { useVariants, VariantCount, variantsHint } from '../../components/variants.tsx';
import { word } from '../../components/words.ts';
import { type KeywordSuggestion, suggestKeywords } from '../../core/suggest-keywords.ts';
import type { TriedPost } from '../../core/try-query.ts';

interface Props {
  brand: string;
  ticked: readonly string[];
  /** The first time, what is likely right is ticked as the name is typed. */
  fresh: boolean;
  /** What was read so far: how often each way of writing stands in it tells which are worth it. */
  posts: readonly TriedPost[];
  onChange: (ticked: string[]) => void;
}

const likely = new Set<KeywordSuggestion['why']>(['handle', 'hashtag', 'domain']);

export function Suggestions({ brand, ticked, fresh, posts, onChange }: Props) {
  const variants = useVariants(brand, posts);
  const unticked = useRef(new Set<KeywordSuggestion['why']>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another name brings other suggestions.
  useEffect(() => {
    if (fresh)
      onChange(
        suggestKeywords(brand)
          .filter((s) => likely.has(s.why) && !unticked.current.has(s.why))
          .map((s) => s.query),
      );
  }, [brand]);
  if (variants.length === 0) return <p class="quiet small">{word('suggestionsHint')}</p>;

  function tick({ query, why }: KeywordSuggestion, on: boolean) {
    if (on) unticked.current.delete(why);
    else unticked.current.add(why);
    onChange(on ? [...ticked, query] : ticked.filter((t) => t !== query));
  }
  return (
    <fieldset class="choices">
      <legend class="quiet small">{word('suggestions')}</legend>
      {posts.length > 0 && <p class="quiet small whole">{variantsHint(posts.length)}</p>}
      {variants.map((s) => (
        <label key={s.query} class="choice">
          <input type="checkbox" checked={ticked.includes(s.query)} onChange={(event) => tick(s, event.currentTarget.checked)} />
          <span class="clip">{s.query}</span>
          <VariantCount count={s.count} of={posts.length} />
        </label>
      ))}
    </fieldset>
  );
}
