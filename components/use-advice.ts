import { useEffect, useState } from 'preact/hooks';
import type { WordAdvice } from '../core/guard.ts';
import type { Mention, Mute } from '../core/model.ts';
import type { Dismissing } from './dismissing.ts';

export function useAdvice(dismissing: Dismissing, mention: Mention, keywordId: string): WordAdvice {
  const [advice, setAdvice] = useState<WordAdvice>({ words: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mention is the same as long as its id and words are.
  useEffect(() => {
    let over = false;
    void dismissing.adviseWords(mention, keywordId).then((found) => !over && setAdvice(found));
    return () => {
      over = true;
    };
  }, [mention.id, mention.text, keywordId]);
  return advice;
}

/** Asked a moment after the last key, because the whole inbox is looked through. */
export function useOthers(dismissing: Dismissing, mention: Mention, mute: Mute | undefined): number {
  const [others, setOthers] = useState(0);
  const what = mute && [mute.kind, mute.value, mute.keywordId].join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a mute's time and id are new at each look, and cover the same.
  useEffect(() => {
    let over = false;
    setOthers(0);
    const ask = () => mute && void dismissing.countOthers(mention, mute).then((count) => !over && setOthers(count));
    const timer = setTimeout(ask, 150);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [what, mention.id]);
  return others;
}
