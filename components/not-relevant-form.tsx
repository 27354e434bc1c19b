import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Mention } from '../core/model.ts';
import type { Guard } from '../core/suggest-guard.ts';
import { KeywordSelect, LengthSelect, WordsField } from './dismiss-fields.tsx';
import { type Dismissing, type Draft, type Kind, makeMute } from './dismissing.ts';
import type { KeywordLooks } from './marked-text.tsx';
import { muteLengths } from './mute-words.ts';
import { stripControls } from './plain-text.tsx';
import { useAdvice, useOthers } from './use-advice.ts';
import { formatNumber, word, wordFor } from './words.ts';

interface Props {
  mention: Mention;
  keywords: KeywordLooks;
  /** What the person has marked in the text. */
  selected: string;
  dismissing: Dismissing;
  onClose: () => void;
  /** Where it may be refused, the form stays until it is done. */
  onSubmitted?: () => void;
}

const typed: readonly Kind[] = ['phrase', 'guard'];

export function NotRelevantForm({ mention, keywords, selected, dismissing, onClose, onSubmitted = onClose }: Props) {
  const name = useId();
  const choices = dismissing.listChoices(mention);
  const known = mention.keywordIds.filter((id) => keywords.has(id));
  const [draft, setDraft] = useState<Draft>({
    kind: selected ? 'phrase' : (choices[0]?.kind ?? 'phrase'),
    words: selected,
    keywordId: '',
    length: muteLengths[1].length,
  });
  const [problem, setProblem] = useState(false);
  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setProblem(false);
  };
  const guarded = draft.keywordId || (known[0] ?? '');
  const { words, guard } = useAdvice(dismissing, mention, guarded);
  const mute = makeMute(draft, choices, mention);
  const others = useOthers(dismissing, mention, mute);
  const [also, setAlso] = useState(true);

  function submit(event: Event) {
    event.preventDefault();
    if (typed.includes(draft.kind) && !draft.words.trim()) return setProblem(true);
    if (draft.kind === 'guard') dismissing.onGuard(mention, guarded, draft.words.trim(), event);
    else if (mute) dismissing.onMute(mention, mute, also && others > 0, event);
    onSubmitted();
  }
  const radio = (kind: Kind, label: ComponentChildren) => (
    <label class="mute-choice">
      <input type="radio" name={name} checked={draft.kind === kind} onChange={() => change({ kind })} />
      <span>{label}</span>
    </label>
  );
  const enterWords = (hint: string) => (
    <WordsField value={draft.words} problem={problem} hint={hint} chips={words} onInput={(value) => change({ words: value })} />
  );
  return (
    <form class="dismiss-form" noValidate onSubmit={submit}>
      <fieldset class="mute-choices">
        <legend class="label">{word('notRelevantTitle')}</legend>
        {choices.map((choice) => (
          <div key={choice.kind}>{radio(choice.kind, word(choiceWords[choice.kind], stripControls(choice.name)))}</div>
        ))}
        {radio('phrase', word('mutePhrase'))}
        {draft.kind === 'phrase' && enterWords(word('mutePhraseHint'))}
        {known.length > 0 && radio('guard', word('leaveOut'))}
        {draft.kind === 'guard' && enterWords(guard ? nameGuard(guard) : word('leaveOutHint', keywords.get(guarded)?.name ?? ''))}
      </fieldset>
      <div class="dismiss-pair">
        {(draft.kind !== 'guard' || known.length > 1) && (
          <KeywordSelect
            ids={known}
            keywords={keywords}
            all={draft.kind !== 'guard'}
            value={draft.kind === 'guard' ? guarded : draft.keywordId}
            onChange={(keywordId) => change({ keywordId })}
          />
        )}
        {draft.kind !== 'guard' && <LengthSelect value={draft.length} onChange={(length) => change({ length })} />}
      </div>
      {draft.kind !== 'guard' && others > 0 && (
        <label class="mute-choice">
          <input type="checkbox" checked={also} onChange={(event) => setAlso(event.currentTarget.checked)} />
          <span>{wordFor(others, 'muteOthersOne', 'muteOthersMany')}</span>
        </label>
      )}
      <div class="ends">
        <button type="button" onClick={onClose}>
          {word('cancel')}
        </button>
        <button type="submit" class="primary">
          {word(draft.kind === 'guard' ? 'leaveOutDo' : 'muteDo')}
        </button>
      </div>
    </form>
  );
}

const nameGuard = ({ words, removes, of, loses }: Guard): string =>
  stripControls(word('guard', words, formatNumber(removes), formatNumber(of), formatNumber(loses)));

const choiceWords = { person: 'mutePerson', community: 'muteCommunity', place: 'mutePlace' } as const;
