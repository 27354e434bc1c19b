import { newsKinds } from '../../components/news.tsx';
import { useNow } from '../../components/use-now.ts';
import { useObservable } from '../../components/use-observable.ts';
import type { Notice } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { watchQuery } from '../../storage/db.ts';
import { listUnseen } from '../../storage/notices.ts';

const none: readonly Notice[] = [];
const hour = 3_600_000;

/** What turned and which report is due, as far as the person has not looked at it. */
export function useNews(): readonly Notice[] {
  // What is a week old is news no more.
  const now = Math.floor(useNow() / hour) * hour;
  return useObservable(() => watchQuery(() => listUnseen(now, newsKinds)), [now]).value ?? none;
}

export const markNewsSeen = (kind: Notice['kind']): Promise<unknown> => send('notice/seen', { until: Date.now(), kinds: [kind] });
