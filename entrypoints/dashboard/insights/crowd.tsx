import { useMemo, useState } from 'preact/hooks';
import { formatWholeDay } from '../../../components/date-words.ts';
import { Cut, Section, Tiles } from '../../../components/insight-parts.tsx';
import { sayShare, sayShareRange } from '../../../components/insight-words.ts';
import { Lead } from '../../../components/lead.tsx';
import { Stranger, safeLink, stripControls } from '../../../components/plain-text.tsx';
import { SiteMark } from '../../../components/site-mark.tsx';
import { formatNumber, type WordKey, word, wordFor } from '../../../components/words.ts';
import { type Champion, listChampions, listTurned, type Turned } from '../../../core/champions.ts';
import { couldHear, measureCrowd } from '../../../core/feeling.ts';
import { compileFilter } from '../../../core/inbox-match.ts';
import { listMine } from '../../../core/mine.ts';
import type { Mention } from '../../../core/model.ts';
import { shareOf } from '../../../core/statistics.ts';
import { nameSite } from '../site-names.ts';
import { leadTo, mineOf } from './leads.ts';
import { type Details, usePeopleBefore, type View } from './use-insights.ts';

/** So many people are shown at first. */
const mostPeople = 8;

export function CrowdSection({ view, details }: { view: View; details: Details | undefined }) {
  const before = usePeopleBefore(view);
  const crowd = useMemo(() => before && measureCrowd(view.now, isKnown(view, before) ? before : undefined), [view, before]);
  const { keywords, filter } = view;
  const [champions, turned] = useMemo(() => {
    if (!details) return [[], []];
    const mine = filter.keywordIds ?? listMine(keywords);
    const isMine = ({ keywordIds }: Mention) => !mine || keywordIds.some((id) => mine.includes(id));
    const [before, now] = [details.before.filter(isMine), details.now.filter(isMine)];
    const isNow = new Set<Mention>(now);
    return [listChampions(now, mostPeople), listTurned([...before, ...now], details.answers, (one) => isNow.has(one))];
  }, [details, keywords, filter]);
  if (!crowd || view.now.posts.length === 0) return null;
  const fresh = crowd.fresh === undefined ? undefined : shareOf(crowd.fresh, crowd.people);
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
            figure: sayCount(crowd.fresh),
            notes: [
              fresh ? word('shareSurelyOf', sayShare(fresh), sayShareRange(fresh), formatNumber(fresh.n)) : '',
              word(crowd.fresh === undefined ? 'peopleBeforeUnknown' : 'peopleNewHint'),
            ],
          },
          {
            name: word('peopleReturning'),
            figure: sayCount(crowd.returning),
            notes: [word(crowd.returning === undefined ? 'peopleBeforeUnknown' : 'peopleReturningHint')],
          },
        ]}
      />
      <div class="voices">
        <Champions champions={champions} details={details} view={view} />
        <TurnedList turned={turned} details={details} view={view} />
      </div>
      {details?.since !== undefined && <Cut count={details.now.length} />}
    </Section>
  );
}

const findMention = (details: Details | undefined, wanted: string): Mention | undefined =>
  details?.now.find(({ id }) => id === wanted) ?? details?.before.find(({ id }) => id === wanted);

const sayCount = (count: number | undefined): string => (count === undefined ? word('unknown') : formatNumber(count));

/** Where nothing was listened to before, everyone is new to us alone. */
function isKnown({ before, calendar, period, keywords, filter }: View, people: ReadonlySet<number>): boolean {
  const asked = keywords.filter(({ id }) => filter.keywordIds?.includes(id) ?? true);
  return people.size > 0 || couldHear(before.read, asked, calendar.momentOf(period.from));
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
  const mention = findMention(details, mentionId);
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

interface ChampionsProps {
  champions: readonly Champion[];
  details: Details | undefined;
  view: View;
}

function Champions({ champions, details, view }: ChampionsProps) {
  const mine = mineOf(view);
  const passes = compileFilter(mine);
  // A handle is the same however it is written; the inbox has it as it was written last.
  const countOf = ({ site, handle }: Champion): number =>
    details?.now.filter((one) => one.site === site && one.author.handle === handle && passes(one)).length ?? 0;
  return (
    <section class="card pad" aria-labelledby="champions-title">
      <h3 id="champions-title">{word('champions')}</h3>
      {champions.length === 0 ? (
        <p class="quiet small">{word('championsNone')}</p>
      ) : (
        <ul>
          {champions.map((champion) => (
            <li key={champion.id}>
              <Who {...champion} mentionId={champion.last} details={details} />
              <span class="quiet small number">
                <Lead
                  to={leadTo(view, countOf(champion), { ...mine, personId: champion.id })}
                  name={stripControls(champion.name ?? champion.handle)}
                >
                  {word('championFacts', formatNumber(champion.praised), formatNumber(champion.complained))}
                </Lead>
              </span>
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
          {turned.slice(0, all ? turned.length : mostPeople).map(({ id, unhappy, happy, answeredAt, ...who }) => (
            <li key={id}>
              <Who {...who} mentionId={happy} details={details} />
              <span class="quiet small">{word('turnedFacts', formatWholeDay(answeredAt, view.calendar))}</span>
              <Proof name={who.name ?? who.handle} word="turnedUnhappy" mention={findMention(details, unhappy)} />
              <Proof name={who.name ?? who.handle} word="turnedHappy" mention={findMention(details, happy)} />
            </li>
          ))}
        </ul>
      )}
      {turned.length > mostPeople && (
        <button type="button" class="slim" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? word('showLess') : word('showAllCount', formatNumber(turned.length))}
        </button>
      )}
      {turned.length > 0 && <p class="quiet small">{word('turnedHint')}</p>}
    </section>
  );
}

/** One of the two posts that show it. */
function Proof({ name, word: key, mention }: { name: string; word: WordKey; mention: Mention | undefined }) {
  const url = safeLink(mention?.url);
  if (!url) return null;
  return (
    <a class="small" href={url} target="_blank" rel="noreferrer" aria-label={word('proofOf', word(key), stripControls(name))}>
      {word(key)}
    </a>
  );
}
