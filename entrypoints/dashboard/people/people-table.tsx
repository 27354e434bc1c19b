import { nameTag, sayWhyListed } from '../../../components/people-words.ts';
import { Stranger } from '../../../components/plain-text.tsx';
import { SiteMark } from '../../../components/site-mark.tsx';
import { Time } from '../../../components/time.tsx';
import { formatNumber, word } from '../../../components/words.ts';
import { splitPersonId } from '../../../core/people.ts';
import type { Listed } from '../../../core/people-lists.ts';
import type { PersonSummary } from '../../../core/person-summary.ts';
import { addressOf } from './names.ts';

export interface PersonRow {
  person: PersonSummary;
  /** Why they are on the list that is shown; absent where all are. */
  listed?: Listed;
}

interface Props {
  rows: readonly PersonRow[];
  nameSite: (site: string) => string;
  now: number;
  /** Opens the mention to answer. */
  onReply: (mentionId: string) => void;
}

export function PeopleTable({ rows, nameSite, now, onReply }: Props) {
  const why = rows.some(({ listed }) => listed);
  return (
    <div class="card scroll">
      <table class="people">
        <caption class="unseen">{word('people')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('person')}</th>
            <th scope="col">{word('site')}</th>
            {why ? <th scope="col">{word('whyListed')}</th> : <th scope="col">{word('personTags')}</th>}
            <th scope="col" class="figure">
              {word('mentions')}
            </th>
            <th scope="col">{word('lastSeen')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ person, listed }) => (
            <PersonLine key={person.id} person={person} listed={listed} nameSite={nameSite} now={now} onReply={onReply} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps extends Omit<Props, 'rows'> {
  person: PersonSummary;
  listed: Listed | undefined;
}

function PersonLine({ person, listed, nameSite, now, onReply }: LineProps) {
  const { mentionId } = listed ?? {};
  const sites = [...new Set(person.ids.map((id) => splitPersonId(id).site))];
  return (
    <tr>
      <th scope="row">
        <a href={addressOf(person.id)}>
          <Stranger>{person.name}</Stranger>
        </a>
        {person.handle !== person.name && (
          <span class="quiet">
            {' '}
            <Stranger>{person.handle}</Stranger>
          </span>
        )}
      </th>
      <td>
        <span class="row">
          {sites.map((site) => (
            <SiteMark key={site} site={site} name={nameSite(site)} />
          ))}
          {sites.length === 1 && <span class="site-name">{nameSite(sites[0] ?? '')}</span>}
        </span>
      </td>
      {listed ? (
        <td class="why-listed">
          <Stranger>{sayWhyListed(listed, now)}</Stranger>{' '}
          {mentionId && (
            <button type="button" class="slim accent" aria-label={word('replyToNamed', person.name)} onClick={() => onReply(mentionId)}>
              {word('reply')}
            </button>
          )}
        </td>
      ) : (
        <td>
          <span class="tags">
            {person.tags.map((tag) => (
              <span key={tag} class="label-tag">
                <Stranger>{nameTag(tag)}</Stranger>
              </span>
            ))}
          </span>
        </td>
      )}
      <td class="figure number">{formatNumber(person.mentions)}</td>
      <td class="quiet">{person.lastSeenAt > 0 ? <Time at={person.lastSeenAt} now={now} /> : word('never')}</td>
    </tr>
  );
}
