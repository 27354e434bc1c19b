import { fillReply } from '../../components/fill-reply.ts';
import { MacroList } from '../../components/macro-list.tsx';
import { NearCopies } from '../../components/near-copies.tsx';
import { ReplyList } from '../../components/reply-list.tsx';
import { useObservable } from '../../components/use-observable.ts';
import { word } from '../../components/words.ts';
import type { Macro } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { watchQuery } from '../../storage/db.ts';
import { listMacros } from '../../storage/macros.ts';
import { useWriting } from '../pages/use-writing.ts';
import type { PageProps } from './page-props.ts';
import { Playbook } from './playbook.tsx';
import { ReplyFiles } from './reply-files.tsx';
import { nameSiteOf } from './site-names.ts';

const none: Macro[] = [];

export function RepliesPage(props: PageProps) {
  const { data, editing, notify } = props;
  const writing = useWriting(data.settings, nameSiteOf);
  const macros = useObservable(() => watchQuery(listMacros), []).value ?? none;
  if (!data.ready) return <p class="quiet">{word('repliesIntro')}</p>;
  return (
    <div class="stack narrow">
      <p class="quiet">{word('repliesIntro')}</p>
      <ReplyList
        replies={data.replies}
        writing={writing}
        onSave={editing.saveReply}
        onRemove={editing.removeReply}
        onCopy={(reply) => {
          const filled = fillReply(reply, {
            me: data.settings?.me ?? { name: '' },
            campaign: data.settings?.campaign,
            replies: data.replies,
          });
          // Without a post some have names that nobody can fill in: those are copied as they are written.
          const isWhole = filled.names.length === 0;
          void navigator.clipboard.writeText(isWhole ? filled.text : reply.body).then(
            () => notify({ text: word(isWhole ? 'copiedFilled' : 'copied', reply.title) }),
            () => notify({ text: word('couldNotCopy'), bad: true }),
          );
        }}
      />
      <NearCopies replies={data.replies} onRemove={editing.removeReply} />
      <Macros {...props} macros={macros} />
      <Playbook {...props} />
      <ReplyFiles {...props} macros={macros} />
    </div>
  );
}

function Macros({ data, editing, notify, macros }: PageProps & { macros: readonly Macro[] }) {
  const save = (macro: Macro) => editing.attempt(send('macro/save', { macros: [macro] }));
  async function remove(macro: Macro) {
    if (!(await editing.attempt(send('macro/remove', { id: macro.id })))) return;
    notify({ text: word('removed', macro.name), undo: () => void save(macro) });
  }
  return <MacroList macros={macros} replies={data.replies} onSave={save} onRemove={(macro) => void remove(macro)} />;
}
