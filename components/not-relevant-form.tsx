import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Mention, Mute } from '../core/model.ts';
import { Problem } from './controls.tsx';
import type { KeywordLooks } from './marked-text.tsx';
import { endOf, muteLengths } from './mute-words.ts';
import { stripControls } from './plain-text.tsx';
import { word, wordFor } from './words.ts';

/** Something of a mention that can be muted. `name` is how a person knows it. */
export interface MuteChoice {
  kind: Exclude<Mute['kind'], 'phrase'>;
  site?: string | undefined;
  value: string;
  name: string;
}

/** A word to leave out: `dismissed` other dismissed mentions have it, and `kept` that were not dismissed. */
export interface GuardWord {
  word: string;
  dismissed: number;
  kept: number;
}

/** What becomes of a mention that is not relevant. Supplied by the page. */
export interface Dismissing {
  listChoices: (mention: Mention) => MuteChoice[];
  listWords: (mention: Mention, keywordId: string) => Promise<GuardWord[]>;
  /** How many others in New a mute would cover. */
  countOthers: (mention: Mention, mute: Mute) => Promise<number>;
  onMute: (mention: Mention, mute: Mute, others: boolean) => void;
  /** Adds `NOT words` to the keyword. */
  onGuard: (mention: Mention, keywordId: string, words: string) => void;
}

interface Props {
  mention: Mention;
  keywords: KeywordLooks;
  /** What the person has marked in the text. */
  selected: string;
  dismissing: Dismissing;
  onClose: () => void;
}

type Kind = Mute['kind'] | 'guard';

interface Draft {
  kind: Kind;
  words: string;
  keywordId: string;
  length: number | undefined;
}

const typed: readonly Kind[] = ['phrase', 'guard'];

export function NotRelevantForm({ mention, keywords, selected, dismissing, onClose }: Props) {
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
  const words = useWords(dismissing, mention, guarded);
  const mute = makeMute(draft, choices, mention);
  const others = useOthers(dismissing, mention, mute);
  const [also, setAlso] = useState(true);

  function submit(event: Event) {
    event.preventDefault();
    if (typed.includes(draft.kind) && !draft.words.trim()) return setProblem(true);
    if (draft.kind === 'guard') dismissing.onGuard(mention, guarded, draft.words.trim());
    else if (mute) dismissing.onMute(mention, mute, also && others > 0);
    onClose();
  }
  const radio = (kind: Kind, label: ComponentChildren) => (
    <label class="mute-choice">
      <input type="radio" name={name} checked={draft.kind === kind} onChange={() => change({ kind })} />
      <span>{label}</span>
    </label>
  );
  const enterWords = (hint: string, chips: readonly GuardWord[]) => (
    <WordsField value={draft.words} problem={problem} hint={hint} chips={chips} onInput={(value) => change({ words: value })} />
  );
  return (
    <form class="not-relevant" noValidate onSubmit={submit}>
      <fieldset class="mute-choices">
        <legend class="label">{word('notRelevantTitle')}</legend>
        {choices.map((choice) => (
          <div key={choice.kind}>{radio(choice.kind, word(choiceWords[choice.kind], stripControls(choice.name)))}</div>
        ))}
        {radio('phrase', word('mutePhrase'))}
        {draft.kind === 'phrase' && enterWords(word('mutePhraseHint'), words)}
        {known.length > 0 && radio('guard', word('guard'))}
        {draft.kind === 'guard' && enterWords(word('guardHint', keywords.get(guarded)?.name ?? ''), words)}
      </fieldset>
      <div class="pair">
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
          {word(draft.kind === 'guard' ? 'guardDo' : 'muteDo')}
        </button>
      </div>
    </form>
  );
}

const choiceWords = { person: 'mutePerson', community: 'muteCommunity', place: 'mutePlace' } as const;

function makeMute(draft: Draft, choices: readonly MuteChoice[], mention: Mention): Mute | undefined {
  const words = draft.words.trim();
  const choice = choices.find(({ kind }) => kind === draft.kind);
  const what = draft.kind === 'phrase' && words ? { kind: draft.kind, value: words } : choice;
  if (!what || draft.kind === 'guard') return undefined;
  const now = Date.now();
  const until = endOf(draft.length, now);
  return {
    id: `${mention.id} ${now}`.slice(-500),
    kind: what.kind,
    value: what.value,
    ...('site' in what && what.site ? { site: what.site } : {}),
    ...(draft.keywordId ? { keywordId: draft.keywordId } : {}),
    ...(until === undefined ? {} : { until }),
    createdAt: now,
  };
}

function useWords(dismissing: Dismissing, mention: Mention, keywordId: string): GuardWord[] {
  const [words, setWords] = useState<GuardWord[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mention is the same as long as its id and words are.
  useEffect(() => {
    let over = false;
    void dismissing.listWords(mention, keywordId).then((found) => !over && setWords(found));
    return () => {
      over = true;
    };
  }, [mention.id, mention.text, keywordId]);
  return words;
}

/** Asked a moment after the last key, because the whole inbox is looked through. */
function useOthers(dismissing: Dismissing, mention: Mention, mute: Mute | undefined): number {
  const [others, setOthers] = useState(0);
  const what = mute && [mute.kind, mute.value, mute.keywordId].join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a mute's time and id are new at each look, and cover the same.
  useEffect(() => {
    let over = false;
    setOthers(0);
    const ask = () => mute && void dismissing.countOthers(mention, mute).then((count) => !over && setOthers(count));
    const timer = setTimeout(ask, 150);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [what, mention.id]);
  return others;
}

interface WordsProps {
  value: string;
  problem: boolean;
  hint: string;
  chips: readonly GuardWord[];
  onInput: (value: string) => void;
}

function WordsField({ value, problem, hint, chips, onInput }: WordsProps) {
  const id = useId();
  return (
    <div class="under">
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
              title={chip.dismissed > 0 ? wordFor(chip.dismissed, 'guardWordOne', 'guardWordMany') : undefined}
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

function KeywordSelect({ ids, keywords, all, value, onChange }: KeywordSelectProps) {
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
