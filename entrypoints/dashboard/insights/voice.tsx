import { useMemo } from 'preact/hooks';
import { formatShortDay } from '../../../components/date-words.ts';
import { Section, ShareBars, Unknown, WideTable } from '../../../components/insight-parts.tsx';
import { formatTimes, sayRatio, sayShare, sayShareRange } from '../../../components/insight-words.ts';
import { Lead, type LeadTo } from '../../../components/lead.tsx';
import { formatNumber, word, wordFor } from '../../../components/words.ts';
import { hoursOf } from '../../../core/calendar.ts';
import type { InboxFilter } from '../../../core/inbox-filter.ts';
import type { HeardPost } from '../../../core/insights.ts';
import { listenedSince } from '../../../core/listened.ts';
import type { Keyword } from '../../../core/model.ts';
import type { Ratio } from '../../../core/rate-ratio.ts';
import { compareRivals, measureShareOfVoice, type Rival } from '../../../core/share-of-voice.ts';
import type { Share } from '../../../core/statistics.ts';
import { knownVoice } from './known.ts';
import { countKept, leadTo } from './leads.ts';
import { leadToBrands } from './overview.tsx';
import type { View } from './use-insights.ts';
import { RateText } from './volume.tsx';

export function VoiceSection({ view }: { view: View }) {
  const { all, allBefore, keywords } = view;
  const known = useMemo(() => knownVoice(view), [view]);
  const voice = useMemo(() => measureShareOfVoice(known.now, keywords), [known, keywords]);
  const rivals = useMemo(() => compareRivals(all, allBefore, keywords, known.now), [all, allBefore, keywords, known]);
  const has = (kind: Keyword['kind']) => keywords.some((keyword) => keyword.kind === kind);
  if (!has('brand') || !has('competitor'))
    return (
      <Section title={word('shareOfVoice')}>
        <p class="quiet prose">{word(has('brand') ? 'voiceNoCompetitor' : 'voiceNoBrand')}</p>
        <p>
          <a class="button" href="#keywords">
            {word('keywords')}
          </a>
        </p>
      </Section>
    );
  const note = view.filter.keywordIds ? `${word('voiceNote')} ${word('voiceOfAll')}.` : word('voiceNote');
  return (
    <Section title={word('shareOfVoice')} note={note}>
      <div class="card">
        <ShareBars
          caption={word('shareOfVoice')}
          rows={[
            { name: word('voiceNamed'), hint: word('voiceNamedHint'), share: voice.ofNamed, count: voice.mine, lead: leadToBrands(view) },
            { name: word('voiceEven'), hint: word('voiceEvenHint'), share: voice.even, isEstimate: true, texture: 'dashed' },
            {
              name: word('voiceAll'),
              hint: word('voiceAllHint'),
              share: voice.ofAll,
              count: voice.mine,
              texture: 'dotted',
              lead: leadToBrands(view),
            },
          ]}
        />
      </div>
      {known.since !== undefined && <p class="quiet small">{word('countedSince', formatShortDay(known.since, view.calendar))}</p>}
      <p class="quiet small">{wordFor(voice.both, 'voiceBothOne', 'voiceBothMany')}</p>
      <HeadToHead rivals={rivals} view={view} />
      <RivalsNote rivals={rivals} />
    </Section>
  );
}

const columns = ['mentions', 'share', 'perThousandShort', 'positiveShare', 'negativeShare', 'asksAndComplaints'] as const;

function HeadToHead({ rivals, view }: { rivals: readonly Rival[]; view: View }) {
  return (
    <WideTable name={word('headToHead')} class="rivals">
      <thead>
        <tr>
          <th scope="col">{word('keyword')}</th>
          {columns.map((key) => (
            <th key={key} scope="col" class="figure">
              {word(key)}
            </th>
          ))}
          <th scope="col">{wordFor(view.days, 'changeFromOne', 'changeFrom')}</th>
        </tr>
      </thead>
      <tbody>
        {rivals.map((rival) => (
          <RivalRow key={rival.keywordId} rival={rival} view={view} />
        ))}
      </tbody>
    </WideTable>
  );
}

/** Of what the shares are taken: not of what the share of voice above is. */
function RivalsNote({ rivals }: { rivals: readonly Rival[] }) {
  const n = rivals.find(({ share }) => share)?.share?.n;
  return n === undefined ? null : <p class="quiet small">{word('rivalsNote', formatNumber(n))}</p>;
}

function RivalRow({ rival, view }: { rival: Rival; view: View }) {
  const { keywords, days, all } = view;
  const { keywordId } = rival;
  const keyword = keywords.find(({ id }) => id === keywordId);
  const name = keyword?.name ?? keywordId;
  const posts = all.posts.filter((post) => post.keywordIds.includes(keywordId));
  const lead = (part: Pick<InboxFilter, 'sentiment' | 'intent'>) =>
    leadTo(view, countKept(posts.filter((post) => isOf(post, part))), { keywordId, ...part });
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        {keyword && <span class="quiet small note">{word(keyword.kind === 'brand' ? 'mine' : 'competitor')}</span>}
      </th>
      <td class="figure number">
        <Lead to={lead({})} name={name}>
          {formatNumber(rival.mentions)}
        </Lead>
      </td>
      <td class="figure number">
        <ShareText share={rival.share} />
      </td>
      <td class="figure number">
        <RateText rate={rival.rate} />
      </td>
      <td class="figure number">
        <ShareText share={rival.positive} name={`${name}, ${word('positiveShare')}`} lead={lead({ sentiment: 'positive' })} />
      </td>
      <td class="figure number">
        <ShareText share={rival.negative} name={`${name}, ${word('negativeShare')}`} lead={lead({ sentiment: 'negative' })} />
      </td>
      <td class="figure number">
        <Lead to={lead({ intent: 'question' })} name={`${name}, ${word('wantsQuestion')}`}>
          {formatNumber(rival.questions)}
        </Lead>{' '}
        /{' '}
        <Lead to={lead({ intent: 'complaint' })} name={`${name}, ${word('wantsComplaint')}`}>
          {formatNumber(rival.complaints)}
        </Lead>
      </td>
      <td class="number small" title={rival.change ? sayRatio(rival.change, days) : sayUnchanged(view, keyword)}>
        {rival.change ? <Change ratio={rival.change} /> : <Unknown />}
        {!rival.change && isUnheard(view, keyword) && <span class="quiet note">{sayUnchanged(view, keyword)}</span>}
      </td>
    </tr>
  );
}

const firstOf = ({ period, calendar }: View): number => hoursOf(period, calendar).from;

/** In the time before. */
const isUnheard = (view: View, keyword: Keyword | undefined): boolean =>
  keyword !== undefined && (keyword.paused || listenedSince(keyword) >= firstOf(view));

function sayUnchanged(view: View, keyword: Keyword | undefined): string {
  if (!keyword || !isUnheard(view, keyword)) return sayRatio(undefined, view.days);
  return keyword.paused ? word('paused') : word('listenedSince', formatShortDay(listenedSince(keyword), view.calendar));
}

const isOf = (post: HeardPost, { sentiment, intent }: Pick<InboxFilter, 'sentiment' | 'intent'>): boolean =>
  (sentiment === undefined || post.sentiment === sentiment) && (intent === undefined || post.intents.includes(intent));

function ShareText({ share, name = '', lead }: { share: Share | undefined; name?: string; lead?: LeadTo | undefined }) {
  if (!share) return <Unknown />;
  return (
    <span class="rate" title={word('nAll', formatNumber(share.n))}>
      <Lead to={lead} name={name}>
        {sayShare(share)}
      </Lead>
      <span class="quiet range">{sayShareRange(share)}</span>
    </span>
  );
}

/** How many times what it was; in bold where that is more than chance. */
function Change({ ratio }: { ratio: Ratio }) {
  const times = `× ${formatTimes(ratio.times)}`;
  return (
    <span class="rate">
      {ratio.differs ? <strong>{times}</strong> : times}
      <span class="quiet range">{word('rangeOf', formatTimes(ratio.low), formatTimes(ratio.high))}</span>
    </span>
  );
}
