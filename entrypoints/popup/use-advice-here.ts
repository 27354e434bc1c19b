import { useEffect, useState } from 'preact/hooks';
import type { Advice } from '../../components/check-filled.ts';
import type { ReplyContext } from '../../core/model.ts';
import { sendToTab } from '../../messages/send.ts';
import { readAdvice } from './inserting.ts';
import type { ThisTab } from './this-tab.ts';

interface Here {
  advice: Advice | undefined;
  /** What the list of replies begins with. It does not change once it is settled: nothing moves away under a pointer. */
  first: Advice['suggested'];
  settled: boolean;
  site: string;
  /** The post, as far as the page says. */
  context?: ReplyContext | undefined;
  /** The post, where it is a mention. */
  mentionId?: string | undefined;
}

/** A page that takes longer to say what its box answers is not waited for. */
const patience = 600;

const settle = (known: Here, first: Here['first'] = []): Here => ({ ...known, first: known.settled ? known.first : first, settled: true });

/** What fits the post that the page's reply box answers, if there is one. */
export function useAdviceHere(tab: ThisTab | undefined): Here {
  const [known, setKnown] = useState<Here>({ advice: undefined, first: [], settled: false, site: '' });
  const tabId = tab?.id;
  useEffect(() => {
    let gone = false;
    const read = async (id: number) => {
      const asked = await sendToTab(id, 'tab/context', {}).catch(() => undefined);
      const advice = asked?.hasField ? await readAdvice(asked.context) : undefined;
      if (gone) return;
      setKnown((before) => {
        const next = settle(before, advice?.suggested);
        if (!asked?.hasField) return next;
        return { ...next, advice, site: asked.context.site, context: asked.context, mentionId: asked.context.mentionId };
      });
    };
    if (tabId !== undefined) void read(tabId);
    const timer = setTimeout(() => setKnown((before) => settle(before)), patience);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [tabId]);
  return known;
}
