import { Inbox } from 'lucide';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Empty } from '../../components/empty.tsx';
import { MentionList } from '../../components/mention-list.tsx';
import { dropNoteDraft, hasNoteDraft } from '../../components/note-drafts.ts';
import { useKeys } from '../../components/use-keys.ts';
import { type ListPlace, useListPlace } from '../../components/use-list-place.ts';
import { useNow } from '../../components/use-now.ts';
import { useObservable } from '../../components/use-observable.ts';
import { type WordKey, word, wordFor } from '../../components/words.ts';
import type { Entry } from '../../core/inbox-groups.ts';
import { compileFilter } from '../../core/inbox-match.ts';
import { listRows, type Pages } from '../../core/inbox-rows.ts';
import { makeKeymap } from '../../core/keymap.ts';
import type { Mention, MentionStatus, View } from '../../core/model.ts';
import { watchQuery } from '../../storage/db.ts';
import { watchCount } from '../../storage/inbox.ts';
import { listWoken } from '../../storage/mention-changes.ts';
import './inbox/inbox.css';
import { BulkBar } from './inbox/bulk-bar.tsx';
import { FilterBar } from './inbox/filter-bar.tsx';
import { InboxCounted } from './inbox/inbox-counted.tsx';
import { type Asked, InboxDialog } from './inbox/inbox-dialogs.tsx';
import { useAsked } from './inbox/use-asked.ts';
import { useEntries } from './inbox/use-entries.ts';
import { useEscape } from './inbox/use-escape.ts';
import { useFolds } from './inbox/use-folds.ts';
import { useInboxActs } from './inbox/use-inbox-acts.ts';
import { type InboxQuestion, useInboxFilter } from './inbox/use-inbox-filter.ts';
import { useInboxKeys } from './inbox/use-inbox-keys.ts';
import { useInboxRows } from './inbox/use-inbox-rows.ts';
import { useMentionActions } from './inbox/use-mention-actions.ts';
import { useRowLooks } from './inbox/use-row-looks.ts';
import { useSelection } from './inbox/use-selection.ts';
import { ViewDialog } from './inbox/view-dialog.tsx';
import { ViewRail } from './inbox/view-rail.tsx';
import type { PageProps } from './page-props.ts';
import { useSeen } from './use-seen.ts';

/** What is asked of the person, and about which mentions. */
interface Asking {
  asked: Asked;
  ids: readonly string[];
}

export function InboxPage(props: PageProps) {
  const { data, undoing } = props;
  const question = useInboxFilter(data.keywords);
  useAsked(question);
  useSeen('mention');
  const { filter, sort } = question;
  const rows = useInboxRows(filter, sort);
  const count = useObservable(() => watchCount(filter), [JSON.stringify(filter)]).value;
  const pages = useWoken(rows.pages, question);
  const { folding, folds } = useFolds();
  const entries = useEntries(pages, folding);
  const place = useListPlace(useMemo(() => entries.map(({ mention }) => mention.id), [entries]));
  useBeginning(JSON.stringify([filter, sort]), place);
  const goTo = useGoing(entries, place, rows.current && question.settled);
  const selection = useSelection(entries, question, props);
  useEscape(selection.ids.size > 0, selection.clear);
  const acts = useInboxActs(props, rows, goTo);
  const actions = useMentionActions(props, acts);
  const onStar = useCallback((mention: Mention) => void acts.change([mention.id], { starred: mention.starred !== 1 }), [acts]);
  const looks = useRowLooks({ keywords: data.keywords, filter, now: useNow(), actions, onStar });
  const [asking, setAsking] = useState<Asking>();
  const [viewed, setViewed] = useState<View | 'new'>();
  const searchBox = useRef<HTMLInputElement>(null);

  const current = entries[place.at]?.mention;
  const targets = selection.ids.size > 0 ? [...selection.ids] : current ? [current.id] : [];
  const mentionsOf = (ids: readonly string[]) => {
    const wanted = new Set(ids);
    return listRows(pages).filter(({ id }) => wanted.has(id));
  };
  async function change(ids: readonly string[], what: Parameters<typeof acts.change>[1]) {
    // What leaves the list is no longer held: the next key is about what stands there then. What is only marked may be dealt with further.
    const leaves = selection.ids.size > 0 && what.status !== undefined;
    if (leaves) selection.clear();
    const done = await acts.change(ids, what);
    if (!done && leaves) selection.restore(ids);
    const { note } = what;
    if (done && note !== undefined) for (const id of ids) dropNoteDraft(id, note ?? '');
  }
  const star = () => void change(targets, { starred: !mentionsOf(targets).every(({ starred }) => starred === 1) });
  const ask = (asked: Asked) => targets.length > 0 && setAsking({ asked, ids: asked === 'note' && current ? [current.id] : targets });

  const acting = useRef({ star, ask, change: (what: Parameters<typeof change>[1]) => void change(targets, what) });
  acting.current = { star, ask, change: (what) => void change(targets, what) };
  const keymap = useMemo(() => makeKeymap(data.settings?.keys), [data.settings?.keys]);
  useKeys(
    keymap,
    useInboxKeys({
      entries,
      place,
      actions,
      selection,
      searchBox,
      undoLast: undoing.undoLast,
      star: () => selection.after(() => acting.current.star()),
      ask: (asked) => selection.after(() => acting.current.ask(asked)),
      change: (what) => selection.after(() => acting.current.change(what)),
    }),
  );

  const barProps = { onSaveView: () => setViewed('new'), onLeave: () => goTo() };
  // Rows come and go as the list is scrolled; what stands around it is drawn again only where it says something else.
  const around = [props.data, props.editing, props.notify, undoing, question];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the props are named one by one.
  const rail = useMemo(() => <ViewRail {...props} question={question} onRename={setViewed} />, around);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the props are named one by one.
  const bar = useMemo(() => <FilterBar {...props} {...barProps} question={question} searchBox={searchBox} />, around);

  return (
    <div class="inbox">
      {rail}
      <div class="inbox-main">
        <div class="inbox-top">
          {bar}
          {rows.error !== undefined && <p class="problem">{word('couldNotRead')}</p>}
          {selection.ids.size > 0 ? (
            <BulkBar
              selected={selection.ids.size}
              count={count}
              onSelectAll={selection.selectAll}
              onClear={selection.clear}
              onStatus={(status) => void change(targets, { status })}
              onStar={star}
              onAsk={ask}
            />
          ) : (
            <InboxCounted count={entries.length > 0 ? count : undefined} question={question} />
          )}
          <FreshButton count={rows.fresh.length} onTake={rows.takeFresh} />
        </div>
        {rows.ready && entries.length === 0 && !rows.more && <EmptyInbox {...props} question={question} />}
        <MentionList
          entries={entries}
          place={place}
          looks={looks}
          selecting={selection}
          folds={folds}
          more={rows.more}
          onMore={rows.loadMore}
          onShown={rows.watch}
        />
      </div>
      {asking && (
        <InboxDialog
          asked={asking.asked}
          mentions={mentionsOf(asking.ids)}
          count={asking.ids.length}
          onChange={(what) => {
            setAsking(undefined);
            void change(asking.ids, what);
          }}
          onClose={() => {
            setAsking(undefined);
            if (asking.asked === 'note' && asking.ids.some(hasNoteDraft)) props.notify({ text: word('noteNotSaved') });
          }}
        />
      )}
      {viewed && <ViewDialog {...props} view={viewed} question={question} onClose={() => setViewed(undefined)} />}
    </div>
  );
}

/** Another question begins at the first of its answers: nothing of what was read before it is scrolled to. */
function useBeginning(asked: string, { begin }: ListPlace): void {
  const before = useRef(asked);
  useLayoutEffect(() => {
    if (before.current === asked) return;
    before.current = asked;
    begin();
    const top = document.querySelector('.inbox-main')?.getBoundingClientRect().top ?? 0;
    if (top < 0) scrollBy({ top, behavior: 'instant' });
  }, [asked, begin]);
}

/**
 * Brings the keyboard to the first of these mentions, or of all there are, once the list shows it; not away from where somebody writes, or from a
 * panel that is open. Where it is not in the list, everything stays as it is.
 */
function useGoing(entries: readonly Entry[], place: ListPlace, current: boolean): (ids?: readonly string[]) => void {
  const [wanted, setWanted] = useState<{ ids?: readonly string[] }>();
  const { move } = place;
  useEffect(() => {
    if (!wanted || !current) return;
    setWanted(undefined);
    const { ids } = wanted;
    const at = ids ? entries.findIndex(({ mention }) => ids.includes(mention.id)) : entries.length > 0 ? Math.max(0, place.at) : -1;
    const writes =
      ids !== undefined && document.activeElement?.matches('input:not([type=checkbox]), textarea, select, :popover-open *') === true;
    if (at >= 0 && !writes) move(at);
  }, [wanted, current, entries, move, place.at]);
  return useCallback((ids?: readonly string[]) => setWanted(ids ? { ids } : {}), []);
}

/** What has come back from a snooze stands on top of New: its own time may be long ago. */
function useWoken(pages: Pages, { filter, sort }: InboxQuestion): Pages {
  const woken = useObservable(() => watchQuery(listWoken), []).value;
  return useMemo(() => {
    // Whether they were answered they do not tell.
    const isOnTop = filter.status === 'new' && filter.answer === undefined && sort === 'time';
    if (!woken || woken.length === 0 || !isOnTop) return pages;
    const passes = compileFilter(filter);
    const first = woken.filter(passes);
    const ids = new Set(first.map(({ id }) => id));
    const rest = pages.map((page) => (page.some(({ id }) => ids.has(id)) ? page.filter(({ id }) => !ids.has(id)) : page));
    return first.length > 0 ? [first, ...rest] : pages;
  }, [woken, pages, filter, sort]);
}

/** Said once to those who listen, and pressed by those who want to see. */
function FreshButton({ count, onTake }: { count: number; onTake: () => void }) {
  const take = () => {
    onTake();
    scrollTo({ top: 0 });
  };
  return (
    <div class="fresh" role="status">
      {count > 0 && (
        <button type="button" class="primary slim" onClick={take}>
          {count >= 100 ? word('inboxFreshMost', 100) : wordFor(count, 'inboxFreshOne', 'inboxFreshMany')}
        </button>
      )}
    </div>
  );
}

const nothing = {
  heard: ['inboxEmptyTitle', 'inboxEmpty'],
  found: ['inboxNoneFoundTitle', 'inboxNoneFound'],
  new: ['inboxNoneNewTitle', 'inboxNoneNew'],
  waiting: ['inboxNoneWaitingTitle', 'inboxNoneWaiting'],
  snoozed: ['inboxNoneSnoozedTitle', 'inboxNoneSnoozed'],
  done: ['inboxNoneDoneTitle', 'inboxNoneDone'],
  ignored: ['inboxNoneIgnoredTitle', 'inboxNoneIgnored'],
} as const satisfies Record<MentionStatus | 'heard' | 'found', readonly [WordKey, WordKey]>;

function EmptyInbox({ data, question }: PageProps & { question: InboxQuestion }) {
  if (!data.ready) return null;
  if (data.keywords.length === 0) {
    return (
      <Empty icon={Inbox} title={word('inboxNoKeywordsTitle')}>
        <p>{word('inboxNoKeywords')}</p>
        <a class="button primary" href="#keywords">
          {word('addKeywords')}
        </a>
      </Empty>
    );
  }
  const { status, ...others } = question.filter;
  const narrowed = Object.keys(others).length > 0;
  const any = Object.values(data.statuses).some((n) => n > 0);
  const [title, text] = narrowed ? nothing.found : any && status ? nothing[status] : nothing.heard;
  return (
    <Empty icon={Inbox} title={word(title)}>
      <p>{word(text)}</p>
      {narrowed && (
        <button type="button" onClick={question.clear}>
          {word('inboxClearFilters')}
        </button>
      )}
      {!narrowed && !any && (
        <a class="button" href="#settings">
          {word('chooseSites')}
        </a>
      )}
    </Empty>
  );
}
