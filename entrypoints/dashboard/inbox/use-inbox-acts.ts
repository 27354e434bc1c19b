import { useMemo } from 'preact/hooks';
import { nameStatus } from '../../../components/mention-words.ts';
import { formatWake } from '../../../components/snooze-times.ts';
import { formatNumber, word, wordFor } from '../../../components/words.ts';
import type { MentionChange } from '../../../core/macros.ts';
import type { Mention, SentimentValue } from '../../../core/model.ts';
import type { Changed } from '../../../core/put-back.ts';
import { send } from '../../../messages/send.ts';
import type { PageProps } from '../page-props.ts';
import type { InboxReader } from './inbox-reader.ts';

/** So many at a time: each message is one transaction, and the list stays at hand in between. */
const atOnce = 1_000;

function* cutInto<T>(all: readonly T[]): Generator<T[]> {
  for (let i = 0; i < all.length; i += atOnce) yield all.slice(i, i + atOnce);
}

/** What was done, as it is told. */
export function sayChange(change: MentionChange, count: number): string {
  const many = count > 1 ? wordFor(count, 'inboxCountOne', 'inboxCountMany') : '';
  const say = (text: string) => (many ? word('inboxDidMany', many, text) : text);
  if (change.snoozedUntil) return say(word('inboxSnoozed', formatWake(change.snoozedUntil)));
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
  /** What else is done to these mentions: until it is, nothing done before it is taken back, and then their rows are brought up to date. */
  readonly around: <T>(ids: readonly string[], work: () => Promise<T>) => Promise<T>;
  /** The same for what takes it back; the keyboard's place goes to what is back. */
  readonly back: (ids: readonly string[], work: () => Promise<unknown>) => void;
}

/** Changes mentions and gives each change its way back; the list shows it at once. `onBack` is told what came back. */
export function useInboxActs(
  { editing, notify, undoing: { during } }: PageProps,
  { expect, refresh }: Pick<InboxReader, 'expect' | 'refresh'>,
  onBack: (ids: readonly string[]) => void,
): InboxActs {
  return useMemo(() => {
    const around = <T>(ids: readonly string[], work: () => Promise<T>): Promise<T> =>
      during(
        work().finally(() => {
          void refresh(ids);
        }),
      );
    const back = (ids: readonly string[], work: () => Promise<unknown>) =>
      void during(
        work()
          .then(() => refresh(ids))
          .then(() => onBack(ids)),
      );
    /** What takes several messages says how far it is. */
    const sayProgress = (done: number, all: number) => {
      if (all > atOnce) notify({ text: word('inboxWorking', formatNumber(done), formatNumber(all)) });
    };
    async function takeBack(changes: readonly Changed[]): Promise<void> {
      let [back, done] = [0, 0];
      for (const part of cutInto(changes)) {
        back += (await send('mention/putBack', { changes: part })).back;
        done += part.length;
        sayProgress(done, changes.length);
      }
      const kept = changes.length - back;
      if (kept > 0) notify({ text: wordFor(kept, 'undoKeptOne', 'undoKeptMany') });
      else if (back > atOnce) notify({ text: word('undone', wordFor(back, 'inboxCountOne', 'inboxCountMany')) });
    }
    async function changeAll(ids: readonly string[], change: MentionChange, changed: Changed[]): Promise<void> {
      for (const part of cutInto(ids)) {
        changed.push(...(await send('mention/change', { ids: part, change })).changed);
        sayProgress(changed.length, ids.length);
      }
    }
    async function change(ids: readonly string[], what: MentionChange): Promise<boolean> {
      const changed: Changed[] = [];
      const settle = expect(ids, what);
      const done = await editing.attempt(changeAll(ids, what, changed));
      settle();
      const undo = () =>
        back(
          changed.map(({ id }) => id),
          () => editing.attempt(takeBack(changed)),
        );
      const some = word('inboxDidSome', formatNumber(changed.length), formatNumber(ids.length));
      if (changed.length > 0) notify(done ? { text: sayChange(what, changed.length), undo } : { text: some, bad: true, undo });
      await refresh(ids);
      return done;
    }
    async function correct(mention: Mention, value: SentimentValue | null): Promise<void> {
      const before = mention.sentiment?.corrected ? mention.sentiment.value : null;
      const say = (sentiment: SentimentValue | null) => editing.attempt(send('mention/correct', { id: mention.id, sentiment }));
      const undo = () => back([mention.id], () => say(before));
      if (await around([mention.id], () => say(value))) notify({ text: word(value ? 'sentimentNoted' : 'sentimentForgotten'), undo });
    }
    return {
      around,
      back,
      change: (ids, what) => during(change(ids, what)),
      correct: (mention, value) => during(correct(mention, value)),
    };
  }, [editing, notify, expect, refresh, during, onBack]);
}
