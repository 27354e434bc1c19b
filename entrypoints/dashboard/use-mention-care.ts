import { useMemo } from 'preact/hooks';
import type { HandingOff } from '../../components/hand-off-panel.tsx';
import type { MacroActions } from '../../components/macro-panel.tsx';
import type { Caring } from '../../components/mention-care.tsx';
import { useObservable } from '../../components/use-observable.ts';
import { word } from '../../components/words.ts';
import { printHandOffFile } from '../../core/hand-off.ts';
import { changeOf, undoOf } from '../../core/macros.ts';
import type { Macro, Mention, Reply } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { watchQuery } from '../../storage/db.ts';
import { listMacros } from '../../storage/macros.ts';
import { listAssignees } from '../../storage/mention-changes.ts';
import { download, nameFile } from './download.ts';
import type { InboxActs } from './inbox/use-inbox-acts.ts';
import type { PageProps } from './page-props.ts';
import { listMentionPlays } from './playbook.tsx';

async function copyText({ plain, html }: { plain: string; html?: string }): Promise<void> {
  if (html === undefined) return navigator.clipboard.writeText(plain);
  const part = (text: string, type: string) => new Blob([text], { type });
  await navigator.clipboard.write([new ClipboardItem({ 'text/html': part(html, 'text/html'), 'text/plain': part(plain, 'text/plain') })]);
}

/** `onReplyWith` opens the post and puts the reply into its box. */
export function useMentionCare(
  { data, editing, notify }: PageProps,
  onReplyWith: (mention: Mention, reply: Reply) => Promise<void>,
  acts: InboxActs,
) {
  const macros = useObservable(() => watchQuery(listMacros), []).value;
  const caring: Caring = useMemo(
    () => ({ listAssignees, listPlays: listMentionPlays, onChange: (mention, part) => acts.change([mention.id], part) }),
    [acts],
  );

  const handing: HandingOff = useMemo(
    () => ({
      onCopy: (text) =>
        copyText(text).then(
          () => notify({ text: word('handOffCopied') }),
          () => notify({ text: word('couldNotCopy'), bad: true }),
        ),
      onFile: (mention) =>
        download(nameFile('mention', 'json', Date.now()), printHandOffFile(mention, data.keywords, Date.now()), 'application/json'),
    }),
    [data.keywords, notify],
  );

  return useMemo(() => {
    async function run(mention: Mention, macro: Macro) {
      const change = changeOf(macro, mention, Date.now());
      const reply = data.replies.find(({ id }) => id === macro.replyId);
      const done = () => editing.attempt(send('macro/run', { id: macro.id, mentionId: mention.id }));
      if (!(await acts.around([mention.id], done))) return;
      // The post is opened last: this page may be left by that.
      if (reply && mention.url) await onReplyWith(mention, reply);
      const back = () => editing.attempt(send('mention/change', { ids: [mention.id], change: undoOf(change, mention) }));
      const undo = () => acts.back([mention.id], back);
      notify({ text: word('macroDone', macro.name), ...(Object.keys(change).length > 0 ? { undo } : {}) });
    }
    const acting: MacroActions | undefined =
      macros && macros.length > 0 ? { macros, onRun: (mention, macro) => void run(mention, macro) } : undefined;
    return { caring, handing, ...(acting ? { acting } : {}) };
  }, [caring, handing, macros, data.replies, editing, notify, onReplyWith, acts]);
}
