import { useEffect } from 'preact/hooks';
import { useObservable } from '../../components/use-observable.ts';
import type { Notice } from '../../core/model.ts';
import { watchQuery } from '../../storage/db.ts';
import { countUnseen } from '../../storage/notices.ts';
import { markNewsSeen } from '../pages/use-news.ts';

/** Who looks at the page where news of this kind stands has seen what they were to be told of. */
export function useSeen(kind: Notice['kind']): void {
  const unseen = useObservable(() => watchQuery(() => countUnseen(Date.now(), [kind])), [kind]).value ?? 0;
  useEffect(() => {
    const stop = new AbortController();
    const tell = () => {
      if (unseen > 0 && document.visibilityState === 'visible') markNewsSeen(kind).catch(console.error);
    };
    tell();
    document.addEventListener('visibilitychange', tell, { signal: stop.signal });
    return () => stop.abort();
  }, [unseen, kind]);
}
