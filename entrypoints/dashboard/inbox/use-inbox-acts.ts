import { useMemo } from 'preact/hooks';
import { nameStatus } from '../../../components/mention-words.ts';
import { formatWake } from '../../../components/snooze-times.ts';
import { formatNumber, word, wordFor } from '../../../components/words.ts';
import type { MentionChange } from '../../../core/macros.ts';
import type { Mention, SentimentValue } from '../../../core/model.ts';
import type { Changed } from '../../../core/put-back.ts';
import { send } from '../../../messages/send.ts';
import type { PageProps } from '../page-props.ts';

/** So many at a time: each message is one transaction, and the list stays at hand in between. */
const atOnce = 1_000;

function* cutInto<T>(all: readonly T[]): Generator<T[]> {
  for (let i = 0; i < all.length; i += atOnce) yield all.slice(i, i + atOnce);
}

/** What was done, as it is told. */
export function sayChange(change: MentionChange, count: number): string {
  const many = count > 1 ? wordFor(count, 'inboxCountOne', 'inboxCountMany') : '';
  const say = (text: string) => (many ? word('inboxDidMany', many, text) : text);
  if (change.snoozedUntil) return say(word('snoozedUntil', formatWake(change.snoozedUntil)));
  if (change.status) return say(word('movedTo', nameStatus(change.status)));
  if (change.starred !== undefined) return say(word(change.starred ? 'inboxStarred' : 'inboxUnstarred'));
  const { addTags = [], removeTags = [] } = change;
  if (addTags.length > 0) return say(word('inboxTagged', addTags.join(', ')));
  if (removeTags.length > 0) return say(word('inboxUntagged', removeTags.join(', ')));
  if (change.assignee !== undefined) return say(change.assignee ? word('inboxAssigned', change.assignee) : word('inboxUnassigned'));
  return say(word('careSaved'));
}

export interface InboxActs {
  /** True where all was done. What was done before something failed can be taken back too. */
  readonly change: (ids: readonly string[], change: MentionChange) => Promise<boolean>;
  /** The person's own word on a mention; null takes it back. */
  readonly correct: (mention: Mention, value: SentimentValue | null) => Promise<void>;
}

/** Changes mentions and gives each change its way back. `refresh` brings rows of the list up to date. */
export function useInboxActs(
  { editing, notify, undoing: { during } }: PageProps,
  refresh: (ids: readonly string[]) => Promise<void>,
): InboxActs {
  return useMemo(() => {
    async function takeBack(changes: readonly Changed[]): Promise<void> {
      let back = 0;
      for (const part of cutInto(changes)) back += (await send('mention/putBack', { changes: part })).back;
      await refresh(changes.map(({ id }) => id));
      const kept = changes.length - back;
      if (kept > 0) notify({ text: wordFor(kept, 'undoKeptOne', 'undoKeptMany') });
    }
    async function changeAll(ids: readonly string[], change: MentionChange, changed: Changed[]): Promise<void> {
      for (const part of cutInto(ids)) {
        changed.push(...(await send('mention/change', { ids: part, change })).changed);
        if (ids.length > atOnce) notify({ text: word('inboxWorking', formatNumber(changed.length), formatNumber(ids.length)) });
      }
    }
    async function change(ids: readonly string[], what: MentionChange): Promise<boolean> {
      const changed: Changed[] = [];
      const done = await editing.attempt(changeAll(ids, what, changed));
      const undo = () => void during(editing.attempt(takeBack(changed)));
      const some = word('inboxDidSome', formatNumber(changed.length), formatNumber(ids.length));
      if (changed.length > 0) notify(done ? { text: sayChange(what, changed.length), undo } : { text: some, bad: true, undo });
      await refresh(ids);
      return done;
    }
    async function correct(mention: Mention, value: SentimentValue | null): Promise<void> {
      const before = mention.sentiment?.corrected ? mention.sentiment.value : null;
      const say = (sentiment: SentimentValue | null) =>
        editing.attempt(send('mention/correct', { id: mention.id, sentiment })).finally(() => refresh([mention.id]));
      const undo = () => void during(say(before));
      if (await say(value)) notify({ text: word(value ? 'sentimentNoted' : 'sentimentForgotten'), undo });
    }
    return {
      change: (ids, what) => during(change(ids, what)),
      correct: (mention, value) => during(correct(mention, value)),
    };
  }, [editing, notify, refresh, during]);
}
