/** The words of one intent, or of one group of words: ours to be taken out, and the person's own. */
import { Plus, RotateCcw, X } from 'lucide';
import { useId, useState } from 'preact/hooks';
import { listUnknownGroups, tidyGroupWord, tidyPhrase } from '../core/intent-changes.ts';
import type { IntentChange } from '../core/model.ts';
import { Problem, Switch } from './controls.tsx';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { formatNumber, word, wordFor } from './words.ts';

export type Change = (before: IntentChange) => IntentChange;

interface LineProps {
  /** Of an intent, or of a group of words as a rule has it. */
  name: string;
  lang: string;
  ours: readonly string[];
  change: IntentChange;
  onChange: (change: Change) => void;
}

function sayWords({ off, added = [], removed = [] }: IntentChange, ours: number): string {
  if (off) return word('intentsOff');
  return [
    wordFor(ours - removed.length, 'intentsOursOne', 'intentsOursMany'),
    ...(added.length > 0 ? [word('intentsOwnCount', formatNumber(added.length))] : []),
    ...(removed.length > 0 ? [word('intentsRemovedCount', formatNumber(removed.length))] : []),
  ].join(' · ');
}

export function IntentLine({ name, lang, ours, change, onChange }: LineProps) {
  const [open, setOpen] = useState(false);
  const known = { ...change, removed: (change.removed ?? []).filter((phrase) => ours.includes(phrase)) };
  return (
    <details class="intent" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{name}</strong> <span class="quiet small number">{sayWords(known, ours.length)}</span>
      </summary>
      {open && <IntentWords name={name} lang={lang} ours={ours} change={known} onChange={onChange} />}
    </details>
  );
}

const toggled = (list: readonly string[] = [], one: string): string[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

/** A group is there for the rules that name it, and is switched off by nobody. */
const isGroup = (name: string): boolean => name.startsWith('<');

function IntentWords({ name, lang, ours, change, onChange }: LineProps) {
  const { off = false, added = [], removed = [] } = change;
  return (
    <div class="stack intent-words">
      {!isGroup(name) && (
        <Switch checked={!off} name={word('intentsOnNamed', name)} onChange={(on) => onChange((before) => ({ ...before, off: !on }))}>
          {word('intentsOn')}
        </Switch>
      )}
      <AddPhrase
        name={name}
        lang={lang}
        taken={added}
        onAdd={(phrase) => onChange((before) => ({ ...before, added: [...(before.added ?? []), phrase] }))}
      />
      {added.length > 0 && (
        <ul class="variables" aria-label={word('intentsOwn', name)}>
          {added.map((phrase) => (
            <li key={phrase}>
              <button
                type="button"
                class="slim own"
                aria-label={word('removeNamed', phrase)}
                onClick={() => onChange((before) => ({ ...before, added: (before.added ?? []).filter((one) => one !== phrase) }))}
              >
                <Stranger>{phrase}</Stranger>
                <Icon of={X} size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {ours.length > 0 && (
        <fieldset class="rule-chips ours">
          <legend class="quiet small">{word('intentsOurs')}</legend>
          {ours.map((phrase) => (
            <button
              key={phrase}
              type="button"
              class="slim"
              aria-pressed={!removed.includes(phrase)}
              onClick={() => onChange((before) => ({ ...before, removed: toggled(before.removed, phrase) }))}
            >
              {phrase}
            </button>
          ))}
        </fieldset>
      )}
      {(off || added.length + removed.length > 0) && (
        <div>
          <button type="button" class="slim" aria-label={word('intentsResetNamed', name)} onClick={() => onChange(() => ({}))}>
            <Icon of={RotateCcw} size={14} />
            {word('intentsReset')}
          </button>
        </div>
      )}
    </div>
  );
}

interface AddProps {
  name: string;
  lang: string;
  taken: readonly string[];
  onAdd: (phrase: string) => void;
}

function findProblem(phrase: string, lang: string, taken: readonly string[]): string | undefined {
  if (!phrase) return word('intentsAddEmpty');
  if (taken.includes(phrase)) return word('intentsAddTwice', phrase);
  const unknown = listUnknownGroups(phrase, lang)[0];
  return unknown && word('intentsAddUnknown', unknown);
}

function AddPhrase({ name, lang, taken, onAdd }: AddProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  function add(event: Event) {
    event.preventDefault();
    const phrase = isGroup(name) ? tidyGroupWord(typed) : tidyPhrase(typed);
    const found = findProblem(phrase, lang, taken);
    setProblem(found);
    if (found) return;
    onAdd(phrase);
    setTyped('');
  }
  return (
    <form class="field" noValidate onSubmit={add}>
      <label for={id}>{word('intentsAdd')}</label>
      <div class="row">
        <input
          id={id}
          type="text"
          class="grow"
          dir="auto"
          maxLength={100}
          placeholder={word(isGroup(name) ? 'intentGroupsExample' : 'intentsAddExample')}
          aria-describedby={`${id}-hint`}
          aria-invalid={problem ? true : undefined}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setProblem(undefined);
          }}
        />
        <button type="submit" aria-label={word('intentsAddNamed', name)}>
          <Icon of={Plus} size={15} />
          {word('add')}
        </button>
      </div>
      {problem ? (
        <Problem id={`${id}-hint`}>{problem}</Problem>
      ) : (
        <p class="quiet small" id={`${id}-hint`}>
          {word(isGroup(name) ? 'intentGroupsHint' : 'intentsAddHint')}
        </p>
      )}
    </form>
  );
}
