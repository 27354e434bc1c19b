import { useId, useState } from 'preact/hooks';
import type { Keyword } from '../core/model.ts';
import { KindSelect } from './add-keyword.tsx';
import { Field } from './controls.tsx';
import { colors, findKeywordProblem, nameColor } from './keyword-rules.ts';
import { word } from './words.ts';

interface Props {
  keyword: Keyword;
  others: readonly Keyword[];
  onSave: (keyword: Keyword) => Promise<boolean>;
  onClose: () => void;
}

export function EditKeyword({ keyword, others, onSave, onClose }: Props) {
  const [draft, setDraft] = useState(keyword);
  const [problem, setProblem] = useState<string>();
  const change = (part: Partial<Keyword>) => setDraft((before) => ({ ...before, ...part }));

  async function save(event: Event) {
    event.preventDefault();
    const found = findKeywordProblem(draft.query, others);
    setProblem(found);
    if (found) return;
    const query = draft.query.trim();
    // A name that only repeated the words follows them.
    const name = draft.name.trim() && draft.name !== keyword.query ? draft.name.trim() : query;
    if (await onSave({ ...draft, query, name })) onClose();
  }

  return (
    <form
      class="form"
      noValidate
      aria-label={word('editNamed', keyword.name)}
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Field label={word('keywordWords')} value={draft.query} problem={problem} autofocus onInput={(query) => change({ query })} />
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
