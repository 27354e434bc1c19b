import { Copy, MessageSquareReply, Pencil, Plus, Star, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Reply } from '../core/model.ts';
import { IconButton, SearchBox } from './controls.tsx';
import { Empty } from './empty.tsx';
import { findReplies, type ReplyFilter } from './find-replies.ts';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { ReplyFacts } from './reply-facts.tsx';
import { ReplyFilterSelect } from './reply-filter.tsx';
import { ReplyForm } from './reply-form.tsx';
import { TemplateText } from './template-text.tsx';
import { useOpenForm } from './use-open-form.ts';
import { useSavedRows } from './use-saved-rows.ts';
import { word } from './words.ts';
import type { Writing } from './writing.ts';

export interface ReplyListProps {
  replies: readonly Reply[];
  writing?: Writing;
  onSave: (reply: Reply) => Promise<boolean>;
  onRemove: (reply: Reply) => void;
  onCopy: (reply: Reply) => void;
  /** Only where there is a page to insert into. */
  onInsert?: (reply: Reply) => void;
  /** What a reply needs before it can be inserted, shown under it. */
  under?: (reply: Reply) => ComponentChildren;
}

export function ReplyList(given: ReplyListProps) {
  const { rows: replies, onSave } = useSavedRows(given.replies, given.onSave);
  const props = { ...given, replies, onSave };
  const [search, setSearch] = useState('');
  const { open, onOpen, onClose } = useOpenForm();
  const [filter, setFilter] = useState<ReplyFilter>('all');
  const shown = findReplies(props.replies, search, filter);
  const form = { replies: props.replies, writing: props.writing, onSave: props.onSave };
  return (
    <div class="stack">
      <div class="row reply-tools">
        <div class="grow">
          <SearchBox name={word('searchReplies')} value={search} onInput={setSearch} />
        </div>
        <ReplyFilterSelect replies={props.replies} filter={filter} onChange={setFilter} />
        <button type="button" class="primary" onClick={() => onOpen('new')}>
          <Icon of={Plus} size={15} />
          {word('newReply')}
        </button>
      </div>
      {open === 'new' && <ReplyForm {...form} onClose={() => onClose('new')} />}
      {shown.length === 0 && open !== 'new' && <NoReplies search={search} />}
      <ul class="list" aria-label={word('replies')}>
        {shown.map((reply) => (
          <li key={reply.id}>
            {open === reply.id ? (
              <ReplyForm {...form} reply={reply} onClose={() => onClose(reply.id)} />
            ) : (
              <ReplyRow {...props} reply={reply} onEdit={() => onOpen(reply.id)} />
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

function ReplyRow(props: ReplyListProps & { reply: Reply; onEdit: () => void }) {
  const { reply, writing, onEdit, onSave, onRemove, onCopy, onInsert, under } = props;
  const favourite = reply.favourite === true;
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
          <span class={favourite ? 'favourite' : undefined}>
            <IconButton
              icon={Star}
              name={word(favourite ? 'dropFavourite' : 'addFavourite', reply.title)}
              pressed={favourite}
              onClick={() => void onSave({ ...reply, favourite: !favourite })}
            />
          </span>
          <IconButton icon={Copy} name={word('copyNamed', reply.title)} onClick={() => onCopy(reply)} />
          <IconButton icon={Pencil} name={word('editNamed', reply.title)} onClick={onEdit} />
          <IconButton icon={Trash2} name={word('removeNamed', reply.title)} onClick={() => onRemove(reply)} />
        </div>
      </div>
      <p class="body small" dir="auto">
        <TemplateText body={reply.body} />
      </p>
      <ReplyFacts reply={reply} writing={writing} />
      {under?.(reply)}
    </article>
  );
}
