import { useId, useState } from 'preact/hooks';
import type { Macro, MentionStatus, Reply } from '../core/model.ts';
import { Field, Problem } from './controls.tsx';
import { Form, FormEnds } from './form.tsx';
import { listStepWords, nameHours } from './macro-words.ts';
import { nameStatus } from './mention-words.ts';
import { Stranger } from './plain-text.tsx';
import { word } from './words.ts';
import { readTags } from './writing.ts';

interface Props {
  macro?: Macro;
  replies: readonly Reply[];
  onSave: (macro: Macro) => Promise<boolean>;
  onClose: () => void;
}

const makeMacro = (now: number): Macro => ({ id: crypto.randomUUID(), name: '', addTags: [], createdAt: now });

const statuses = ['waiting', 'done', 'new', 'ignored'] as const satisfies readonly MentionStatus[];
const snoozes = [1, 4, 24, 72, 168, 720];

/** A move is a status or a snooze, never both: `status:done`, `snooze:24`. */
const moveOf = ({ status, snoozeHours }: Macro): string =>
  snoozeHours !== undefined ? `snooze:${snoozeHours}` : status !== undefined ? `status:${status}` : '';

function withMove({ status: _, snoozeHours: __, ...macro }: Macro, move: string): Macro {
  const [kind, value] = move.split(':');
  const status = statuses.find((one) => one === value);
  if (kind === 'snooze') return { ...macro, snoozeHours: Number(value) };
  return status ? { ...macro, status } : macro;
}

export function MacroForm({ macro, replies, onSave, onClose }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<Macro>(() => macro ?? makeMacro(Date.now()));
  const [tags, setTags] = useState(() => draft.addTags.join(', '));
  const [tried, setTried] = useState(false);
  const made: Macro = { ...draft, name: draft.name.trim(), addTags: readTags(tags).slice(0, 20) };
  const steps = listStepWords(made, replies);
  async function save(event: Event) {
    event.preventDefault();
    setTried(true);
    if (made.name && steps.length > 0 && (await onSave(made))) onClose();
  }
  return (
    <Form label={macro ? word('editNamed', macro.name) : word('macroNew')} onSubmit={save} onClose={onClose}>
      <Field
        label={word('macroName')}
        value={draft.name}
        maxLength={200}
        autofocus
        problem={tried && !made.name ? word('macroNameEmpty') : undefined}
        onInput={(name) => setDraft({ ...draft, name })}
      />
      <ReplySelect id={`${id}-reply`} value={draft.replyId} replies={replies} onChange={(replyId) => setDraft(withReply(draft, replyId))} />
      <Field label={word('macroTags')} value={tags} hint={word('replyTagsHint')} onInput={setTags} />
      <div class="field">
        <label for={`${id}-move`}>{word('macroMove')}</label>
        <select id={`${id}-move`} value={moveOf(draft)} onChange={(event) => setDraft(withMove(draft, event.currentTarget.value))}>
          <option value="">{word('macroMoveNone')}</option>
          {statuses.map((status) => (
            <option key={status} value={`status:${status}`}>
              {nameStatus(status)}
            </option>
          ))}
          {listSnoozes(draft.snoozeHours).map((hours) => (
            <option key={hours} value={`snooze:${hours}`}>
              {word('stepSnooze', nameHours(hours))}
            </option>
          ))}
        </select>
      </div>
      <Steps steps={steps} tried={tried} />
      <FormEnds onClose={onClose} />
    </Form>
  );
}

/** A macro from a file may snooze for a time that is none of ours. */
const listSnoozes = (hours: number | undefined): number[] =>
  hours === undefined || snoozes.includes(hours) ? snoozes : [...snoozes, hours].sort((a, b) => a - b);

function withReply({ replyId: _, ...macro }: Macro, replyId: string): Macro {
  return replyId ? { ...macro, replyId } : macro;
}

interface ReplySelectProps {
  id: string;
  value: string | undefined;
  replies: readonly Reply[];
  onChange: (replyId: string) => void;
}

function ReplySelect({ id, value = '', replies, onChange }: ReplySelectProps) {
  return (
    <div class="field">
      <label for={id}>{word('macroReply')}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{word('macroReplyNone')}</option>
        {replies.map((reply) => (
          <option key={reply.id} value={reply.id}>
            {reply.title}
          </option>
        ))}
      </select>
    </div>
  );
}

function Steps({ steps, tried }: { steps: readonly string[]; tried: boolean }) {
  if (steps.length === 0) return tried ? <Problem>{word('macroNothing')}</Problem> : <p class="quiet small">{word('macroNothing')}</p>;
  return (
    <div class="small">
      <p>{word('macroWill')}</p>
      <ol class="macro-steps">
        {steps.map((step) => (
          <li key={step}>
            <Stranger>{step}</Stranger>
          </li>
        ))}
      </ol>
    </div>
  );
}
