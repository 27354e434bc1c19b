import { useMemo } from 'preact/hooks';
import { fillFor } from '../../../components/fill-for.ts';
import type { MentionActions } from '../../../components/mention-item.tsx';
import { word } from '../../../components/words.ts';
import type { Mention, Reply } from '../../../core/model.ts';
import { send } from '../../../messages/send.ts';
import type { PageProps } from '../page-props.ts';
import { nameSiteOf } from '../site-names.ts';
import { useDismissing } from '../use-dismissing.ts';
import { useMentionCare } from '../use-mention-care.ts';
import type { InboxActs } from './use-inbox-acts.ts';

/** All that can be done with one mention of the list; the same object for as long as nothing it depends on has changed. */
export function useMentionActions(props: PageProps, acts: InboxActs): MentionActions {
  const { data, editing, notify } = props;
  const answering = useMemo(() => {
    const keywords = new Map(data.keywords.map((keyword) => [keyword.id, keyword]));
    return {
      async onReply(mention: Mention) {
        if (await editing.attempt(send('mention/answer', { id: mention.id }), 'couldNotOpen')) notify({ text: word('openingPost') });
      },
      /** A reply in which something is missing is not sent ahead: it is chosen at the box, where that is said. */
      async onReplyWith(mention: Mention, reply: Reply) {
        const me = data.settings?.me ?? { name: '' };
        const chosen = fillFor(mention, reply, { nameSite: nameSiteOf, keywords, me, replies: data.replies });
        const asked = send('mention/answer', { id: mention.id, ...(chosen ? { reply: chosen } : {}) });
        if (await editing.attempt(asked, 'couldNotOpen'))
          notify({ text: word(chosen ? 'openingPostWith' : 'openingPostMissing', reply.title) });
      },
    };
  }, [data.keywords, data.replies, data.settings?.me, editing, notify]);
  const dismissing = useDismissing(props);
  const care = useMentionCare(props, answering.onReplyWith, acts);
  return useMemo(
    () => ({
      ...answering,
      onStatus: (mention, status) => {
        if (mention.status !== status) void acts.change([mention.id], { status });
      },
      replies: data.replies,
      dismissing,
      ...care,
    }),
    [answering, acts, data.replies, dismissing, care],
  );
}
