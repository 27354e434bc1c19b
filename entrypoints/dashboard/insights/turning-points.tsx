import { useEffect, useMemo, useState } from 'preact/hooks';
import { Section } from '../../../components/insight-parts.tsx';
import { Lead, type LeadTo } from '../../../components/lead.tsx';
import { Stranger, safeLink, stripControls } from '../../../components/plain-text.tsx';
import { type Judgement, nameStranger, TurningCard } from '../../../components/turning-card.tsx';
import { word, wordFor } from '../../../components/words.ts';
import { excerptOf } from '../../../core/mention.ts';
import type { Driver, KeptTurningPoint, Mention } from '../../../core/model.ts';
import { getMentions } from '../../../storage/mentions.ts';
import type { PageProps } from '../page-props.ts';
import { nameSite } from '../site-names.ts';
import { leadToDriver } from './leads.ts';
import { useFocusOnMute } from './use-focus-on-mute.ts';
import type { View } from './use-insights.ts';
import { useTurningPoints } from './use-turning-points.ts';

const firstShown = 4;

export function TurningSection({ view, page }: { view: View; page: PageProps }) {
  const found = useTurningPoints(view);
  const points = found ?? [];
  const posts = usePosts(points);
  const [showAll, setShowAll] = useState(false);
  const [showMuted, setShowMuted] = useState(false);
  const muted = points.filter(({ state }) => state === 'muted');
  const heard = points.filter(({ state }) => state !== 'muted');
  const shown = [...(showAll ? heard : heard.slice(0, firstShown)), ...(showMuted ? muted : [])];
  const { cards, below, judge } = useFocusOnMute(shown, page.editing);
  if (!found) return null;
  if (points.length === 0) return <NothingTurned />;
  return (
    <Section title={word('turningPoints')} note={word('turningNote')}>
      {heard.length === 0 && !showMuted && <p class="quiet">{word('turningAllMuted')}</p>}
      <div class="turns" ref={cards}>
        {shown.map((point) => (
          <Card key={point.id} point={point} view={view} posts={posts} onJudge={(judgement) => judge(point, judgement)} />
        ))}
      </div>
      <div class="row wrap" ref={below}>
        {heard.length > firstShown && (
          <button type="button" class="plain slim" aria-expanded={showAll} onClick={() => setShowAll(!showAll)}>
            {showAll ? word('showLess') : word('showAllCount', heard.length)}
          </button>
        )}
        {muted.length > 0 && (
          <button type="button" class="plain slim" aria-expanded={showMuted} onClick={() => setShowMuted(!showMuted)}>
            {showMuted ? word('turnHideMuted') : wordFor(muted.length, 'turnShowMutedOne', 'turnShowMutedMany')}
          </button>
        )}
      </div>
    </Section>
  );
}

/** That nothing turned is worth knowing where one can tell that it is looked for. */
const NothingTurned = () => (
  <Section title={word('turningPoints')}>
    <p>{word('turningNone')}</p>
    <p class="quiet small prose">{word('turningWatch')}</p>
  </Section>
);

interface CardProps {
  point: KeptTurningPoint;
  view: View;
  posts: ReadonlyMap<string, Mention>;
  onJudge: (judgement: Judgement) => Promise<boolean>;
}

function Card({ point, view, posts, onJudge }: CardProps) {
  const moment = useMemo(
    () =>
      new Intl.DateTimeFormat('en', {
        timeZone: view.calendar.zone,
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
    [view.calendar],
  );
  return (
    <TurningCard
      point={point}
      name={view.keywords.find(({ id }) => id === point.keywordId)?.name ?? ''}
      formatMoment={(time) => moment.format(time)}
      nameDriver={(driver) => nameDriver(driver, posts, leadToDriver(view, point, driver))}
      onJudge={onJudge}
    />
  );
}

function nameDriver({ kind, value }: Driver, posts: ReadonlyMap<string, Mention>, lead: LeadTo | undefined) {
  if (kind === 'site') return <Lead to={lead}>{nameSite(value)}</Lead>;
  if (lead)
    return (
      <bdi>
        <Lead to={lead}>{stripControls(kind === 'person' ? value.slice(value.indexOf(':') + 1) : value)}</Lead>
      </bdi>
    );
  const post = posts.get(value);
  if (!post) return nameStranger(value);
  const text = <Stranger>{excerptOf(post.text, post.hits, 90).text}</Stranger>;
  const url = safeLink(post.url);
  return url ? (
    <a href={url} target="_blank" rel="noreferrer">
      {text}
    </a>
  ) : (
    text
  );
}

/** The posts that drive them. */
function usePosts(points: readonly KeptTurningPoint[]): ReadonlyMap<string, Mention> {
  const ids = points.flatMap(({ drivers }) => drivers.flatMap(({ kind, value: id }) => (kind === 'post' ? [id] : []))).join('\n');
  const [posts, setPosts] = useState<ReadonlyMap<string, Mention>>(new Map());
  useEffect(() => {
    if (ids === '') return;
    void getMentions(ids.split('\n')).then((found) => setPosts(new Map(found.map((post) => [post.id, post]))), console.error);
  }, [ids]);
  return posts;
}
