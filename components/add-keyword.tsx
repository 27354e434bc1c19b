import { useId, useState } from 'preact/hooks';
import type { Keyword, KeywordKind } from '../core/model.ts';
import { Problem } from './controls.tsx';
import { findKeywordProblem, kinds, makeKeyword, nameKind } from './keyword-rules.ts';
import { word } from './words.ts';

interface Props {
  keywords: readonly Keyword[];
  /** True once it is saved; until then the words stay in the box. */
  onAdd: (keyword: Keyword) => Promise<boolean>;
}

export function AddKeyword({ keywords, onAdd }: Props) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<KeywordKind>('brand');
  const [problem, setProblem] = useState<string>();

  async function add(event: Event) {
    event.preventDefault();
    const found = findKeywordProblem(query, keywords);
    setProblem(found);
    if (!found && (await onAdd(makeKeyword(query, kind, Date.now())))) setQuery((now) => (now === query ? '' : now));
  }

  return (
    <form class="add-keyword" noValidate onSubmit={add}>
      <input
        type="text"
        aria-label={word('addKeywordLabel')}
        placeholder={word('addKeywordPlaceholder')}
        dir="auto"
        value={query}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? id : undefined}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
      <KindSelect label={word('kind')} kind={kind} onChange={setKind} />
      <button type="submit" class="primary">
        {word('addKeyword')}
      </button>
      {problem && <Problem id={id}>{problem}</Problem>}
    </form>
  );
}

export function KindSelect({ label, kind, onChange }: { label: string; kind: KeywordKind; onChange: (kind: KeywordKind) => void }) {
  return (
    <select
      aria-label={label}
      value={kind}
      onChange={(event) => {
        const chosen = kinds.find((k) => k === event.currentTarget.value);
        if (chosen) onChange(chosen);
      }}
    >
      {kinds.map((k) => (
        <option key={k} value={k}>
          {nameKind(k)}
        </option>
      ))}
    </select>
  );
}
