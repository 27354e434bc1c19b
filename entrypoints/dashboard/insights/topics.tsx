import { useMemo } from 'preact/hooks';
import { Cut, Section, WideTable } from '../../../components/insight-parts.tsx';
import { Lead, type LeadTo } from '../../../components/lead.tsx';
import { Stranger, safeLink, stripControls } from '../../../components/plain-text.tsx';
import { useLater } from '../../../components/use-later.ts';
import { formatNumber, word, wordFor } from '../../../components/words.ts';
import type { Mention } from '../../../core/model.ts';
import { chooseExample, excerptAt, listRising } from '../../../core/rising.ts';
import type { Topic } from '../../../core/topics.ts';
import { leadTo, ofKeywords } from './leads.ts';
import type { Details, View } from './use-insights.ts';

const mostShown = 15;

export function TopicSection({ view, details }: { view: View; details: Details | undefined }) {
  // Words are counted when the rest of what rests on the mentions has been drawn: they take the longest.
  const isDue = useLater(details !== undefined);
  const rising = useMemo(() => {
    if (!isDue || !details) return undefined;
    const { keywords, filter } = view;
    return listRising({ ...details, keywords, keywordIds: filter.keywordIds, isCut: details.since !== undefined }, mostShown);
  }, [isDue, view, details]);
  if (!details || !rising || details.now.length === 0) return null;
  const { topics, cut, keywordIds, since = details.since } = rising;
  const part = { ...ofKeywords(keywordIds), ...(since === undefined ? {} : { since }) };
  return (
    <Section title={word('topics')} note={wordFor(view.days, 'topicsNoteOne', 'topicsNote')}>
      {topics.length === 0 ? (
        <p class="quiet">{word('topicsNone')}</p>
      ) : (
        <TopicTable topics={topics} mentions={details.now} lead={({ term, now }) => leadTo(view, now, { ...part, topic: term })} />
      )}
      {cut !== undefined && <Cut count={cut} />}
    </Section>
  );
}

type LeadOfTopic = (topic: Topic) => LeadTo | undefined;

function TopicTable({ topics, mentions, lead }: { topics: readonly Topic[]; mentions: readonly Mention[]; lead: LeadOfTopic }) {
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
          <TopicRow key={topic.term} topic={topic} example={chooseExample(topic, byId)} lead={lead(topic)} />
        ))}
      </tbody>
    </WideTable>
  );
}

interface RowProps {
  topic: Topic;
  example: Mention | undefined;
  lead: LeadTo | undefined;
}

function TopicRow({ topic: { term, now, before, z, zOthers }, example, lead }: RowProps) {
  const url = safeLink(example?.url);
  const text = example && <Stranger>{excerptAt(term, example, 110)}</Stranger>;
  return (
    <tr>
      <th scope="row">
        <Stranger>{term}</Stranger>
      </th>
      <td class="figure number">
        <Lead to={lead} name={stripControls(term)}>
          {formatNumber(now)}
        </Lead>
      </td>
      <td class="figure number">{formatNumber(before)}</td>
      <td class="figure number">{z.toFixed(1)}</td>
      <td class="figure number">{zOthers === undefined ? '' : zOthers.toFixed(1)}</td>
      <td class="small topic-example">
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
