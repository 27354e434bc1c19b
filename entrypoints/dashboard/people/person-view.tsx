import { ArrowLeft } from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import { AlikeList, NameOf } from '../../../components/alike-list.tsx';
import { SearchBox } from '../../../components/controls.tsx';
import { Icon } from '../../../components/icon.tsx';
import { listNames, sayMood, sayWhyListed } from '../../../components/people-words.ts';
import { PersonForm } from '../../../components/person-form.tsx';
import { Stranger } from '../../../components/plain-text.tsx';
import { Time } from '../../../components/time.tsx';
import { Timeline } from '../../../components/timeline.tsx';
import { useObservable } from '../../../components/use-observable.ts';
import { formatNumber, word, wordFor } from '../../../components/words.ts';
import { splitPersonId } from '../../../core/people.ts';
import type { Listed } from '../../../core/people-lists.ts';
import { listSites } from '../../../sites/_index.ts';
import { watchQuery } from '../../../storage/db.ts';
import { listPersonFields } from '../../../storage/people.ts';
import type { PeopleList } from '../../../storage/people-list.ts';
import { findByHandle } from '../../../storage/people-reads.ts';
import { type PersonHistory, readHistory } from '../../../storage/person-history.ts';
import type { PageProps } from '../page-props.ts';
import { nameSite, nameSiteOf } from '../site-names.ts';
import { makePeopleActions, type PeopleActions } from './actions.ts';
import { findName } from './names.ts';

interface Props extends PageProps {
  id: string;
  /** Everyone, once they were read. */
  found: PeopleList | undefined;
  now: number;
}

export function PersonView({ id, found, now, data, editing, notify }: Props) {
  const { value: history } = useObservable(() => watchQuery(() => readHistory(id)), [id]);
  const fieldNames = useObservable(() => watchQuery(listPersonFields), []).value ?? [];
  const actions = useMemo(() => makePeopleActions({ editing, notify }), [editing, notify]);
  const looks = useMemo(() => new Map(data.keywords.map((keyword) => [keyword.id, keyword])), [data.keywords]);
  if (!history || history.ids[0] !== id) return null;
  const called = history.names.find(({ name }) => name)?.name ?? splitPersonId(id).handle;
  return (
    <div class="person-page">
      <p>
        <a href="#people" class="row">
          <Icon of={ArrowLeft} size={14} />
          {word('allPeople')}
        </a>
      </p>
      <h2 class="person-name">
        <Stranger>{history.person.name || called}</Stranger>
      </h2>
      <WhyListed lists={found?.people.find(({ ids }) => ids.includes(id))?.lists ?? []} now={now} onReply={actions.reply} />
      <div class="person-columns">
        <div class="stack">
          <Facts history={history} now={now} />
          <Names history={history} found={found} actions={actions} />
          {/* What is kept may change in another tab: the form begins anew with it. */}
          <PersonForm
            key={JSON.stringify(history.person)}
            id={id}
            person={history.person}
            called={called}
            fieldNames={fieldNames}
            onSave={(change) => actions.save(id, change)}
          />
        </div>
        <section class="stack" aria-labelledby="timeline-title">
          <h3 id="timeline-title">{word('timeline')}</h3>
          {history.cut && <p class="quiet small">{word('timelineCut', formatNumber(history.mentions))}</p>}
          {history.moments.length === 0 && <p class="quiet">{word('timelineEmpty')}</p>}
          <LongTimeline history={history} looks={looks} now={now} />
        </section>
      </div>
    </div>
  );
}

interface ListedProps {
  lists: readonly Listed[];
  now: number;
  onReply: PeopleActions['reply'];
}

/** What is owed to them, and why. */
function WhyListed({ lists, now, onReply }: ListedProps) {
  if (lists.length === 0) return null;
  return (
    <ul class="stack tight" aria-label={word('whyListed')}>
      {lists.map((listed) => (
        <li key={listed.list} class="row wrap">
          <strong>{word(listNames[listed.list])}</strong>
          <span>
            <Stranger>{sayWhyListed(listed, now)}</Stranger>
          </span>
          {listed.mentionId && (
            <button type="button" class="slim accent" onClick={() => void onReply(listed.mentionId ?? '')}>
              {word('reply')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

const firstShown = 50;

function LongTimeline({ history, looks, now }: { history: PersonHistory; looks: Parameters<typeof Timeline>[0]['keywords']; now: number }) {
  const [shown, setShown] = useState(firstShown);
  return (
    <>
      <Timeline moments={history.moments.slice(0, shown)} keywords={looks} nameSite={nameSiteOf} now={now} />
      {history.moments.length > shown && (
        <button type="button" class="more" onClick={() => setShown(shown + firstShown)}>
          {word('showMore')}
        </button>
      )}
    </>
  );
}

function Facts({ history, now }: { history: PersonHistory; now: number }) {
  const { mentions, answers, mood, firstSeenAt, lastSeenAt } = history;
  return (
    <dl class="person-facts">
      <div>
        <dt>{word('mentions')}</dt>
        <dd class="number">{formatNumber(mentions)}</dd>
      </div>
      <div>
        <dt>{word('answersGiven')}</dt>
        <dd class="number">{formatNumber(answers)}</dd>
      </div>
      <div>
        <dt>{word('mood')}</dt>
        <dd>{sayMood(mood)}</dd>
      </div>
      <div>
        <dt>{word('firstSeen')}</dt>
        <dd>{firstSeenAt === undefined ? word('never') : <Time at={firstSeenAt} now={now} />}</dd>
      </div>
      <div>
        <dt>{word('lastSeen')}</dt>
        <dd>{lastSeenAt === undefined ? word('never') : <Time at={lastSeenAt} now={now} />}</dd>
      </div>
    </dl>
  );
}

/** Under which names, and which others may be theirs. */
function Names({
  history: { ids, names },
  found,
  actions,
}: {
  history: PersonHistory;
  found: PeopleList | undefined;
  actions: PeopleActions;
}) {
  const alike = (found?.alike ?? []).filter(({ a, b }) => ids.includes(a) || ids.includes(b));
  const find = (id: string) => {
    const own = names.find((one) => one.id === id);
    return own ? { ...own, ...splitPersonId(id) } : findName(found?.people ?? [], id);
  };
  return (
    <section class="card pad stack" aria-labelledby="names-title">
      <h3 id="names-title">{word('knownAs')}</h3>
      <ul class="stack tight" aria-label={word('knownAs')}>
        {ids.map((id) => (
          <li key={id} class="row">
            <span class="grow">
              <NameOf name={find(id)} nameSite={nameSite} />
            </span>
            <InInbox id={id} mentions={names.find((one) => one.id === id)?.mentions ?? 0} />
            {ids.length > 1 && (
              <button type="button" class="slim" aria-label={word('splitNamed', id)} onClick={() => void actions.split(id)}>
                {word('split')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {alike.length > 0 && (
        <AlikeList
          pairs={alike}
          find={find}
          nameSite={nameSite}
          onJoin={(a, b) => void actions.join(a, b)}
          onApart={(a, b) => void actions.apart(a, b)}
        />
      )}
      <JoinBox ids={ids} found={found} onJoin={(other) => void actions.join(ids[0] ?? '', other)} />
    </section>
  );
}

function InInbox({ id, mentions }: { id: string; mentions: number }) {
  if (mentions === 0) return null;
  return (
    <a class="small number" href={`#inbox/person/${encodeURIComponent(id.toWellFormed())}`}>
      {wordFor(mentions, 'inInboxOne', 'inInboxMany')}
    </a>
  );
}

const siteIds = listSites().map(({ id }) => id);
const mostOffered = 6;

/** Anyone there is, by the beginning of their handle, or by their name where they wrote lately. */
function JoinBox({ ids, found, onJoin }: { ids: readonly string[]; found: PeopleList | undefined; onJoin: (id: string) => void }) {
  const [search, setSearch] = useState('');
  const byHandle = useObservable(() => watchQuery(() => findByHandle(search, siteIds)), [search]).value ?? [];
  const wanted = search.trim().toLowerCase();
  const byName =
    wanted.length < 2 ? [] : (found?.people ?? []).filter(({ name, handle }) => `${name} ${handle}`.toLowerCase().includes(wanted));
  const offered = [...new Set([...byName.map(({ id }) => id), ...byHandle])].filter((id) => !ids.includes(id)).slice(0, mostOffered);
  return (
    <div class="stack tight">
      <SearchBox name={word('joinSearch')} value={search} onInput={setSearch} />
      {offered.length > 0 && (
        <ul class="stack tight" aria-label={word('joinSearch')}>
          {offered.map((id) => (
            <li key={id} class="row">
              <span class="grow">
                <NameOf name={findName(found?.people ?? [], id)} nameSite={nameSite} />
              </span>
              <button
                type="button"
                class="slim"
                aria-label={word('joinNamed', id)}
                onClick={() => {
                  setSearch('');
                  onJoin(id);
                }}
              >
                {word('join')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
