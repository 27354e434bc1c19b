import { useCallback, useMemo } from 'preact/hooks';
import type { MentionActions } from '../../../components/mention-item.tsx';
import { useOneAtATime } from '../../../components/use-one-at-a-time.ts';
import { word } from '../../../components/words.ts';
import type { Mention } from '../../../core/model.ts';
import { send } from '../../../messages/send.ts';
import type { PageProps } from '../page-props.ts';
import { useAnswering } from '../use-answering.ts';
import { useDismissing } from '../use-dismissing.ts';
import { useMentionCare } from '../use-mention-care.ts';
import type { InboxActs } from './use-inbox-acts.ts';

/** All that can be done with one mention of the list; the same object for as long as nothing it depends on has changed. */
export function useMentionActions(props: PageProps, acts: InboxActs): MentionActions {
  const { data, editing, notify } = props;
  const once = useOneAtATime();
  const onReply = useCallback(
    async (mention: Mention) => {
      const open = () => editing.attempt(send('mention/answer', { id: mention.id }), 'couldNotOpen');
      if (await once(mention.id, open)) notify({ text: word('openingPost') });
    },
    [once, editing, notify],
  );
  const { answeringOf, answerWith } = useAnswering(props);
  const dismissing = useDismissing(props, acts);
  const care = useMentionCare(props, answerWith, acts);
  return useMemo(
    () => ({
      onReply,
      answeringOf,
      onStatus: (mention, status) => {
        if (mention.status !== status) void acts.change([mention.id], { status });
      },
      onSentiment: acts.correct,
      replies: data.replies,
      dismissing,
      ...care,
    }),
    [onReply, answeringOf, acts, data.replies, dismissing, care],
  );
}
