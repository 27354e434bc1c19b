import { browser } from 'wxt/browser';
import type { MentionActions } from '../../../components/mention-item.tsx';
import { safeLink } from '../../../components/plain-text.tsx';
import type { KeyHandlers } from '../../../components/use-keys.ts';
import type { ListPlace } from '../../../components/use-list-place.ts';
import type { Entry } from '../../../core/inbox-groups.ts';
import type { MentionChange } from '../../../core/macros.ts';
import type { Mention } from '../../../core/model.ts';
import type { Asked } from './inbox-dialogs.tsx';
import type { Selection } from './use-selection.ts';

interface Given {
  entries: readonly Entry[];
  place: ListPlace;
  actions: MentionActions;
  selection: Selection;
  searchBox: { current: HTMLInputElement | null };
  undoLast: () => void;
  star: () => void;
  ask: (asked: Asked) => void;
  change: (change: MentionChange) => void;
}

const rowOf = (at: number): HTMLElement | null => document.querySelector(`.mentions > [data-index="${at}"]`);

/** By the browser's own hand: Firefox takes a window that a page opens at a key for one that nobody asked for. */
async function openPost(mention: Mention): Promise<void> {
  const url = safeLink(mention.url);
  if (!url) return;
  const here = await browser.tabs.getCurrent();
  await browser.tabs.create(here ? { url, index: here.index + 1, openerTabId: here.id } : { url });
}

/** What each key does in the inbox: to what is selected, or else to the item that holds the keyboard's place. */
export function useInboxKeys({ entries, place, actions, selection, searchBox, undoLast, star, ask, change }: Given): KeyHandlers {
  const { at } = place;
  const entry = entries[at];
  const mention = entry?.mention;
  const inList = () => document.activeElement?.closest('.mentions') != null;
  const press = (key: string) => () => rowOf(at)?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click();
  return {
    next: () => place.move(inList() ? Math.min(at + 1, entries.length - 1) : at),
    previous: () => place.move(inList() ? Math.max(at - 1, 0) : at),
    open: () => mention && void openPost(mention).catch(console.error),
    reply: () => mention && actions.onReply(mention),
    replyWith: press('replyWith'),
    done: () => change({ status: 'done' }),
    waiting: () => change({ status: 'waiting' }),
    ignore: () => change({ status: 'ignored' }),
    backToNew: () => change({ status: 'new' }),
    snooze: () => ask('snooze'),
    star,
    tag: () => ask('tag'),
    note: () => ask('note'),
    assign: () => ask('assign'),
    notRelevant: press('notRelevant'),
    macro: press('macro'),
    handOff: press('handOff'),
    sentiment: press('sentiment'),
    unfold: press('unfold'),
    select: () => entry && selection.onSelect(entry, false),
    selectAll: () => selection.selectAll(),
    undo: undoLast,
    search: () => {
      searchBox.current?.focus();
      searchBox.current?.select();
    },
  };
}
