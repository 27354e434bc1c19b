import { useMemo } from 'preact/hooks';
import { Section, WideTable } from '../../../components/insight-parts.tsx';
import { Stranger, safeLink } from '../../../components/plain-text.tsx';
import { formatNumber, word } from '../../../components/words.ts';
import { excerptOf } from '../../../core/mention.ts';
import type { Mention } from '../../../core/model.ts';
import { findTopics, type Topic } from '../../../core/topics.ts';
import type { Details, View } from './use-insights.ts';

const mostShown = 15;
/** Words are counted in the newest of them: more take longer than anyone looks. */
const mostTexts = 4_000;

/** Of the chosen keyword, or of all of the person's own brands; compared with its own past and with what is said of competitors. */
function listTopics({ keywords, filter }: View, { now, before }: Details): Topic[] {
  const brands = keywords.filter(({ kind }) => kind === 'brand').map(({ id }) => id);
  const asked = filter.keywordIds ?? (brands.length > 0 ? brands : keywords.map(({ id }) => id));
  const others = keywords.filter(({ id, kind }) => kind === 'competitor' && !asked.includes(id)).map(({ id }) => id);
  const names = (ids: readonly string[]) => (mention: Mention) => mention.keywordIds.some((id) => ids.includes(id));
  const isOurs = names(asked);
  const isTheirs = names(others);
  return findTopics(
    now.filter(isOurs).slice(0, mostTexts),
    before.filter(isOurs).slice(0, mostTexts),
    now.filter((mention) => isTheirs(mention) && !isOurs(mention)).slice(0, mostTexts),
    { limit: mostShown, without: keywords.map(({ name }) => name) },
  );
}

export function TopicSection({ view, details }: { view: View; details: Details | undefined }) {
  const topics = useMemo(() => (details ? listTopics(view, details) : []), [view, details]);
  if (!details || details.now.length === 0) return null;
  return (
    <Section title={word('topics')} note={word('topicsNote', view.days)}>
      {topics.length === 0 ? <p class="quiet">{word('topicsNone')}</p> : <TopicTable topics={topics} mentions={details.now} />}
    </Section>
  );
}

function TopicTable({ topics, mentions }: { topics: readonly Topic[]; mentions: readonly Mention[] }) {
  const byId = useMemo(() => new Map(mentions.map((mention) => [mention.id, mention])), [mentions]);
  return (
    <WideTable name={word('topics')}>
      <thead>
        <tr>
          <th scope="col">{word('topic')}</th>
          <th scope="col" class="figure">
            {word('topicNow')}
          </th>
          <th scope="col" class="figure">
            {word('topicBefore')}
          </th>
          <th scope="col" class="figure">
            {word('topicSure')}
          </th>
          <th scope="col" class="figure">
            {word('topicOthers')}
          </th>
          <th scope="col">{word('topicExample')}</th>
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => (
          <TopicRow key={topic.term} topic={topic} example={byId.get(topic.examples[0] ?? '')} />
        ))}
      </tbody>
    </WideTable>
  );
}

function TopicRow({ topic: { term, now, before, z, zOthers }, example }: { topic: Topic; example: Mention | undefined }) {
  const at = example?.text.toLowerCase().indexOf(term.toLowerCase()) ?? -1;
  const spot = at < 0 ? (example?.hits ?? []) : [{ keywordId: '', start: at, end: at + term.length }];
  const url = safeLink(example?.url);
  const text = example && <Stranger>{excerptOf(example.text, spot, 110).text}</Stranger>;
  return (
    <tr>
      <th scope="row">
        <Stranger>{term}</Stranger>
      </th>
      <td class="figure number">{formatNumber(now)}</td>
      <td class="figure number">{formatNumber(before)}</td>
      <td class="figure number">{z.toFixed(1)}</td>
      <td class="figure number">{zOthers === undefined ? '' : zOthers.toFixed(1)}</td>
      <td class="small">
        {url ? (
          <a href={url} target="_blank" rel="noreferrer">
            {text}
          </a>
        ) : (
          text
        )}
      </td>
    </tr>
  );
}
