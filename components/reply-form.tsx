import { useMemo, useRef, useState } from 'preact/hooks';
import type { Reply } from '../core/model.ts';
import { snippetsOf } from '../core/reply-values.ts';
import { parseTemplate } from '../core/template.ts';
import { Field } from './controls.tsx';
import { Form, FormEnds } from './form.tsx';
import { InsertMenu } from './insert-menu.tsx';
import { ReplyDetails } from './reply-details.tsx';
import { ReplyPreview } from './reply-preview.tsx';
import { TemplateBox } from './template-box.tsx';
import { TemplateProblems } from './template-problems.tsx';
import { WordingChoice } from './wording-choice.tsx';
import { word } from './words.ts';
import { readTags, tidyReply, type Writing } from './writing.ts';

interface Props {
  reply?: Reply;
  /** All of them: one may stand in another, and no two have one shortcut. */
  replies?: readonly Reply[];
  writing?: Writing | undefined;
  onSave: (reply: Reply) => Promise<boolean>;
  onClose: () => void;
}

export function makeReply(title: string, body: string, now: number): Reply {
  return { id: crypto.randomUUID(), title, body, shortcut: '', tags: [], createdAt: now, updatedAt: now, usedCount: 0 };
}

/** A reply that is being written: its own words, and those for single sites. */
function useDraft(reply: Reply | undefined) {
  const [draft, setDraft] = useState<Reply>(() => reply ?? makeReply('', '', Date.now()));
  const [tags, setTags] = useState(() => draft.tags.join(', '));
  const [at, setAt] = useState<string>();
  const variants = draft.variants ?? [];
  const change = (part: Partial<Reply>) => setDraft((before) => ({ ...before, ...part }));
  const setVariant = (site: string, body: string) => {
    const others = variants.filter((one) => one.site !== site);
    change({ variants: [...others, { site, body }] });
  };
  return {
    draft,
    tags,
    at,
    body: at === undefined ? draft.body : (variants.find(({ site }) => site === at)?.body ?? ''),
    own: variants.map(({ site }) => site).sort(),
    change,
    setTags,
    setAt,
    setBody: (body: string) => (at === undefined ? change({ body }) : setVariant(at, body)),
    /** Begun with what all other sites get. */
    add: (site: string) => {
      setVariant(site, draft.body);
      setAt(site);
    },
    remove: (site: string) => {
      change({ variants: variants.filter((one) => one.site !== site) });
      setAt(undefined);
    },
  };
}

export function ReplyForm({ reply, replies = [], writing, onSave, onClose }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const { draft, tags, at, body, own, change, setTags, setAt, setBody, add, remove } = useDraft(reply);
  const [tried, setTried] = useState(false);
  const others = useMemo(() => replies.filter(({ id }) => id !== draft.id), [replies, draft.id]);
  const { problems } = useMemo(
    () =>
      parseTemplate(body, { findSnippet: snippetsOf(others, at), self: draft.shortcut.trim(), personFields: writing?.personFields ?? [] }),
    [body, others, at, draft.shortcut, writing?.personFields],
  );
  const found = findProblems(draft, others);
  const siteName = writing?.sites.find(({ id }) => id === at)?.name;

  async function save(event: Event) {
    event.preventDefault();
    setTried(true);
    if (found.title || found.body || found.shortcut) {
      if (found.body && !found.title) setAt(undefined);
      return;
    }
    if (await onSave(tidyReply({ ...draft, tags: readTags(tags) }, Date.now()))) onClose();
  }

  function insert(before: string, after = '') {
    const text = box.current;
    if (!text) return;
    const { selectionStart: start, selectionEnd: end, value } = text;
    const selected = after ? value.slice(start, end) : '';
    text.setRangeText(`${before}${selected}${after}`, start, end, 'end');
    setBody(text.value);
    text.focus();
    const caret = start + before.length + selected.length;
    text.setSelectionRange(caret, caret);
  }

  return (
    <Form class="reply-form" label={reply ? word('editNamed', reply.title) : word('newReply')} onSubmit={save} onClose={onClose}>
      <Field
        label={word('title')}
        value={draft.title}
        problem={tried ? found.title : undefined}
        autofocus
        placeholder={word('titlePlaceholder')}
        onInput={(title) => change({ title })}
      />
      {writing && <WordingChoice sites={writing.sites} own={own} at={at} onChoose={setAt} onAdd={add} onRemove={remove} />}
      <div class="stack tight">
        <TemplateBox
          label={at === undefined ? word('text') : word('replyTextFor', siteName ?? at)}
          value={body}
          problems={problems}
          problem={tried && at === undefined ? found.body : undefined}
          box={box}
          onInput={setBody}
        />
        <TemplateProblems body={body} problems={problems} onFix={setBody} />
        <InsertMenu onInsert={insert} personFields={writing?.personFields} />
      </div>
      {writing && <ReplyPreview draft={draft} replies={others} writing={writing} site={at} />}
      <ReplyDetails
        draft={draft}
        tags={tags}
        folders={listFolders(replies)}
        shortcutProblem={tried ? found.shortcut : undefined}
        onChange={change}
        onTags={setTags}
      />
      <FormEnds onClose={onClose} />
    </Form>
  );
}

export const listFolders = (replies: readonly Reply[]): string[] =>
  [...new Set(replies.flatMap(({ folder }) => (folder ? [folder] : [])))].sort((a, b) => a.localeCompare(b));

/** A reply that cannot be inserted yet may be kept: only what cannot be kept is in the way. */
function findProblems({ title, body, shortcut, variants = [] }: Reply, others: readonly Reply[]) {
  const plain = (text: string) => text.trim().replace(/^;+/, '').toLowerCase();
  const taken = plain(shortcut) ? others.find((other) => plain(other.shortcut) === plain(shortcut)) : undefined;
  const tooLong = variants.find((variant) => variant.body.length > 20_000);
  return {
    title: findProblem(title, 200, 'titleEmpty'),
    body: findProblem(body, 20_000, 'textEmpty') ?? (tooLong ? word('tooLong', 20_000, tooLong.body.length) : undefined),
    shortcut: taken ? word('shortcutTaken', taken.title) : undefined,
  };
}

function findProblem(value: string, longest: number, empty: 'titleEmpty' | 'textEmpty'): string | undefined {
  if (!value.trim()) return word(empty);
  return value.length > longest ? word('tooLong', longest, value.length) : undefined;
}
