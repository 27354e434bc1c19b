import { useState } from 'preact/hooks';
import { Field } from '../../components/controls.tsx';
import { word } from '../../components/words.ts';

/** What a reply still needs before it may go anywhere. */
export function FillIn({
  names,
  onFill,
  onClose,
}: {
  names: readonly string[];
  onFill: (values: Record<string, string>) => void;
  onClose: () => void;
}) {
  const [values, setValues] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  function submit(event: Event) {
    event.preventDefault();
    setTried(true);
    if (names.every((name) => values[name]?.trim())) onFill(values);
  }
  return (
    <form class="form" noValidate onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <p role="status">{word('fillInHint')}</p>
      {names.map((name, i) => (
        <Field
          key={name}
          label={name}
          value={values[name] ?? ''}
          autofocus={i === 0}
          problem={tried && !values[name]?.trim() ? word('fillInEmpty') : undefined}
          onInput={(value) => setValues((before) => ({ ...before, [name]: value }))}
        />
      ))}
      <div class="ends">
        <button type="button" onClick={onClose}>
          {word('cancel')}
        </button>
        <button type="submit" class="primary">
          {word('fillInAndInsert')}
        </button>
      </div>
    </form>
  );
}
