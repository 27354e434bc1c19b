import { useEffect, useRef } from 'preact/hooks';
import { IntentRules } from '../../components/intent-rules.tsx';
import { word } from '../../components/words.ts';
import { changeOf, withChange } from '../../core/intent-changes.ts';
import type { IntentChanges, Settings } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import type { PageProps } from './page-props.ts';

/** The words that tell what a post wants. */
export function IntentSection({ settings, data, editing, notify }: PageProps & { settings: Settings }) {
  const { intentChanges } = settings;
  // Words are pressed faster than they are kept: each change is made to the last one, not to what is kept by then.
  const latest = useRef(intentChanges);
  useEffect(() => {
    latest.current = intentChanges;
  }, [intentChanges]);
  const named = (kind: 'brand' | 'competitor') => data.keywords.filter((keyword) => keyword.kind === kind).map(({ name }) => name);
  const save = (changes: IntentChanges = {}) => editing.attempt(send('settings/save', { patch: { intentChanges: changes } }));
  return (
    <section class="stack" aria-labelledby="wants-title">
      <h2 id="wants-title" tabIndex={-1}>
        {word('intentRules')}
      </h2>
      <p class="quiet">{word('intentRulesIntro')}</p>
      <IntentRules
        changes={intentChanges}
        keyword={named('brand')[0]}
        competitors={named('competitor')}
        onChange={async (lang, intent, change) => {
          const before = latest.current;
          latest.current = withChange(before, lang, intent, change(changeOf(before, lang, intent)));
          if (await save(latest.current)) notify({ text: word('intentsSaved'), undo: () => void save(before) });
          else latest.current = before;
        }}
      />
    </section>
  );
}
