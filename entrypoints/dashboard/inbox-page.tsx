import { Inbox, Keyboard } from 'lucide';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { Empty } from '../../components/empty.tsx';
import { Icon } from '../../components/icon.tsx';
import { MentionList } from '../../components/mention-list.tsx';
import { nameStatus } from '../../components/mention-words.ts';
import { useNow } from '../../components/use-now.ts';
import { useObservable } from '../../components/use-observable.ts';
import { formatNumber, word } from '../../components/words.ts';
import type { Mention, MentionStatus } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { listSites } from '../../sites/_index.ts';
import { watchQuery } from '../../storage/db.ts';
import { listWoken } from '../../storage/mention-changes.ts';
import { listMentions } from '../../storage/mentions.ts';
import { showKeyHelp } from './key-help.tsx';
import type { PageProps } from './page-props.ts';
import { nameSite, nameSiteOf } from './site-names.ts';
import { useAnswering } from './use-answering.ts';
import { useDismissing } from './use-dismissing.ts';
import { useMentionCare } from './use-mention-care.ts';

const pageSize = 50;

interface Filter {
  status: MentionStatus | undefined;
  keywordId: string | undefined;
  site: string | undefined;
}

export function InboxPage(props: PageProps) {
  const [filter, setFilter] = useState<Filter>({ status: 'new', keywordId: undefined, site: undefined });
  const [limit, setLimit] = useState(pageSize);
  const more = useCallback(() => setLimit((n) => n + pageSize), []);
  const now = useNow();
  const { value: mentions, error } = useObservable(
    () => watchQuery(() => listMentions({ ...filter, limit: limit + 1 })),
    [filter.status, filter.keywordId, filter.site, limit],
  );
  const looks = useMemo(() => new Map(props.data.keywords.map((k) => [k.id, k])), [props.data.keywords]);
  const actions = useMentionActions(props);
  const { answeringOf, answerWith } = useAnswering(props);
  const dismissing = useDismissing(props);
  const care = useMentionCare(props, answerWith);
  const woken = useWoken(filter);
  return (
    <>
      <Filters
        {...props}
        filter={filter}
        onChange={(part) => {
          setFilter((before) => ({ ...before, ...part }));
          setLimit(pageSize);
        }}
      />
      {error !== undefined && <p class="problem">{word('couldNotRead')}</p>}
      {mentions?.length === 0 && <EmptyInbox {...props} filter={filter} />}
      <MentionList
        mentions={putFirst(woken, (mentions ?? []).slice(0, limit))}
        keywords={looks}
        nameSite={nameSiteOf}
        namePlace={nameSite}
        now={now}
        more={(mentions?.length ?? 0) > limit}
        onMore={more}
        {...actions}
        answeringOf={answeringOf}
        replies={props.data.replies}
        dismissing={dismissing}
        {...care}
      />
    </>
  );
}

/** What has come back from a snooze stands on top of New: its own time may be long ago. */
function useWoken({ status, keywordId, site }: Filter): readonly Mention[] {
  const woken = useObservable(() => watchQuery(listWoken), []).value ?? [];
  if (status !== 'new') return [];
  return woken.filter((mention) => (!keywordId || mention.keywordIds.includes(keywordId)) && (!site || mention.site === site));
}

const putFirst = (first: readonly Mention[], all: readonly Mention[]): Mention[] => {
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...all.filter(({ id }) => !ids.has(id))];
};

function useMentionActions({ editing, notify }: PageProps) {
  const setStatus = (mention: Mention, status: MentionStatus) => send('mention/setStatus', { ids: [mention.id], status });
  return {
    async onStatus(mention: Mention, status: MentionStatus) {
      if (mention.status === status) return;
      if (!(await editing.attempt(setStatus(mention, status)))) return;
      notify({ text: word('movedTo', nameStatus(status)), undo: () => void editing.attempt(setStatus(mention, mention.status)) });
    },
    async onReply(mention: Mention) {
      if (await editing.attempt(send('mention/answer', { id: mention.id }), 'couldNotOpen')) notify({ text: word('openingPost') });
    },
  };
}

const statuses = ['new', 'waiting', 'done', 'snoozed', 'ignored'] as const satisfies readonly MentionStatus[];

function Filters({ data, filter, onChange }: PageProps & { filter: Filter; onChange: (part: Partial<Filter>) => void }) {
  const shown = statuses.filter((s) => s === 'new' || s === 'done' || s === 'ignored' || (data.statuses[s] ?? 0) > 0);
  return (
    <div class="filters">
      <fieldset class="segments">
        <legend class="unseen">{word('status')}</legend>
        {[...shown, undefined].map((status) => (
          <label key={status ?? 'all'}>
            <input type="radio" name="status" checked={filter.status === status} onChange={() => onChange({ status })} />
            <span>{status ? nameStatus(status) : word('all')}</span>
            {status && <span class="number count">{formatNumber(data.statuses[status] ?? 0)}</span>}
          </label>
        ))}
      </fieldset>
      <span class="grow" />
      <select
        aria-label={word('filterKeyword')}
        value={filter.keywordId ?? ''}
        onChange={(event) => onChange({ keywordId: event.currentTarget.value || undefined })}
      >
        <option value="">{word('allKeywords')}</option>
        {data.keywords.map((keyword) => (
          <option key={keyword.id} value={keyword.id}>
            {keyword.name}
          </option>
        ))}
      </select>
      <select
        aria-label={word('filterSite')}
        value={filter.site ?? ''}
        onChange={(event) => onChange({ site: event.currentTarget.value || undefined })}
      >
        <option value="">{word('allSites')}</option>
        {listSites().map(({ id }) => (
          <option key={id} value={id}>
            {nameSite(id)}
          </option>
        ))}
      </select>
      <button type="button" class="plain slim" onClick={showKeyHelp}>
        <Icon of={Keyboard} />
        {word('keys')}
      </button>
    </div>
  );
}

function EmptyInbox({ data, filter }: PageProps & { filter: Filter }) {
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
  const narrowed = filter.keywordId !== undefined || filter.site !== undefined;
  const any = Object.values(data.statuses).some((n) => n > 0);
  return (
    <Empty icon={Inbox} title={word(narrowed ? 'inboxNoneFoundTitle' : any ? 'inboxClearTitle' : 'inboxEmptyTitle')}>
      <p>{word(narrowed ? 'inboxNoneFound' : any ? 'inboxClear' : 'inboxEmpty')}</p>
      {!narrowed && !any && (
        <a class="button" href="#settings">
          {word('chooseSites')}
        </a>
      )}
    </Empty>
  );
}
