import { useId, useState } from 'preact/hooks';
import type { KeywordKind, Play, SentimentValue } from '../core/model.ts';
import { parseQuery } from '../core/query.ts';
import { intentKinds } from '../core/tally.ts';
import { Choices } from './choices.tsx';
import { Field } from './controls.tsx';
import { Form, FormEnds } from './form.tsx';
import { intentNames } from './intent-names.ts';
import { kinds, nameKind } from './keyword-rules.ts';
import { feelingNames } from './measure-words.ts';
import { namePlayAnswer, playAnswers } from './play-words.ts';
import { describeProblem, isError } from './query-problems.tsx';
import { word } from './words.ts';

interface Props {
  play?: Play;
  /** Where a new one stands: after all others. */
  order: number;
  onSave: (play: Play) => Promise<boolean>;
  onClose: () => void;
}

const makePlay = (order: number, now: number): Play => ({
  id: crypto.randomUUID(),
  name: '',
  when: {},
  answer: 'answer',
  order,
  createdAt: now,
});

const optional = <K extends string>(key: K, text: string | undefined): Partial<Record<K, string>> =>
  text?.trim() ? ({ [key]: text.trim() } as Record<K, string>) : {};

const some = <K extends string, T>(key: K, list: readonly T[] | undefined): Partial<Record<K, T[]>> =>
  list && list.length > 0 ? ({ [key]: [...list] } as Record<K, T[]>) : {};

/** As it is kept: nothing empty. */
function tidyPlay({ id, name, when, answer, decides, tone, escalate, order, createdAt }: Play): Play {
  return {
    id,
    name: name.trim(),
    when: {
      ...optional('query', when.query),
      ...some('intents', when.intents),
      ...some('sentiments', when.sentiments),
      ...some('keywordKinds', when.keywordKinds),
    },
    answer,
    ...optional('decides', decides),
    ...optional('tone', tone),
    ...optional('escalate', escalate),
    order,
    createdAt,
  };
}

function findQueryProblem(query: string | undefined): string | undefined {
  const wrong = query?.trim() ? parseQuery(query).problems.find(isError) : undefined;
  return wrong && describeProblem(wrong);
}

export function PlayForm({ play, order, onSave, onClose }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<Play>(() => play ?? makePlay(order, Date.now()));
  const [tried, setTried] = useState(false);
  const put = (part: Partial<Play>) => setDraft((before) => ({ ...before, ...part }));
  const queryProblem = findQueryProblem(draft.when.query);
  async function save(event: Event) {
    event.preventDefault();
    setTried(true);
    const made = tidyPlay(draft);
    if (made.name && !queryProblem && (await onSave(made))) onClose();
  }
  return (
    <Form label={play ? word('editNamed', play.name) : word('playNew')} onSubmit={save} onClose={onClose}>
      <Field
        label={word('playName')}
        value={draft.name}
        placeholder={word('playNameHint')}
        maxLength={200}
        autofocus
        problem={tried && !draft.name.trim() ? word('playNameEmpty') : undefined}
        onInput={(name) => put({ name })}
      />
      <When when={draft.when} problem={tried ? queryProblem : undefined} onChange={(when) => put({ when })} />
      <div class="field">
        <label for={`${id}-answer`}>{word('playAnswer')}</label>
        <select id={`${id}-answer`} value={draft.answer} onChange={(event) => put({ answer: event.currentTarget.value as Play['answer'] })}>
          {playAnswers.map((answer) => (
            <option key={answer} value={answer}>
              {namePlayAnswer(answer)}
            </option>
          ))}
        </select>
      </div>
      <Field label={word('playDecides')} value={draft.decides ?? ''} maxLength={300} onInput={(decides) => put({ decides })} />
      <Field label={word('playTone')} value={draft.tone ?? ''} lines maxLength={1_000} onInput={(tone) => put({ tone })} />
      <Field label={word('playEscalate')} value={draft.escalate ?? ''} lines maxLength={1_000} onInput={(escalate) => put({ escalate })} />
      <FormEnds onClose={onClose} />
    </Form>
  );
}

type When = Play['when'];

const optionsOf = <T extends string>(values: readonly T[], name: (value: T) => string) =>
  values.map((value) => ({ value, name: name(value) }));

function When({ when, problem, onChange }: { when: When; problem: string | undefined; onChange: (when: When) => void }) {
  const put = (part: When) => onChange({ ...when, ...part });
  return (
    <fieldset class="stack tight">
      <legend class="label">{word('playWhen')}</legend>
      <p class="quiet small">{word('playWhenAll')}</p>
      <Field
        label={word('playQuery')}
        value={when.query ?? ''}
        placeholder={word('playQueryHint')}
        maxLength={2_000}
        problem={problem}
        onInput={(query) => put({ query })}
      />
      <Choices
        legend={word('goalIntents')}
        options={optionsOf(intentKinds, (value) => word(intentNames[value]))}
        chosen={when.intents ?? []}
        onChange={(intents) => put({ intents })}
      />
      <Choices
        legend={word('playFeelings')}
        options={optionsOf(Object.keys(feelingNames) as SentimentValue[], (value) => word(feelingNames[value]))}
        chosen={when.sentiments ?? []}
        onChange={(sentiments) => put({ sentiments })}
      />
      <Choices
        legend={word('playKinds')}
        options={optionsOf<KeywordKind>(kinds, nameKind)}
        chosen={when.keywordKinds ?? []}
        onChange={(keywordKinds) => put({ keywordKinds })}
      />
    </fieldset>
  );
}
