/** The groups of words that the rules of a language use, in the place of each of which stands any of its words. */
import { useState } from 'preact/hooks';
import { changeOf, groupNamed, listGroups, listOursOfGroup } from '../core/intent-changes.ts';
import type { IntentChanges, IntentRuleName } from '../core/model.ts';
import { type Change, IntentLine } from './intent-words.tsx';
import { word, wordFor } from './words.ts';

interface Props {
  lang: string;
  changes: IntentChanges | undefined;
  onChange: (name: IntentRuleName, change: Change) => void;
}

export function IntentGroups({ lang, changes, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const names = listGroups(lang);
  if (names.length === 0) return null;
  return (
    <details class="intent-groups" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{word('intentGroups')}</strong>{' '}
        <span class="quiet small number">{wordFor(names.length, 'intentGroupsOne', 'intentGroupsMany')}</span>
      </summary>
      {open && (
        <div class="stack">
          <p class="quiet small">{word('intentGroupsIntro')}</p>
          <ul class="list" aria-label={word('intentGroups')}>
            {names.map(groupNamed).map((name) => (
              <li key={name}>
                <IntentLine
                  name={name}
                  lang={lang}
                  ours={listOursOfGroup(lang, name.slice(1, -1))}
                  change={changeOf(changes, lang, name)}
                  onChange={(change) => onChange(name, change)}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </details>
  );
}
