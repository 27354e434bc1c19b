import { Plus, X } from 'lucide';
import { useId, useState } from 'preact/hooks';
import type { Person } from '../core/model.ts';
import { type PersonChange, personTags, tidyFieldName } from '../core/people.ts';
import { Field, IconButton, Problem } from './controls.tsx';
import { Icon } from './icon.tsx';
import { dropNoteDraft, useNoteDraft } from './note-drafts.ts';
import { NoteField } from './note-field.tsx';
import { nameTag } from './people-words.ts';
import { word } from './words.ts';
import { readTags } from './writing.ts';

type Kept = Pick<Person, 'name' | 'tags' | 'note' | 'fields'>;

interface Props {
  /** Whom it is about. */
  id: string;
  person: Kept;
  /** As they call themselves. */
  called: string;
  /** The names of fields that others have. */
  fieldNames: readonly string[];
  onSave: (change: PersonChange) => Promise<boolean>;
}

interface FieldRow {
  key: number;
  name: string;
  value: string;
}

/** What most address books have, offered before anything was written. */
const usual = ['company', 'email', 'website', 'role', 'phone'];

const isOwnTag = (tag: string): boolean => !personTags.some((one) => one === tag.toLowerCase());

let keys = 0;
const toRows = (fields: Person['fields']): FieldRow[] =>
  Object.entries(fields ?? {}).map(([name, value]) => ({ key: ++keys, name, value }));

/** Everything the person keeps of someone. Tags with a meaning are a press away, others are typed. */
export function PersonForm({ id, person, called, fieldNames, onSave }: Props) {
  const [name, setName] = useState(person.name);
  const [marks, setMarks] = useState(() => person.tags.filter((tag) => !isOwnTag(tag)).map((tag) => tag.toLowerCase()));
  const [own, setOwn] = useState(() => person.tags.filter(isOwnTag).join(', '));
  const note = useNoteDraft(`person ${id}`, person.note);
  const [rows, setRows] = useState(() => toRows(person.fields));
  const wrong = rows.filter(({ name: field, value }) => value.trim() !== '' && !tidyFieldName(field));

  async function save(event: Event) {
    event.preventDefault();
    if (wrong.length > 0) return;
    const fields = Object.fromEntries(rows.flatMap((row) => (row.name.trim() ? [[row.name, row.value] as const] : [])));
    if (await onSave({ name, tags: [...marks, ...readTags(own)], note: note.text, fields })) dropNoteDraft(`person ${id}`, note.text);
  }
  const toggle = (tag: string) => setMarks((before) => (before.includes(tag) ? before.filter((one) => one !== tag) : [...before, tag]));
  return (
    <form class="card pad stack person-form" noValidate aria-label={word('personKept')} onSubmit={save}>
      <fieldset class="tag-choice">
        <legend class="label">{word('personTags')}</legend>
        {personTags.map((tag) => (
          <button key={tag} type="button" class="slim" aria-pressed={marks.includes(tag)} onClick={() => toggle(tag)}>
            {nameTag(tag)}
          </button>
        ))}
      </fieldset>
      <Field label={word('personOwnTags')} value={own} hint={word('replyTagsHint')} onInput={setOwn} />
      <NoteField label={word('personNote')} draft={note} maxLength={20_000} />
      <Field label={word('personName')} value={name} placeholder={called} maxLength={300} onInput={setName} />
      <PersonFields rows={rows} wrong={wrong} known={fieldNames} onChange={setRows} />
      <div class="ends">
        <button type="submit" class="primary">
          {word('save')}
        </button>
      </div>
    </form>
  );
}

interface FieldsProps {
  rows: readonly FieldRow[];
  wrong: readonly FieldRow[];
  known: readonly string[];
  onChange: (rows: FieldRow[]) => void;
}

/** A name and a value a row; a reply asks for it by its name. */
function PersonFields({ rows, wrong, known, onChange }: FieldsProps) {
  const id = useId();
  const change = (key: number, part: Partial<FieldRow>) => onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const offered = [...new Set([...usual, ...known])].filter((name) => !rows.some((row) => row.name === name));
  return (
    <fieldset class="person-fields">
      <legend class="label">{word('personFields')}</legend>
      <p class="quiet small">{word('personFieldsHint')}</p>
      {rows.map(({ key, name, value }) => (
        <div key={key} class="row">
          <input
            type="text"
            dir="auto"
            list={`${id}-names`}
            aria-label={word('personFieldName')}
            maxLength={40}
            value={name}
            onInput={(event) => change(key, { name: event.currentTarget.value })}
          />
          <input
            type="text"
            class="grow"
            dir="auto"
            aria-label={word('personFieldValue', name)}
            maxLength={500}
            value={value}
            onInput={(event) => change(key, { value: event.currentTarget.value })}
          />
          <IconButton icon={X} name={word('removeNamed', name)} onClick={() => onChange(rows.filter((row) => row.key !== key))} />
        </div>
      ))}
      {wrong.length > 0 && <Problem>{word('personFieldWrong', wrong.map(({ name }) => name || '…').join(', '))}</Problem>}
      <datalist id={`${id}-names`}>
        {offered.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div>
        <button type="button" class="slim" onClick={() => onChange([...rows, { key: ++keys, name: offered[0] ?? '', value: '' }])}>
          <Icon of={Plus} size={13} />
          {word('personFieldAdd')}
        </button>
      </div>
    </fieldset>
  );
}
