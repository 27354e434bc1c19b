import { Copy, MessageSquareReply, Pencil, Plus, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Reply } from '../core/model.ts';
import { IconButton, SearchBox } from './controls.tsx';
import { Empty } from './empty.tsx';
import { findReplies } from './find-replies.ts';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { ReplyForm } from './reply-form.tsx';
import { word } from './words.ts';

export interface ReplyListProps {
  replies: readonly Reply[];
  onSave: (reply: Reply) => Promise<boolean>;
  onRemove: (reply: Reply) => void;
  onCopy: (reply: Reply) => void;
  /** Only where there is a page to insert into. */
  onInsert?: (reply: Reply) => void;
  /** What a reply needs before it can be inserted, shown under it. */
  under?: (reply: Reply) => ComponentChildren;
}

export function ReplyList(props: ReplyListProps) {
  const [search, setSearch] = useState('');
  const [editing, setEditing] = useState<string>();
  const shown = findReplies(props.replies, search);
  const close = () => setEditing(undefined);
  return (
    <div class="stack">
      <div class="row">
        <div class="grow">
          <SearchBox name={word('searchReplies')} value={search} onInput={setSearch} />
        </div>
        <button type="button" class="primary" onClick={() => setEditing('new')}>
          <Icon of={Plus} size={15} />
          {word('newReply')}
        </button>
      </div>
      {editing === 'new' && <ReplyForm onSave={props.onSave} onClose={close} />}
      {shown.length === 0 && editing !== 'new' && <NoReplies search={search} />}
      <ul class="list" aria-label={word('replies')}>
        {shown.map((reply) => (
          <li key={reply.id}>
            {editing === reply.id ? (
              <ReplyForm reply={reply} onSave={props.onSave} onClose={close} />
            ) : (
              <ReplyRow {...props} reply={reply} onEdit={() => setEditing(reply.id)} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function NoReplies({ search }: { search: string }) {
  return (
    <Empty icon={MessageSquareReply} title={word(search ? 'repliesNoneFound' : 'repliesEmptyTitle')}>
      <p>{search ? word('repliesNoneFoundHint', search) : word('repliesEmpty')}</p>
    </Empty>
  );
}

function ReplyRow({ reply, onEdit, onRemove, onCopy, onInsert, under }: ReplyListProps & { reply: Reply; onEdit: () => void }) {
  return (
    <article class="reply">
      <div class="row">
        <strong class="grow clip">
          <Stranger title={reply.title}>{reply.title}</Stranger>
        </strong>
        <div class="tools">
          {onInsert && (
            <button type="button" class="slim accent" aria-label={word('insertNamed', reply.title)} onClick={() => onInsert(reply)}>
              {word('insert')}
            </button>
          )}
          <IconButton icon={Copy} name={word('copyNamed', reply.title)} onClick={() => onCopy(reply)} />
          <IconButton icon={Pencil} name={word('editNamed', reply.title)} onClick={onEdit} />
          <IconButton icon={Trash2} name={word('removeNamed', reply.title)} onClick={() => onRemove(reply)} />
        </div>
      </div>
      <p class="body small" dir="auto">
        <TemplateText body={reply.body} />
      </p>
      {under?.(reply)}
    </article>
  );
}

/** A reply as it is kept, its variables set apart from its words. */
export function TemplateText({ body }: { body: string }) {
  return (
    <>
      {body.split(/(\{\{[^{}]*\}\})/).map((part, i) =>
        part.startsWith('{{') && part.endsWith('}}') ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other identity.
          <span class="variable" key={i}>
            {part.slice(2, -2).trim()}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
