import { AlarmClock } from 'lucide';
import { useEffect, useId, useState } from 'preact/hooks';
import type { MentionChange } from '../core/macros.ts';
import type { Mention, Play } from '../core/model.ts';
import { Field } from './controls.tsx';
import { FormEnds } from './form.tsx';
import { dropNoteDraft, useNoteDraft } from './note-drafts.ts';
import { NoteField } from './note-field.tsx';
import { PanelButton } from './panel-button.tsx';
import { PlayNotes } from './play-notes.tsx';
import { formatWake, listSnoozeTimes } from './snooze-times.ts';
import { word } from './words.ts';
import { readTags } from './writing.ts';

/** What a person may keep of a mention, and how that is kept. */
export interface Caring {
  readonly listAssignees: () => Promise<readonly string[]>;
  /** What the playbook says about it; absent where there is none. */
  readonly listPlays?: (mention: Mention) => Promise<readonly Play[]>;
  readonly onChange: (mention: Mention, change: MentionChange) => Promise<boolean>;
}

interface Props {
  mention: Mention;
  caring: Caring;
  now: number;
}

export function MentionCare({ mention, caring, now }: Props) {
  return (
    <PanelButton icon={AlarmClock} name={word('care')} title={word('careTitle')}>
      {(close) => <CareForm mention={mention} caring={caring} now={now} onClose={close} />}
    </PanelButton>
  );
}

function CareForm({ mention, caring, now, onClose }: Props & { onClose: () => void }) {
  const [tags, setTags] = useState((mention.tags ?? []).join(', '));
  const note = useNoteDraft(mention.id, mention.note ?? '');
  const [assignee, setAssignee] = useState(mention.assignee ?? '');
  async function change(part: MentionChange) {
    if (!(await caring.onChange(mention, part))) return;
    if (part.note !== undefined) dropNoteDraft(mention.id, part.note ?? '');
    onClose();
  }
  async function save(event: Event) {
    event.preventDefault();
    await change({ tags: readTags(tags), note: note.text.trim() || null, assignee: assignee.trim() || null });
  }
  return (
    <form class="stack care-form" onSubmit={save}>
      <CarePlays mention={mention} listPlays={caring.listPlays} />
      <fieldset class="stack tight">
        <legend class="small">{word('snoozeUntil')}</legend>
        <div class="snooze-times">
          {listSnoozeTimes(now).map(({ name, until }) => (
            <button key={name} type="button" class="slim" onClick={() => void change({ status: 'snoozed', snoozedUntil: until })}>
              <span>{word(name)}</span>
              <span class="quiet small">{formatWake(until)}</span>
            </button>
          ))}
        </div>
      </fieldset>
      <AssigneeField value={assignee} listAssignees={caring.listAssignees} onInput={setAssignee} />
      <Field label={word('careTags')} value={tags} hint={word('replyTagsHint')} onInput={setTags} />
      <NoteField label={word('careNote')} draft={note} maxLength={5_000} />
      <FormEnds onClose={onClose} />
    </form>
  );
}

function CarePlays({ mention, listPlays }: { mention: Mention; listPlays: Caring['listPlays'] }) {
  const [plays, setPlays] = useState<readonly Play[]>([]);
  useEffect(() => {
    void listPlays?.(mention).then(setPlays, console.error);
  }, [mention, listPlays]);
  return <PlayNotes plays={plays} />;
}

interface AssigneeProps {
  value: string;
  listAssignees: Caring['listAssignees'];
  onInput: (value: string) => void;
}

function AssigneeField({ value, listAssignees, onInput }: AssigneeProps) {
  const id = useId();
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => {
    void listAssignees().then(setKnown, console.error);
  }, [listAssignees]);
  return (
    <div class="field">
      <label for={id}>{word('assignee')}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        autocomplete="off"
        maxLength={300}
        list={`${id}-known`}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <datalist id={`${id}-known`}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
