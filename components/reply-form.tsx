import { useRef, useState } from 'preact/hooks';
import type { Reply } from '../core/model.ts';
import { Field } from './controls.tsx';
import { word } from './words.ts';

/** What may stand in a reply, as people write it. */
const variables = ['author.firstName|there', 'author.handle', 'site', 'keyword', 'post.excerpt', 'me.name'];

interface Props {
  reply?: Reply;
  onSave: (reply: Reply) => Promise<boolean>;
  onClose: () => void;
}

export function makeReply(title: string, body: string, now: number): Reply {
  return { id: crypto.randomUUID(), title, body, shortcut: '', tags: [], createdAt: now, updatedAt: now, usedCount: 0 };
}

export function ReplyForm({ reply, onSave, onClose }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [title, setTitle] = useState(reply?.title ?? '');
  const [body, setBody] = useState(reply?.body ?? '');
  const [tried, setTried] = useState(false);
  const titleProblem = tried ? findProblem(title, 200, 'titleEmpty') : undefined;
  const bodyProblem = tried ? findProblem(body, 20_000, 'textEmpty') : undefined;

  async function save(event: Event) {
    event.preventDefault();
    setTried(true);
    if (findProblem(title, 200, 'titleEmpty') || findProblem(body, 20_000, 'textEmpty')) return;
    const now = Date.now();
    const next = reply ? { ...reply, title: title.trim(), body, updatedAt: now } : makeReply(title.trim(), body, now);
    if (await onSave(next)) onClose();
  }

  function addVariable(name: string) {
    const box = form.current?.querySelector('textarea');
    if (!box) return;
    box.setRangeText(`{{${name}}}`, box.selectionStart, box.selectionEnd, 'end');
    setBody(box.value);
    box.focus();
  }

  return (
    <form
      ref={form}
      class="form"
      noValidate
      aria-label={reply ? word('editNamed', reply.title) : word('newReply')}
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Field
        label={word('title')}
        value={title}
        problem={titleProblem}
        autofocus
        placeholder={word('titlePlaceholder')}
        onInput={setTitle}
      />
      <Field label={word('text')} value={body} problem={bodyProblem} lines placeholder={word('textPlaceholder')} onInput={setBody} />
      <fieldset class="variables">
        <legend class="quiet small">{word('variablesHint')}</legend>
        {variables.map((name) => (
          <button key={name} type="button" class="slim" onClick={() => addVariable(name)}>
            <code>{name}</code>
          </button>
        ))}
      </fieldset>
      <div class="ends">
        <button type="button" onClick={onClose}>
          {word('cancel')}
        </button>
        <button type="submit" class="primary">
          {word('save')}
        </button>
      </div>
    </form>
  );
}

function findProblem(value: string, longest: number, empty: 'titleEmpty' | 'textEmpty'): string | undefined {
  if (!value.trim()) return word(empty);
  return value.length > longest ? word('tooLong', longest, value.length) : undefined;
}
