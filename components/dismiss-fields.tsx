import { useId } from 'preact/hooks';
import type { GuardWord } from '../core/guard-words.ts';
import { Problem } from './controls.tsx';
import type { KeywordLooks } from './marked-text.tsx';
import { muteLengths } from './mute-words.ts';
import { stripControls } from './plain-text.tsx';
import { word, wordFor } from './words.ts';

interface WordsProps {
  value: string;
  problem: boolean;
  hint: string;
  chips: readonly GuardWord[];
  onInput: (value: string) => void;
}

export function WordsField({ value, problem, hint, chips, onInput }: WordsProps) {
  const id = useId();
  return (
    <div class="dismiss-under">
      <input
        type="text"
        dir="auto"
        maxLength={200}
        aria-label={word('muteWords')}
        aria-describedby={id}
        aria-invalid={problem ? true : undefined}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {problem ? (
        <Problem id={id}>{word('muteWordsEmpty')}</Problem>
      ) : (
        <p class="quiet small" id={id}>
          {hint}
        </p>
      )}
      {chips.length > 0 && (
        <div class="variables">
          {chips.map((chip) => (
            <button
              key={chip.word}
              type="button"
              class="slim"
              aria-pressed={value === chip.word}
              title={chip.dismissed > 0 ? wordFor(chip.dismissed, 'leaveOutWordOne', 'leaveOutWordMany') : undefined}
              onClick={() => onInput(chip.word)}
            >
              {stripControls(chip.word)}
              {chip.dismissed > 0 && <span class="quiet number">{chip.dismissed}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

interface KeywordSelectProps {
  ids: readonly string[];
  keywords: KeywordLooks;
  all: boolean;
  value: string;
  onChange: (keywordId: string) => void;
}

export function KeywordSelect({ ids, keywords, all, value, onChange }: KeywordSelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{word('muteFor')}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {all && <option value="">{word('allKeywords')}</option>}
        {ids.map((keywordId) => (
          <option key={keywordId} value={keywordId}>
            {keywords.get(keywordId)?.name}
          </option>
        ))}
      </select>
    </div>
  );
}

export function LengthSelect({ value, onChange }: { value: number | undefined; onChange: (length: number | undefined) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{word('muteLength')}</label>
      <select
        id={id}
        value={String(value ?? '')}
        onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : Number(event.currentTarget.value))}
      >
        {muteLengths.map(({ name, length }) => (
          <option key={name} value={String(length ?? '')}>
            {word(name)}
          </option>
        ))}
      </select>
    </div>
  );
}
