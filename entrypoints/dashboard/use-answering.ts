import { useMemo } from 'preact/hooks';
import { checkFilled } from '../../components/check-filled.ts';
import { fillReply } from '../../components/fill-reply.ts';
import { type Answering, type ChosenText, readDesk } from '../../components/reply-desk.ts';
import { word } from '../../components/words.ts';
import { contextOfMention } from '../../core/mention-context.ts';
import type { Keyword, Mention, Reply } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { deskReading, hushThere } from '../pages/desk-reading.ts';
import type { PageProps } from './page-props.ts';
import { nameSiteOf } from './site-names.ts';

/** A mention of a list answered with a reply that is chosen there. */
export function useAnswering({ data, editing, notify }: PageProps) {
  return useMemo(() => makeAnswering(data.keywords, editing, notify), [data.keywords, editing, notify]);
}

function makeAnswering(keywords: readonly Keyword[], editing: PageProps['editing'], notify: PageProps['notify']) {
  function readDeskOf(mention: Mention) {
    const keyword = keywords.find(({ id }) => id === mention.keywordIds[0]);
    return readDesk(contextOfMention(mention, nameSiteOf(mention), keyword), deskReading);
  }

  async function open(mention: Mention, reply: Reply, { text, cursor: caret, rest }: ChosenText) {
    // Before the post's tab takes the focus: only a page that has it may copy.
    if (rest) await navigator.clipboard.writeText(rest.join('\n\n')).catch(() => notify({ text: word('couldNotCopy'), bad: true }));
    const asked = send('mention/answer', { id: mention.id, reply: { id: reply.id, text, caret } });
    if (!(await editing.attempt(asked, 'couldNotOpen'))) return;
    notify({ text: rest ? word('openingPostPart', reply.title, rest.length + 1) : word('openingPostWith', reply.title) });
  }

  return {
    answeringOf: (mention: Mention): Answering => ({
      readDesk: () => readDeskOf(mention),
      onChosen: (reply, chosen) => void open(mention, reply, chosen),
      onHush: (warnings, desk) => editing.attempt(hushThere(warnings, desk)),
    }),
    /** Without another question here: where something speaks against the reply, or is missing in it, that is said at the box. */
    async answerWith(mention: Mention, reply: Reply) {
      const desk = await readDeskOf(mention).catch(() => undefined);
      const filled = desk && fillReply(reply, desk);
      if (desk && filled && filled.names.length === 0 && checkFilled(filled, desk, desk.advice).length === 0)
        return open(mention, reply, filled);
      if (await editing.attempt(send('mention/answer', { id: mention.id, offer: reply.id }), 'couldNotOpen'))
        notify({ text: word('openingPostMissing', reply.title) });
    },
  };
}
