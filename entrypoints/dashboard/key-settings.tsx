import { useMemo, useState } from 'preact/hooks';
import { Problem } from '../../components/controls.tsx';
import { keyGroups, keyWords } from '../../components/key-words.ts';
import { word } from '../../components/words.ts';
import { defaultKeys, findConflicts, type KeyAction, keyActions, makeKeymap, readBinding } from '../../core/keymap.ts';
import type { Settings } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import type { PageProps } from './page-props.ts';

type Draft = Partial<Record<KeyAction, string>>;

/** Only what differs from the first keys is kept. */
function ownKeys(draft: Draft): Record<string, string> {
  const bound = keyActions.map((action) => [action, readBinding(draft[action] ?? '')] as const);
  return Object.fromEntries(bound.filter(([action, key]) => key !== undefined && key !== defaultKeys[action])) as Record<string, string>;
}

/** Every key of the dashboard, to be changed. Two that are in each other's way are told at both, before they are kept. */
export function KeySettings({ settings, editing, notify }: PageProps & { settings: Settings }) {
  const [draft, setDraft] = useState<Draft>(() => makeKeymap(settings.keys));
  const conflicts = useMemo(() => findConflicts(makeKeymap(ownKeys(draft))), [draft]);
  const unreadable = keyActions.filter((action) => readBinding(draft[action] ?? '') === undefined);
  async function keep(next: Draft) {
    const before = settings.keys ?? {};
    setDraft(next);
    if (!(await editing.attempt(send('settings/save', { patch: { keys: ownKeys(next) } })))) return;
    const back = () => {
      setDraft(makeKeymap(before));
      void editing.attempt(send('settings/save', { patch: { keys: before } }));
    };
    notify({ text: word('keysSaved'), undo: back });
  }
  return (
    <section class="card pad stack">
      <h2>{word('keysTitle')}</h2>
      <p class="quiet">{word('keysIntro')}</p>
      <details>
        <summary>{word('keysChange')}</summary>
        <form
          class="stack key-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (unreadable.length === 0 && conflicts.size === 0) void keep(draft);
          }}
        >
          {keyGroups.map(({ title, actions }) => (
            <fieldset key={title} class="key-group">
              <legend class="label">{word(title)}</legend>
              {actions.map((action) => (
                <KeyField
                  key={action}
                  action={action}
                  value={draft[action] ?? ''}
                  problem={sayProblem(action, unreadable, conflicts.get(action))}
                  onInput={(key) => setDraft((before) => ({ ...before, [action]: key }))}
                />
              ))}
            </fieldset>
          ))}
          <div class="ends">
            <button type="button" onClick={() => void keep({ ...defaultKeys })}>
              {word('keysReset')}
            </button>
            <button type="submit" class="primary" disabled={unreadable.length > 0 || conflicts.size > 0}>
              {word('save')}
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}

function sayProblem(action: KeyAction, unreadable: readonly KeyAction[], others: readonly KeyAction[] | undefined): string | undefined {
  if (unreadable.includes(action)) return word('keyUnreadable');
  return others && others.length > 0 ? word('keyConflict', others.map((other) => word(keyWords[other])).join(', ')) : undefined;
}

interface FieldProps {
  action: KeyAction;
  value: string;
  problem: string | undefined;
  onInput: (key: string) => void;
}

function KeyField({ action, value, problem, onInput }: FieldProps) {
  const id = `key-of-${action}`;
  return (
    <div class="key-field">
      <label for={id}>{word(keyWords[action])}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        maxLength={5}
        value={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {problem && <Problem id={`${id}-problem`}>{problem}</Problem>}
    </div>
  );
}
