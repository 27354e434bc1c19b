/** Reads the inbox page by page, and keeps what has been read up to date without moving it. */
import type { InboxFilter } from '../../../core/inbox-filter.ts';
import { compileFilter, type InboxPlace, type InboxSort } from '../../../core/inbox-match.ts';
import { addPage, listFresh, listGone, listRows, type Pages, takeUpdates } from '../../../core/inbox-rows.ts';
import { changeMention, type MentionChange } from '../../../core/macros.ts';
import type { Mention } from '../../../core/model.ts';
import { watchQuery } from '../../../storage/db.ts';
import { type InboxPage, listInbox } from '../../../storage/inbox.ts';
import { getMentionsOf } from '../../../storage/inbox-answers.ts';

export interface InboxState {
  readonly pages: Pages;
  /** What has arrived and waits to be asked for, in order. */
  readonly fresh: readonly Mention[];
  /** There is more below. */
  readonly more: boolean;
  /** The first page has been read. */
  readonly ready: boolean;
  readonly error?: unknown;
}

export const emptyInbox: InboxState = { pages: [], fresh: [], more: false, ready: false };

export interface InboxReader {
  readonly loadMore: () => Promise<void>;
  readonly takeFresh: () => void;
  /**
   * These are being changed from here: they stand in the list as they will be, or leave it, before that is stored, so that the next key is about
   * what is seen then. What it returns ends that; `refresh` then shows what has come of it.
   */
  readonly expect: (ids: readonly string[], change: MentionChange) => () => void;
  /** These have been changed from here: they come, go or change in the list at once. */
  readonly refresh: (ids: readonly string[]) => Promise<void>;
  /** Only these are kept up to date as others change them. */
  readonly watch: (ids: readonly string[]) => void;
}

interface Options {
  readonly filter: InboxFilter;
  readonly sort: InboxSort;
  readonly onState: (state: InboxState) => void;
  /** What arrives may be shown at once, because nothing is being read that it would move. */
  readonly mayTake: () => boolean;
  readonly signal: AbortSignal;
  readonly pageSize?: number;
}

/** A rare thing is looked for in steps, so that a page may be empty and have a next one. */
const mostSteps = 50;

/** More rows than this are not read in one go: it would hold up the page. */
const readAtOnce = 1_000;

export function createInboxReader({ filter, sort, onState, mayTake, signal, pageSize = 100 }: Options): InboxReader {
  const passes = compileFilter(filter);
  let state = emptyInbox;
  let next: InboxPlace | undefined;
  let head: readonly Mention[] = [];
  let loading: Promise<void> | undefined;
  let watched: { unsubscribe(): void } | undefined;
  /** These have been in the list and left it: one that is taken back stands where it stood at once. */
  const left = new Set<string>();
  const expected = new Set<{ ids: ReadonlySet<string>; change: MentionChange }>();
  /** As it will be once what is being done to it is. */
  function foresee(row: Mention): Mention {
    let next = row;
    for (const { ids, change } of expected) if (ids.has(row.id)) next = changeMention(next, change, Date.now());
    return next;
  }

  function set(part: Partial<InboxState>): void {
    if (signal.aborted) return;
    if (part.pages) noteLeft(state.pages, part.pages);
    state = { ...state, ...part };
    onState(state);
  }
  function noteLeft(before: Pages, after: Pages): void {
    for (const { id } of listGone(before, after)) left.add(id);
  }
  const fail = (error: unknown) => set({ error });
  const taking = (mayEnter: boolean) => ({ passes, sort, complete: next === undefined, mayEnter });
  const freshOf = (pages: Pages, head: readonly Mention[]) => listFresh(pages, head, { sort, complete: next === undefined });
  const take = (rows: readonly Mention[], mayEnter: boolean) =>
    takeUpdates(state.pages, new Map(rows.map((row) => [row.id, row])), taking(mayEnter));

  function onHead({ mentions: stored, next: after }: InboxPage): void {
    const mentions = expected.size > 0 ? stored.map(foresee).filter(passes) : stored;
    head = mentions;
    if (!state.ready) {
      next = after;
      set({ pages: mentions.length > 0 ? [mentions] : [], more: after !== undefined, ready: true, error: undefined });
      if (mentions.length === 0 && after) void loadMore();
      return;
    }
    const back = freshOf(state.pages, mentions).filter(({ id }) => left.has(id));
    const pages = takeUpdates(take(mentions, false), new Map(back.map((row) => [row.id, row])), taking(true));
    const fresh = freshOf(pages, mentions);
    if (fresh.length === 0 || mayTake() || pages.length === 0) set({ pages, fresh: [], ...arrive(pages, fresh) });
    else set({ pages, fresh });
  }

  function arrive(pages: Pages, fresh: readonly Mention[]): Partial<InboxState> {
    if (fresh.length === 0) return {};
    return { pages: takeUpdates(pages, new Map(fresh.map((row) => [row.id, row])), { ...taking(true), complete: true }), fresh: [] };
  }

  async function readMore(): Promise<void> {
    let found = 0;
    for (let step = 0; next && found === 0 && step < mostSteps && !signal.aborted; step++) {
      const page = await listInbox({ filter, sort, before: next, limit: pageSize });
      next = page.next;
      found = page.mentions.length;
      const pages = addPage(state.pages, page.mentions);
      set({ pages, more: next !== undefined, fresh: freshOf(pages, head) });
    }
  }
  function loadMore(): Promise<void> {
    loading ??= readMore()
      .catch(fail)
      .finally(() => {
        loading = undefined;
      });
    return loading;
  }

  function listen(): void {
    const watching = watchQuery(() => listInbox({ filter, sort, limit: pageSize })).subscribe(onHead, fail);
    signal.addEventListener('abort', () => {
      watching.unsubscribe();
      watched?.unsubscribe();
    });
  }
  listen();

  /** Those that are gone are told by their absence. */
  function update(ids: readonly string[], rows: readonly Mention[], mayEnter: boolean): void {
    const found = new Map(rows.map((row) => [row.id, foresee(row)]));
    const pages = takeUpdates(state.pages, new Map(ids.map((id) => [id, found.get(id)])), taking(mayEnter));
    if (pages !== state.pages) set({ pages, fresh: freshOf(pages, state.fresh.filter(passes)) });
  }

  /** Of many those that are or were in the list; what lies below its end is brought by its page. */
  function listNear(ids: readonly string[]): string[] {
    const here = new Set(listRows(state.pages).map(({ id }) => id));
    return ids.filter((id) => here.has(id) || left.has(id));
  }

  return {
    loadMore,
    takeFresh: () => set(arrive(state.pages, state.fresh)),
    expect(ids, change) {
      // So many are told of step by step.
      if (ids.length > readAtOnce) return () => {};
      const one = { ids: new Set(ids), change };
      expected.add(one);
      const rows = listRows(state.pages).filter(({ id }) => one.ids.has(id));
      update(
        rows.map(({ id }) => id),
        rows,
        false,
      );
      return () => void expected.delete(one);
    },
    async refresh(ids) {
      const near = ids.length > readAtOnce ? listNear(ids) : ids;
      const rows: Mention[] = [];
      for (let at = 0; at < near.length; at += readAtOnce) rows.push(...(await getMentionsOf(near.slice(at, at + readAtOnce), filter)));
      if (near.length > 0) update(near, rows, true);
    },
    watch(ids) {
      watched?.unsubscribe();
      watched = undefined;
      if (ids.length === 0 || signal.aborted) return;
      const shown = new Map(listRows(state.pages).map((row) => [row.id, row]));
      watched = watchQuery(() => getMentionsOf(ids, filter)).subscribe((rows) => {
        const isNews = rows.length < ids.length || rows.some((row) => JSON.stringify(row) !== JSON.stringify(shown.get(row.id)));
        for (const row of rows) shown.set(row.id, row);
        if (isNews) update(ids, rows, false);
      }, console.error);
    },
  };
}
