import { useId, useState } from 'preact/hooks';
import type { Keyword, KeywordKind } from '../core/model.ts';
import { Problem } from './controls.tsx';
import { colorOfKind, findKeywordProblem, kinds, makeKeyword, nameKind } from './keyword-rules.ts';
import { QueryBox } from './query-box.tsx';
import { useOneAtATime } from './use-one-at-a-time.ts';
import type { Trying } from './use-trial.ts';
import { word } from './words.ts';
import { useWork, Workbench } from './workbench.tsx';

interface Props {
  keywords: readonly Keyword[];
  trying: Trying;
  /** True once it is saved; until then the words stay in the box. */
  onAdd: (keyword: Keyword) => Promise<boolean>;
}

const blank = { query: '', lookalikes: false };

export function AddKeyword({ keywords, trying, onAdd }: Props) {
  const id = useId();
  const [tried, setTried] = useState(blank);
  const [kind, setKind] = useState<KeywordKind>('brand');
  const [problem, setProblem] = useState<string>();
  const work = useWork(tried, undefined, trying);
  const once = useOneAtATime();
  const { query, lookalikes } = tried;
  const change = (part: Partial<typeof blank>) => {
    setTried((before) => ({ ...before, ...part }));
    setProblem(undefined);
  };

  async function add(event: Event) {
    event.preventDefault();
    const found = findKeywordProblem(query, keywords);
    setProblem(found);
    if (found) return;
    const keyword = { ...makeKeyword(query, kind, Date.now()), ...(lookalikes ? { lookalikes } : {}) };
    if (await once(keyword.query, () => onAdd(keyword))) setTried((now) => (now.query === query ? blank : now));
  }

  return (
    <form class="add-keyword" noValidate onSubmit={add}>
      <QueryBox
        label={word('addKeywordLabel')}
        placeholder={word('addKeywordPlaceholder')}
        value={query}
        marks={work.marks}
        invalid={problem !== undefined}
        describedBy={problem ? id : undefined}
        onInput={(next) => change({ query: next })}
      />
      <KindSelect label={word('kind')} kind={kind} onChange={setKind} />
      <button type="submit" class="primary">
        {word('addKeyword')}
      </button>
      {problem && <Problem id={id}>{problem}</Problem>}
      {query.trim() !== '' && <Workbench work={work} tried={tried} color={colorOfKind[kind]} trying={trying} onChange={change} />}
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
