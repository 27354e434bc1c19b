import { useEffect, useRef } from 'preact/hooks';
import { type InboxFilter, printInboxFilter } from '../../../core/inbox-filter.ts';
import { readBatch } from '../../../storage/notices.ts';
import { useRoute } from '../use-route.ts';
import type { InboxQuestion } from './use-inbox-filter.ts';

/** What a notification was about: nearly always one mention, or a few that came within a moment. */
async function filterOfNotice(batch: string): Promise<InboxFilter | undefined> {
  const mentions = await readBatch(batch);
  const times = mentions.map(({ seenAt }) => seenAt);
  if (times.length === 0) return undefined;
  const [only] = mentions;
  return {
    ...(mentions.length === 1 && only?.author.handle ? { personId: `${only.site}:${only.author.handle}` } : {}),
    since: Math.min(...times),
    until: Math.max(...times) + 1,
  };
}

async function readAsked(route: string): Promise<InboxFilter | undefined> {
  const [, kind, value = ''] = route.split('/');
  if (kind === 'person') return { personId: decodeURIComponent(value) };
  return kind === 'notice' ? filterOfNotice(value) : undefined;
}

/** `#inbox/notice/…` and `#inbox/person/…` open what they name; the address is then the inbox's own again. */
export function useAsked({ open }: Pick<InboxQuestion, 'open'>): void {
  const route = useRoute();
  const opening = useRef(open);
  opening.current = open;
  useEffect(() => {
    if (!route.startsWith('inbox/')) return;
    void readAsked(route).then((filter) => {
      if (filter) opening.current(printInboxFilter(filter), 'time');
      history.replaceState(null, '', '#inbox');
    }, console.error);
  }, [route]);
}
