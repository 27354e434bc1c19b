/** The words that tell what a post wants, language by language: all of them to be seen, tried on a sentence, and changed. */
import { useId, useMemo, useState } from 'preact/hooks';
import { changeOf, listOurs } from '../core/intent-changes.ts';
import { readLanguage } from '../core/intent-language.ts';
import { explainIntents, type FoundIntent } from '../core/intents.ts';
import { languages } from '../core/lang.ts';
import type { IntentChanges, IntentRuleName } from '../core/model.ts';
import { judgeSentiment } from '../core/sentiment.ts';
import { intentKinds } from '../core/tally.ts';
import { IntentGroups } from './intent-groups.tsx';
import { intentNames } from './intent-names.ts';
import { type Change, IntentLine } from './intent-words.tsx';
import { nameLanguage } from './why-words.ts';
import { word } from './words.ts';
import './intents.css';

/** English stands for whatever is not known: of what is not even in its letters it is not said. */
function sayLanguage(text: string): string {
  const code = readLanguage(text);
  const isKnown = code !== 'en' || /\p{Script=Latin}/u.test(text);
  return isKnown ? word('intentsReadAs', nameLanguage(code)) : word('intentsUnread');
}

interface Props {
  changes: IntentChanges | undefined;
  /** How the keyword that is tried, and the competitors, are called. */
  keyword: string | undefined;
  competitors: readonly string[];
  /** Made to what is there by then. */
  onChange: (lang: string, name: IntentRuleName, change: Change) => void;
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
              name={word(intentNames[intent])}
              lang={lang}
              ours={listOurs(lang, intent)}
              change={changeOf(changes, lang, intent)}
              onChange={(change) => onChange(lang, intent, change)}
            />
          </li>
        ))}
      </ul>
      <IntentGroups key={lang} lang={lang} changes={changes} onChange={(name, change) => onChange(lang, name, change)} />
    </div>
  );
}

const sayFound = ({ because, own, rule }: FoundIntent): string => {
  if (!because) return word('intentsBySigns');
  if (rule) return word(own ? 'intentsByOwnRule' : 'intentsByRule', because, rule);
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
            <p class="quiet">{sayLanguage(text)}</p>
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
