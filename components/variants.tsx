import { Check, Plus } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { type CountedSuggestion, chooseSuggestions, suggestVariants } from '../core/suggest-keywords.ts';
import { countEach, type TriedPost } from '../core/try-query.ts';
import { Icon } from './icon.tsx';
import { formatNumber, word, wordFor } from './words.ts';

/** How many misspellings are offered that nobody wrote so far. */
const mostUnseen = 3;

/** Other ways to write a name, each with how often it was read; a moment after the name was typed. */
export function useVariants(name: string, posts: readonly TriedPost[] | undefined): readonly CountedSuggestion[] {
  const [variants, setVariants] = useState<readonly CountedSuggestion[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const suggestions = suggestVariants(name);
      const counts = countEach(
        suggestions.map(({ query }) => query),
        posts ?? [],
      );
      setVariants(
        chooseSuggestions(
          suggestions.map((one, i) => ({ ...one, count: counts[i] ?? 0 })),
          mostUnseen,
        ),
      );
    }, 200);
    return () => clearTimeout(timer);
  }, [name, posts]);
  return variants;
}

interface Props {
  name: string;
  posts: readonly TriedPost[] | undefined;
  /** Those that are part of the query already. */
  isIn: (variant: string) => boolean;
  onToggle: (variant: string, on: boolean) => void;
}

/** One press adds a way of writing to the query, another takes it out again. */
export function Variants({ name, posts, isIn, onToggle }: Props) {
  const variants = useVariants(name, posts);
  if (variants.length === 0) return <p class="quiet small">{word('variantsNone')}</p>;
  return (
    <>
      <p class="quiet small">
        {word('variantsPress')} {variantsHint(posts?.length ?? 0)}
      </p>
      <div class="variants">
        {variants.map(({ query, count }) => {
          const on = isIn(query);
          return (
            <button key={query} type="button" class="slim" aria-pressed={on} onClick={() => onToggle(query, !on)}>
              <Icon of={on ? Check : Plus} size={12} />
              <bdi>{query}</bdi>
              <VariantCount count={count} of={posts?.length ?? 0} />
            </button>
          );
        })}
      </div>
    </>
  );
}

/** What the numbers mean, where there are any. */
export const variantsHint = (posts: number): string => (posts > 0 ? word('variantsHint', formatNumber(posts)) : '');

/** Nothing where there is nothing to count in. */
export function VariantCount({ count, of }: { count: number; of: number }) {
  if (of === 0) return null;
  return (
    <span class={count > 0 ? 'tally-of number' : 'tally-of none number'}>
      <span aria-hidden="true">{formatNumber(count)}</span>
      <span class="unseen">{wordFor(count, 'inPostsOne', 'inPostsMany')}</span>
    </span>
  );
}
