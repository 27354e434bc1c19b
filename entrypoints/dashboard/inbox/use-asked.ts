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

/** The filter as it is typed. */
async function readAsked(route: string): Promise<string | undefined> {
  const [, kind, value = ''] = route.split('/');
  if (kind === 'filter') return decodeURIComponent(value);
  if (kind === 'person') return printInboxFilter({ personId: decodeURIComponent(value) });
  const filter = kind === 'notice' ? await filterOfNotice(value) : undefined;
  return filter && printInboxFilter(filter);
}

/** `#inbox/notice/…`, `#inbox/person/…` and `#inbox/filter/…` open what they name; the address is then the inbox's own again. */
export function useAsked({ open }: Pick<InboxQuestion, 'open'>): void {
  const route = useRoute();
  const opening = useRef(open);
  opening.current = open;
  useEffect(() => {
    if (!route.startsWith('inbox/')) return;
    void readAsked(route).then((text) => {
      if (text) opening.current(text, 'time');
      history.replaceState(null, '', '#inbox');
    }, console.error);
  }, [route]);
}
