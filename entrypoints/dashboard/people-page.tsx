import { Users } from 'lucide';
import { useState } from 'preact/hooks';
import { SearchBox } from '../../components/controls.tsx';
import { Empty } from '../../components/empty.tsx';
import { Stranger, safeLink } from '../../components/plain-text.tsx';
import { SiteMark } from '../../components/site-mark.tsx';
import { Time } from '../../components/time.tsx';
import { useObservable } from '../../components/use-observable.ts';
import { formatNumber, word } from '../../components/words.ts';
import { watchQuery } from '../../storage/db.ts';
import { listPeople, type PersonSummary } from '../../storage/people.ts';
import { nameSite } from './site-names.ts';

export function PeoplePage() {
  const { value: people } = useObservable(() => watchQuery(() => listPeople()), []);
  const [search, setSearch] = useState('');
  if (!people) return null;
  if (people.length === 0) {
    return (
      <Empty icon={Users} title={word('peopleEmptyTitle')}>
        <p>{word('peopleEmpty')}</p>
      </Empty>
    );
  }
  const wanted = search.trim().toLowerCase();
  const shown = people.filter((p) => `${p.name} ${p.handle}`.toLowerCase().includes(wanted));
  return (
    <div class="stack">
      <p class="quiet">{word('peopleIntro')}</p>
      <div class="narrow">
        <SearchBox name={word('searchPeople')} value={search} onInput={setSearch} />
      </div>
      {shown.length === 0 ? <p class="quiet">{word('peopleNoneFound')}</p> : <PeopleTable people={shown} />}
    </div>
  );
}

function PeopleTable({ people }: { people: readonly PersonSummary[] }) {
  const now = Date.now();
  return (
    <div class="card scroll">
      <table>
        <caption class="unseen">{word('people')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('person')}</th>
            <th scope="col">{word('site')}</th>
            <th scope="col" class="figure">
              {word('mentions')}
            </th>
            <th scope="col">{word('lastSeen')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PersonRow({ person, now }: { person: PersonSummary; now: number }) {
  const link = safeLink(person.url);
  const name = <Stranger>{person.name}</Stranger>;
  return (
    <tr>
      <th scope="row">
        {link ? (
          <a href={link} target="_blank" rel="noopener noreferrer">
            {name}
          </a>
        ) : (
          name
        )}
        {person.handle !== person.name && (
          <span class="quiet">
            {' '}
            <Stranger>{person.handle}</Stranger>
          </span>
        )}
      </th>
      <td>
        <span class="row">
          <SiteMark site={person.site} name={nameSite(person.site)} />
          {nameSite(person.site)}
        </span>
      </td>
      <td class="figure number">{formatNumber(person.mentions)}</td>
      <td class="quiet">{person.lastSeenAt > 0 ? <Time at={person.lastSeenAt} now={now} /> : word('never')}</td>
    </tr>
  );
}
