import { useMemo, useState } from 'preact/hooks';
import { Cut, Section, Tiles } from '../../../components/insight-parts.tsx';
import { formatDate, sayShare, sayShareRange } from '../../../components/insight-words.ts';
import { Stranger, safeLink } from '../../../components/plain-text.tsx';
import { SiteMark } from '../../../components/site-mark.tsx';
import { formatNumber, word, wordFor } from '../../../components/words.ts';
import { type Champion, listChampions, listTurned, type Turned } from '../../../core/champions.ts';
import { measureCrowd } from '../../../core/feeling.ts';
import { listMine } from '../../../core/mine.ts';
import type { Mention } from '../../../core/model.ts';
import { shareOf } from '../../../core/statistics.ts';
import { nameSite } from '../site-names.ts';
import { type Details, usePeopleBefore, type View } from './use-insights.ts';

/** So many people are shown at first. */
const mostPeople = 8;

export function CrowdSection({ view, details }: { view: View; details: Details | undefined }) {
  const before = usePeopleBefore(view);
  const crowd = useMemo(() => before && measureCrowd(view.now, before), [view, before]);
  const { keywords, filter } = view;
  const [champions, turned] = useMemo(() => {
    if (!details) return [[], []];
    const mine = filter.keywordIds ?? listMine(keywords);
    const isMine = ({ keywordIds }: Mention) => !mine || keywordIds.some((id) => mine.includes(id));
    const [before, now] = [details.before.filter(isMine), details.now.filter(isMine)];
    return [listChampions(now, mostPeople), listTurned([...before, ...now], details.answers)];
  }, [details, keywords, filter]);
  if (!crowd || view.now.posts.length === 0) return null;
  const fresh = shareOf(crowd.fresh, crowd.people);
  return (
    <Section title={word('communitySection')} note={word('communityNote')}>
      <Tiles
        tiles={[
          {
            name: word('peopleHeard'),
            figure: formatNumber(crowd.people),
            notes: crowd.unnamed > 0 ? [wordFor(crowd.unnamed, 'unnamedOne', 'unnamedMany')] : [],
          },
          {
            name: word('peopleNew'),
            figure: formatNumber(crowd.fresh),
            notes: [
              fresh ? word('shareSurelyOf', sayShare(fresh), sayShareRange(fresh), formatNumber(fresh.n)) : '',
              word('peopleNewHint'),
            ],
          },
          { name: word('peopleReturning'), figure: formatNumber(crowd.returning), notes: [word('peopleReturningHint')] },
        ]}
      />
      <div class="voices">
        <Champions champions={champions} details={details} />
        <TurnedList turned={turned} details={details} view={view} />
      </div>
      {details?.since !== undefined && <Cut count={details.now.length} />}
    </Section>
  );
}

function Who({
  site,
  handle,
  name,
  details,
  mentionId,
}: {
  site: string;
  handle: string;
  name: string | undefined;
  details: Details | undefined;
  mentionId: string;
}) {
  const mention = details?.now.find(({ id }) => id === mentionId) ?? details?.before.find(({ id }) => id === mentionId);
  const url = safeLink(mention?.author.url);
  const label = <Stranger>{name ?? handle}</Stranger>;
  return (
    <>
      <span aria-hidden="true">
        <SiteMark site={site} name={nameSite(site)} />
      </span>
      {url ? (
        <a href={url} target="_blank" rel="noreferrer">
          {label}
        </a>
      ) : (
        <strong>{label}</strong>
      )}
    </>
  );
}

function Champions({ champions, details }: { champions: readonly Champion[]; details: Details | undefined }) {
  return (
    <section class="card pad" aria-labelledby="champions-title">
      <h3 id="champions-title">{word('champions')}</h3>
      {champions.length === 0 ? (
        <p class="quiet small">{word('championsNone')}</p>
      ) : (
        <ul>
          {champions.map(({ id, praised, complained, last, ...who }) => (
            <li key={id}>
              <Who {...who} mentionId={last} details={details} />
              <span class="quiet small number">{word('championFacts', formatNumber(praised), formatNumber(complained))}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function TurnedList({ turned, details, view }: { turned: readonly Turned[]; details: Details | undefined; view: View }) {
  const [all, setAll] = useState(false);
  return (
    <section class="card pad" aria-labelledby="turned-title">
      <h3 id="turned-title">{word('turned')}</h3>
      {turned.length === 0 ? (
        <p class="quiet small">{word('turnedNone')}</p>
      ) : (
        <ul>
          {turned.slice(0, all ? turned.length : mostPeople).map(({ id, happy, answeredAt, ...who }) => (
            <li key={id}>
              <Who {...who} mentionId={happy} details={details} />
              <span class="quiet small">{word('turnedFacts', formatDate(view.calendar.dayOf(answeredAt)))}</span>
            </li>
          ))}
        </ul>
      )}
      {turned.length > mostPeople && (
        <button type="button" class="slim" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? word('showLess') : word('showAllCount', formatNumber(turned.length))}
        </button>
      )}
      <p class="quiet small">{word('turnedHint')}</p>
    </section>
  );
}
