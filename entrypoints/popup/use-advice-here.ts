import { useEffect, useState } from 'preact/hooks';
import type { Advice } from '../../components/check-filled.ts';
import type { ReplyContext } from '../../core/model.ts';
import { sendToTab } from '../../messages/send.ts';
import { readAdvice } from './inserting.ts';
import type { ThisTab } from './this-tab.ts';

interface Here {
  advice: Advice | undefined;
  site: string;
  /** The post, as far as the page says. */
  context?: ReplyContext | undefined;
  /** The post, where it is a mention. */
  mentionId?: string | undefined;
}

/** What fits the post that the page's reply box answers, if there is one. */
export function useAdviceHere(tab: ThisTab | undefined): Here {
  const [known, setKnown] = useState<Here>({ advice: undefined, site: '' });
  const tabId = tab?.id;
  useEffect(() => {
    let gone = false;
    const read = async (id: number) => {
      const asked = await sendToTab(id, 'tab/context', {}).catch(() => undefined);
      if (!asked?.hasField) return;
      const advice = await readAdvice(asked.context);
      if (!gone) setKnown({ advice, site: asked.context.site, context: asked.context, mentionId: asked.context.mentionId });
    };
    if (tabId !== undefined) void read(tabId);
    return () => {
      gone = true;
    };
  }, [tabId]);
  return known;
}
