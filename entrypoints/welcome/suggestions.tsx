import { useEffect, useRef } from 'preact/hooks';
import { word } from '../../components/words.ts';
import { type KeywordSuggestion, suggestKeywords } from '../../core/suggest-keywords.ts';

interface Props {
  brand: string;
  ticked: readonly string[];
  /** The first time, what is likely right is ticked as the name is typed. */
  fresh: boolean;
  onChange: (ticked: string[]) => void;
}

const likely = new Set<KeywordSuggestion['why']>(['handle', 'hashtag', 'domain']);

export function Suggestions({ brand, ticked, fresh, onChange }: Props) {
  const suggestions = suggestKeywords(brand);
  const unticked = useRef(new Set<KeywordSuggestion['why']>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another name brings other suggestions.
  useEffect(() => {
    if (fresh) onChange(suggestions.filter((s) => likely.has(s.why) && !unticked.current.has(s.why)).map((s) => s.query));
  }, [brand]);
  if (suggestions.length === 0) return <p class="quiet small">{word('suggestionsHint')}</p>;

  function tick({ query, why }: KeywordSuggestion, on: boolean) {
    if (on) unticked.current.delete(why);
    else unticked.current.add(why);
    onChange(on ? [...ticked, query] : ticked.filter((t) => t !== query));
  }
  return (
    <fieldset class="choices">
      <legend class="quiet small">{word('suggestions')}</legend>
      {suggestions.map((s) => (
        <label key={s.why} class="choice">
          <input type="checkbox" checked={ticked.includes(s.query)} onChange={(event) => tick(s, event.currentTarget.checked)} />
          <span class="clip">{s.query}</span>
        </label>
      ))}
    </fieldset>
  );
}
