import { Users } from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import { AlikeList } from '../../components/alike-list.tsx';
import { SearchBox } from '../../components/controls.tsx';
import { Empty } from '../../components/empty.tsx';
import { listEmpty, listNames, nameTag } from '../../components/people-words.ts';
import { useNow } from '../../components/use-now.ts';
import { useObservable } from '../../components/use-observable.ts';
import { formatNumber, word, wordFor } from '../../components/words.ts';
import type { PeopleListName } from '../../core/people-lists.ts';
import { listOn, type PersonSummary } from '../../core/person-summary.ts';
import { watchCalmly } from '../../storage/calm.ts';
import { listPeople, type PeopleList } from '../../storage/people-list.ts';
import type { PageProps } from './page-props.ts';
import './people/people.css';
import { makePeopleActions } from './people/actions.ts';
import { exportPeople } from './people/export-people.ts';
import { findName } from './people/names.ts';
import { PeopleTable, type PersonRow } from './people/people-table.tsx';
import { PersonView } from './people/person-view.tsx';
import { nameSite } from './site-names.ts';
import { useRoute } from './use-route.ts';

const lists = ['champions', 'leads', 'unhappy'] as const satisfies readonly PeopleListName[];
type Shown = 'all' | PeopleListName;

/** Some two thousand mentions are read: while posts come in, once in so many milliseconds. */
const readEvery = 2_000;

/** `#people` is everyone, `#people/x%3Aada` is one. */
export function PeoplePage(props: PageProps) {
  const [, id] = useRoute().split('/');
  const now = useNow();
  // The lists say who waited a week: that does not change from one minute to the next.
  const hour = Math.floor(now / 3_600_000) * 3_600_000;
  const watch = () => watchCalmly(['counts', 'unindexed', 'people', 'answers', 'keywords'], () => listPeople(hour), readEvery);
  const { value: found, error } = useObservable(watch, [hour]);
  if (error !== undefined) return <p class="problem">{word('couldNotRead')}</p>;
  if (id) return <PersonView {...props} id={decodeURIComponent(id)} found={found} now={now} />;
  if (!found) return null;
  if (found.people.length === 0) {
    return (
      <Empty icon={Users} title={word('peopleEmptyTitle')}>
        <p>{word('peopleEmpty')}</p>
        {props.data.ready && props.data.keywords.length === 0 && (
          <a class="button primary" href="#keywords">
            {word('addKeywords')}
          </a>
        )}
      </Empty>
    );
  }
  return <Everyone {...props} found={found} now={now} />;
}

const isFound = ({ name, ids, tags, note, fields }: PersonSummary, wanted: string): boolean =>
  [name, ...ids, ...tags, ...tags.map(nameTag), note, ...Object.values(fields)].some((text) => text.toLowerCase().includes(wanted));

function chooseRows(found: PeopleList, shown: Shown, search: string, tag: string): PersonRow[] {
  const rows: PersonRow[] = shown === 'all' ? found.people.map((person) => ({ person })) : listOn(found.people, shown);
  const wanted = search.trim().toLowerCase().replace(/^@/, '');
  return rows.filter(
    ({ person }) => (wanted === '' || isFound(person, wanted)) && (tag === '' || person.tags.some((one) => one.toLowerCase() === tag)),
  );
}

function Everyone({ found, now, ...props }: PageProps & { found: PeopleList; now: number }) {
  const [shown, setShown] = useState<Shown>('all');
  const [search, setSearch] = useState('');
  const [tag, setTag] = useState('');
  const { editing, notify } = props;
  const actions = useMemo(() => makePeopleActions({ editing, notify }), [editing, notify]);
  const rows = useMemo(() => chooseRows(found, shown, search, tag), [found, shown, search, tag]);
  return (
    <div class="stack wide-gaps">
      <div class="stack">
        <p class="quiet prose">
          {found.all > found.lookedAt ? word('peopleIntroSome', formatNumber(found.lookedAt)) : word('peopleIntro')}
        </p>
        <ListChoice found={found} shown={shown} onChange={setShown} />
        {found.alike.length > 0 && (
          <p>
            <button type="button" class="link small" onClick={showAlike}>
              {wordFor(found.alike.length, 'alikeShowOne', 'alikeShowMany')}
            </button>
          </p>
        )}
        <div class="filters people-filters">
          <SearchBox name={word('searchPeople')} value={search} onInput={setSearch} />
          <TagChoice people={found.people} tag={tag} onChange={setTag} />
          <ExportButtons rows={rows} />
        </div>
      </div>
      {rows.length > 0 && <PeopleTable rows={rows} nameSite={nameSite} now={now} onReply={(mentionId) => void actions.reply(mentionId)} />}
      {rows.length === 0 && <NoRows shown={shown} search={search} tag={tag} />}
      {found.alike.length > 0 && (
        <section class="stack" aria-labelledby="alike-title">
          <h2 id="alike-title" tabIndex={-1}>
            {word('alikeTitle')}
          </h2>
          <p class="quiet prose">{word('alikeIntro')}</p>
          <AlikeList
            pairs={found.alike}
            find={(id) => findName(found.people, id)}
            nameSite={nameSite}
            onJoin={(a, b) => void actions.join(a, b)}
            onApart={(a, b) => void actions.apart(a, b)}
          />
        </section>
      )}
    </div>
  );
}

/** They stand below everyone, which may be far. */
function showAlike(): void {
  const title = document.getElementById('alike-title');
  title?.focus();
  title?.scrollIntoView({ block: 'start' });
}

function NoRows({ shown, search, tag }: { shown: Shown; search: string; tag: string }) {
  const isWide = search.trim() === '' && tag === '';
  return <p class="quiet prose">{word(isWide && shown !== 'all' ? listEmpty[shown] : 'peopleNoneFound')}</p>;
}

function ListChoice({ found, shown, onChange }: { found: PeopleList; shown: Shown; onChange: (shown: Shown) => void }) {
  const counts = new Map(lists.map((list) => [list, listOn(found.people, list).length]));
  return (
    <fieldset class="segments people-lists">
      <legend class="unseen">{word('peopleShown')}</legend>
      {(['all', ...lists] as const).map((list) => (
        <label key={list}>
          <input type="radio" name="people-list" checked={shown === list} onChange={() => onChange(list)} />
          <span>{word(list === 'all' ? 'listAll' : listNames[list])}</span>
          <span class="count number">{formatNumber(list === 'all' ? found.people.length : (counts.get(list) ?? 0))}</span>
        </label>
      ))}
    </fieldset>
  );
}

function TagChoice({ people, tag, onChange }: { people: readonly PersonSummary[]; tag: string; onChange: (tag: string) => void }) {
  const tags = [...new Set(people.flatMap((person) => person.tags.map((one) => one.toLowerCase())))].sort();
  if (tags.length === 0) return null;
  return (
    <select aria-label={word('personTags')} value={tag} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{word('anyTag')}</option>
      {tags.map((one) => (
        <option key={one} value={one}>
          {nameTag(one)}
        </option>
      ))}
    </select>
  );
}

/** What is on the screen is what is in the file. */
function ExportButtons({ rows }: { rows: readonly PersonRow[] }) {
  const people = rows.map(({ person }) => person);
  const title = wordFor(people.length, 'exportPeopleOne', 'exportPeopleMany');
  return (
    <div class="row exports">
      {(['salesforce', 'hubspot'] as const).map((crm) => (
        <button key={crm} type="button" title={title} disabled={people.length === 0} onClick={() => exportPeople(people, crm)}>
          {word(crm === 'salesforce' ? 'exportSalesforce' : 'exportHubspot')}
        </button>
      ))}
    </div>
  );
}
