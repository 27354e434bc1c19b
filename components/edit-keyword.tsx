import { useId, useState } from 'preact/hooks';
import type { Keyword } from '../core/model.ts';
import type { Tried } from '../core/try-query.ts';
import { KindSelect } from './add-keyword.tsx';
import { Field, focusOnce, Problem } from './controls.tsx';
import { colors, findKeywordProblem, nameColor, tidyKeyword } from './keyword-rules.ts';
import { QueryBox } from './query-box.tsx';
import type { Trying } from './use-trial.ts';
import { word } from './words.ts';
import { useWork, Workbench } from './workbench.tsx';

interface Props {
  keyword: Keyword;
  others: readonly Keyword[];
  trying: Trying;
  onSave: (keyword: Keyword) => Promise<boolean>;
  onClose: () => void;
}

const triedOf = ({ query, lookalikes = false }: Tried) => ({ query, lookalikes });

export function EditKeyword({ keyword, others, trying, onSave, onClose }: Props) {
  const id = useId();
  const [draft, setDraft] = useState(keyword);
  const [problem, setProblem] = useState<string>();
  const tried = triedOf(draft);
  const work = useWork(tried, { ...triedOf(keyword), id: keyword.id }, trying);
  const change = (part: Partial<Keyword>) => {
    setDraft((before) => ({ ...before, ...part }));
    setProblem(undefined);
  };

  async function save(event: Event) {
    event.preventDefault();
    const found = findKeywordProblem(draft.query, others);
    setProblem(found);
    if (!found && (await onSave(tidyKeyword(draft, keyword)))) onClose();
  }

  return (
    <form
      class="form"
      noValidate
      aria-label={word('editNamed', keyword.name)}
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div class="field">
        <label for={id}>{word('keywordWords')}</label>
        <QueryBox
          id={id}
          value={draft.query}
          marks={work.marks}
          invalid={problem !== undefined}
          describedBy={problem ? `${id}-problem` : undefined}
          box={focusOnce}
          onInput={(query) => change({ query })}
        />
        {problem && <Problem id={`${id}-problem`}>{problem}</Problem>}
      </div>
      <Workbench work={work} tried={tried} color={draft.color} trying={trying} onChange={change} />
      <Field label={word('keywordName')} value={draft.name} maxLength={200} onInput={(name) => change({ name })} />
      <div class="row">
        <KindSelect label={word('kindNamed', keyword.name)} kind={draft.kind} onChange={(kind) => change({ kind })} />
        <ColorChoice color={draft.color} onChange={(color) => change({ color })} />
      </div>
      <div class="ends">
        <button type="button" onClick={onClose}>
          {word('cancel')}
        </button>
        <button type="submit" class="primary">
          {word('saveKeyword')}
        </button>
      </div>
    </form>
  );
}

function ColorChoice({ color, onChange }: { color: Keyword['color']; onChange: (color: Keyword['color']) => void }) {
  const group = useId();
  return (
    <fieldset class="swatches">
      <legend class="unseen">{word('color')}</legend>
      {colors.map((c) => (
        <input
          key={c}
          type="radio"
          name={group}
          class={`kw-${c}`}
          aria-label={nameColor(c)}
          title={nameColor(c)}
          checked={c === color}
          onChange={() => onChange(c)}
        />
      ))}
    </fieldset>
  );
}
