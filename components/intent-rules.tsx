/** The words that tell what a post wants, language by language: all of them to be seen, tried on a sentence, and changed. */
import { Plus, RotateCcw, X } from 'lucide';
import { useId, useMemo, useState } from 'preact/hooks';
import { changeOf, listOurs, tidyPhrase } from '../core/intent-changes.ts';
import { explainIntents, type FoundIntent } from '../core/intents.ts';
import { langOf, languages } from '../core/lang.ts';
import type { IntentChange, IntentChanges, IntentKind } from '../core/model.ts';
import { judgeSentiment } from '../core/sentiment.ts';
import { intentKinds } from '../core/tally.ts';
import { Problem, Switch } from './controls.tsx';
import { Icon } from './icon.tsx';
import { intentNames } from './intent-names.ts';
import { Stranger } from './plain-text.tsx';
import { nameLanguage } from './why-words.ts';
import { formatNumber, word, wordFor } from './words.ts';
import './intents.css';

type Change = (before: IntentChange) => IntentChange;

interface Props {
  changes: IntentChanges | undefined;
  /** How the keyword that is tried, and the competitors, are called. */
  keyword: string | undefined;
  competitors: readonly string[];
  /** Made to what is there by then. */
  onChange: (lang: string, intent: IntentKind, change: Change) => void;
}

/** Those we have words of come first. */
const langs = [...languages.map(({ code }) => code)].sort((a, b) => Number(hasOurs(b)) - Number(hasOurs(a)));

function hasOurs(lang: string): boolean {
  return listOurs(lang, 'question').length > 0;
}

export function IntentRules({ changes, keyword, competitors, onChange }: Props) {
  const id = useId();
  const [lang, setLang] = useState('en');
  return (
    <div class="stack">
      <TryIntents changes={changes} keyword={keyword} competitors={competitors} />
      <div class="field">
        <label for={id}>{word('intentsLanguage')}</label>
        <select id={id} value={lang} onChange={(event) => setLang(event.currentTarget.value)}>
          {langs.map((code) => (
            <option key={code} value={code}>
              {hasOurs(code) ? nameLanguage(code) : word('intentsLanguageBare', nameLanguage(code))}
            </option>
          ))}
        </select>
      </div>
      <ul class="list" aria-label={word('intentRules')}>
        {intentKinds.map((intent) => (
          <li key={`${lang} ${intent}`}>
            <IntentLine
              intent={intent}
              ours={listOurs(lang, intent)}
              change={changeOf(changes, lang, intent)}
              onChange={(change) => onChange(lang, intent, change)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

const sayFound = ({ because, own }: FoundIntent): string => {
  if (!because) return word('intentsBySigns');
  return own ? word('intentsByOwn', because) : word('intentsByOurs', because);
};

function TryIntents({ changes, keyword, competitors }: Omit<Props, 'onChange'>) {
  const id = useId();
  const [text, setText] = useState('');
  const found = useMemo(
    () => explainIntents(text, { changes, keyword, competitors, sentiment: judgeSentiment(text) }),
    [text, changes, keyword, competitors],
  );
  return (
    <div class="field">
      <label for={id}>{word('intentsTry')}</label>
      <textarea
        id={id}
        rows={2}
        dir="auto"
        maxLength={2_000}
        placeholder={word('intentsTryExample')}
        aria-describedby={`${id}-found`}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div id={`${id}-found`} role="status" class="small">
        {text.trim() !== '' && (
          <>
            <p class="quiet">{word('intentsReadAs', nameLanguage(langOf(text) ?? 'en'))}</p>
            {found.length === 0 && <p>{word('intentsNothing')}</p>}
            {found.map((one) => (
              <p key={one.intent}>
                <strong>{word(intentNames[one.intent])}</strong> <span class="quiet">{sayFound(one)}</span>
              </p>
            ))}
          </>
        )}
      </div>
    </div>
  );
}

interface LineProps {
  intent: IntentKind;
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

function IntentLine({ intent, ours, change, onChange }: LineProps) {
  const [open, setOpen] = useState(false);
  const name = word(intentNames[intent]);
  const known = { ...change, removed: (change.removed ?? []).filter((phrase) => ours.includes(phrase)) };
  return (
    <details class="intent" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{name}</strong> <span class="quiet small number">{sayWords(known, ours.length)}</span>
      </summary>
      {open && <IntentWords name={name} ours={ours} change={known} onChange={onChange} />}
    </details>
  );
}

const toggled = (list: readonly string[] = [], one: string): string[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

function IntentWords({ name, ours, change, onChange }: Omit<LineProps, 'intent'> & { name: string }) {
  const { off = false, added = [], removed = [] } = change;
  return (
    <div class="stack intent-words">
      <Switch checked={!off} name={word('intentsOnNamed', name)} onChange={(on) => onChange((before) => ({ ...before, off: !on }))}>
        {word('intentsOn')}
      </Switch>
      <AddPhrase
        name={name}
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

function AddPhrase({ name, taken, onAdd }: { name: string; taken: readonly string[]; onAdd: (phrase: string) => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  function add(event: Event) {
    event.preventDefault();
    const phrase = tidyPhrase(typed);
    const found = !phrase ? word('intentsAddEmpty') : taken.includes(phrase) ? word('intentsAddTwice', phrase) : undefined;
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
          placeholder={word('intentsAddExample')}
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
          {word('intentsAddHint')}
        </p>
      )}
    </form>
  );
}
