import { useId } from 'preact/hooks';
import { intentNames } from '../../../components/intent-names.ts';
import { sentimentNames } from '../../../components/sentiment-words.ts';
import { useObservable } from '../../../components/use-observable.ts';
import { type WordKey, word } from '../../../components/words.ts';
import type { InboxFilter } from '../../../core/inbox-filter.ts';
import { watchQuery } from '../../../storage/db.ts';
import { listAssignees, listTags } from '../../../storage/mention-changes.ts';
import { answerNames, kindNames } from './filter-words.ts';
import type { InboxQuestion } from './use-inbox-filter.ts';

const day = 86_400_000;
const asDate = (time: number | undefined): string => (time === undefined ? '' : new Date(time).toISOString().slice(0, 10));
const readDate = (text: string): number | undefined => (text === '' || Number.isNaN(Date.parse(text)) ? undefined : Date.parse(text));

/** Every other part of the filter as a control. */
export function FilterMore({ question: { filter, change } }: { question: InboxQuestion }) {
  const tags = useObservable(() => watchQuery(listTags), []).value ?? [];
  const assignees = useObservable(() => watchQuery(listAssignees), []).value ?? [];
  return (
    <div class="stack filter-more">
      <label class="row tight">
        <input type="checkbox" checked={filter.starred === true} onChange={() => change({ starred: filter.starred ? undefined : true })} />
        {word('inboxStarredOnly')}
      </label>
      <Choice name="inboxTag" value={filter.tag} values={tags} onPick={(tag) => change({ tag })} />
      <Choice name="assignee" value={filter.assignee} values={assignees} onPick={(assignee) => change({ assignee })} />
      <Named name="inboxAnswer" value={filter.answer} names={answerNames} onPick={(answer) => change({ answer })} />
      <Named name="inboxIntent" value={filter.intent} names={intentNames} onPick={(intent) => change({ intent })} />
      <Named name="inboxSentiment" value={filter.sentiment} names={sentimentNames} onPick={(sentiment) => change({ sentiment })} />
      <Named name="kind" value={filter.kind} names={kindNames} onPick={(kind) => change({ kind })} />
      <Text
        name="inboxPerson"
        hint="inboxPersonHint"
        value={filter.personId?.replace(':', '/')}
        onText={(text) => change(readPerson(text))}
      />
      <Text name="inboxCommunity" value={filter.community} onText={(community) => change({ community })} />
      <div class="dismiss-pair">
        <DateField name="inboxSince" value={asDate(filter.since)} onPick={(text) => change({ since: readDate(text) })} />
        <DateField
          name="inboxUntil"
          value={filter.until === undefined ? '' : asDate(filter.until - day)}
          onPick={(text) => change({ until: addDay(readDate(text)) })}
        />
      </div>
    </div>
  );
}

const addDay = (time: number | undefined): number | undefined => (time === undefined ? undefined : time + day);

/** As it is typed in the text: the site, a stroke and the handle. */
function readPerson(text: string | undefined): Pick<InboxFilter, 'personId'> {
  const [site, ...handle] = (text ?? '').split('/');
  return { personId: site && handle.length > 0 ? `${site}:${handle.join('/')}` : undefined };
}

interface NamedProps<T extends string> {
  name: WordKey;
  value: T | undefined;
  names: Readonly<Record<T, WordKey>>;
  onPick: (value: T | undefined) => void;
}

function Named<T extends string>({ name, value, names, onPick }: NamedProps<T>) {
  const id = useId();
  return (
    <div class="field side-by-side">
      <label for={id}>{word(name)}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onPick((event.currentTarget.value || undefined) as T | undefined)}>
        <option value="">{word('inboxAny')}</option>
        {(Object.entries(names) as [T, WordKey][]).map(([key, label]) => (
          <option key={key} value={key}>
            {word(label)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ChoiceProps {
  name: WordKey;
  value: string | undefined;
  values: readonly string[];
  onPick: (value: string | undefined) => void;
}

function Choice({ name, value, values, onPick }: ChoiceProps) {
  const id = useId();
  const all = value !== undefined && !values.includes(value) ? [value, ...values] : values;
  return (
    <div class="field side-by-side">
      <label for={id}>{word(name)}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onPick(event.currentTarget.value || undefined)}>
        <option value="">{word('inboxAny')}</option>
        {all.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TextProps {
  name: WordKey;
  hint?: WordKey;
  value: string | undefined;
  onText: (text: string | undefined) => void;
}

/** Taken when the person leaves the field or presses Enter: half a name finds nothing. */
function Text({ name, hint, value, onText }: TextProps) {
  const id = useId();
  return (
    <div class="field side-by-side">
      <label for={id}>{word(name)}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        autocomplete="off"
        placeholder={hint ? word(hint) : undefined}
        value={value ?? ''}
        onChange={(event) => onText(event.currentTarget.value.trim() || undefined)}
      />
    </div>
  );
}

function DateField({ name, value, onPick }: { name: WordKey; value: string; onPick: (text: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{word(name)}</label>
      <input id={id} type="date" value={value} onChange={(event) => onPick(event.currentTarget.value)} />
    </div>
  );
}
