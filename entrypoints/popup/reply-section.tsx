import { useState } from 'preact/hooks';
import { AskForm } from '../../components/ask-form.tsx';
import type { Editing } from '../../components/editing.ts';
import type { Need } from '../../components/fill-reply.ts';
import type { Notify } from '../../components/notices.tsx';
import { ReplyList } from '../../components/reply-list.tsx';
import { word } from '../../components/words.ts';
import type { Reply, Settings } from '../../core/model.ts';
import { copy, type Insertion, insertReply, type Values } from './inserting.ts';
import type { ThisTab } from './this-tab.ts';
import { useWriting } from './use-writing.ts';

interface Props {
  replies: readonly Reply[];
  tab: ThisTab | undefined;
  settings: Settings | undefined;
  editing: Editing;
  notify: Notify;
}

/** What stands in the way of one reply: what is not known, or a text the clipboard would not take. */
type Pending = { replyId: string; needs: Need[]; stuck: string[] } | { replyId: string; text: string };

export function ReplySection({ replies, tab, settings, editing, notify }: Props) {
  const [pending, setPending] = useState<Pending>();
  const close = () => setPending(undefined);
  const writing = useWriting(settings);

  const desk = { me: settings?.me ?? { name: '' }, campaign: settings?.campaign, replies };

  async function insert(reply: Reply, given: Values) {
    const result = await insertReply(reply, tab, desk, given).catch(
      (error): Insertion => ({ outcome: 'failed', text: error instanceof Error ? error.message : String(error) }),
    );
    if (result.outcome === 'unresolved') return setPending({ replyId: reply.id, needs: result.needs, stuck: result.stuck });
    if (result.outcome === 'failed') return setPending({ replyId: reply.id, text: result.text });
    close();
    notify({ text: word(outcomeWords[result.outcome], reply.title) });
  }

  async function copyBody(reply: Reply) {
    if (await copy(reply.body)) notify({ text: word('copied', reply.title) });
    else setPending({ replyId: reply.id, text: reply.body });
  }

  return (
    <ReplyList
      replies={replies}
      writing={writing}
      onSave={editing.saveReply}
      onRemove={editing.removeReply}
      onCopy={(reply) => void copyBody(reply)}
      onInsert={(reply) => void insert(reply, {})}
      under={(reply) => {
        if (pending?.replyId !== reply.id) return null;
        if ('needs' in pending) return <AskForm {...pending} onFill={(given) => void insert(reply, given)} onClose={close} />;
        return <ByHand text={pending.text} onClose={close} />;
      }}
    />
  );
}

const outcomeWords = { inserted: 'insertedHere', copied: 'insertedCopied', 'no-field': 'insertNoField' } as const;

/** The last way out: the text itself, to copy by hand. */
function ByHand({ text, onClose }: { text: string; onClose: () => void }) {
  return (
    <div class="form" role="alert">
      <p>{word('copyByHand')}</p>
      <textarea aria-label={word('textToCopy')} readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
      <div class="ends">
        <button type="button" onClick={onClose}>
          {word('close')}
        </button>
      </div>
    </div>
  );
}
