import { useMemo } from 'preact/hooks';
import { Section, ShareBars } from '../../../components/insight-parts.tsx';
import { formatPercent, sayShare, sayShareRange } from '../../../components/insight-words.ts';
import { intentNames } from '../../../components/intent-names.ts';
import { TimeChart } from '../../../components/time-chart.tsx';
import { formatNumber, word, wordFor } from '../../../components/words.ts';
import type { Period } from '../../../core/calendar.ts';
import { type Feeling, measureFeeling, measureIntents } from '../../../core/feeling.ts';
import { splitPosts } from '../../../core/insights.ts';
import type { SentimentValue } from '../../../core/model.ts';
import { countKept, leadTo, mineOf } from './leads.ts';
import type { View } from './use-insights.ts';
import { listParts, marksOf, namePart } from './volume.tsx';

/** A share of the few posts of one day is mostly chance: past two weeks a point is a week. */
const manyDays = 14;

export function FeelingSection({ view }: { view: View }) {
  const { mine: now, ofBrands, period, days } = view;
  const feeling = useMemo(() => measureFeeling(now.posts), [now]);
  const parts = useMemo(() => listParts(period, days > manyDays), [period, days]);
  const each = useMemo(() => splitPosts(now, parts).map(measureFeeling), [now, parts]);
  const lead = (sentiment: SentimentValue) =>
    leadTo(view, countKept(now.posts.filter((post) => post.sentiment === sentiment)), { ...mineOf(view), sentiment });
  if (now.posts.length === 0) return null;
  return (
    <Section title={word('sentiment')} note={word(ofBrands ? 'sentimentNoteMine' : 'sentimentNote')}>
      {feeling.known > 0 && <FeelingChart parts={parts} each={each} />}
      <div class="card">
        <ShareBars
          caption={word('sentiment')}
          rows={[
            { name: word('positive'), share: feeling.shares.positive, count: feeling.counts.positive, lead: lead('positive') },
            {
              name: word('neutral'),
              share: feeling.shares.neutral,
              count: feeling.counts.neutral,
              texture: 'dotted',
              lead: lead('neutral'),
            },
            {
              name: word('negative'),
              share: feeling.shares.negative,
              count: feeling.counts.negative,
              texture: 'dashed',
              lead: lead('negative'),
            },
          ]}
        />
      </div>
      <p class="quiet small">
        {wordFor(now.posts.length, 'feelingUnknownOne', 'feelingUnknown', formatNumber(feeling.counts.unknown))}{' '}
        <a href="#settings/taught">{word('taught')}</a>
      </p>
    </Section>
  );
}

function FeelingChart({ parts, each }: { parts: readonly Period[]; each: readonly Feeling[] }) {
  const lineOf = (value: 'positive' | 'negative') => {
    const of = (part: 'share' | 'low' | 'high') => each.map(({ shares }) => shares[value]?.[part] ?? null);
    return { values: of('share'), low: of('low'), high: of('high') };
  };
  const said = (i: number, value: 'positive' | 'neutral' | 'negative'): string => sayShare(each[i]?.shares[value]);
  const name = (i: number): string => namePart(parts[i] ?? { from: 0, to: 0 });
  const range = (i: number, value: 'positive' | 'negative'): string => {
    const share = each[i]?.shares[value];
    return share ? sayShareRange(share) : '';
  };
  return (
    <TimeChart
      title={word('sentimentChart')}
      note={word('sentimentChartNote')}
      days={marksOf(parts)}
      series={[
        { name: word('positive'), color: 'accent', shape: 'line', ...lineOf('positive') },
        { name: word('negative'), color: 'rose', texture: 'dashed', shape: 'line', ...lineOf('negative') },
      ]}
      top={0.5}
      format={formatPercent}
      say={(i) => wordFor(each[i]?.known ?? 0, 'pointFeelingOne', 'pointFeeling', name(i), said(i, 'positive'), said(i, 'negative'))}
      head={[
        word('day'),
        word('positive'),
        word('interval'),
        word('neutral'),
        word('negative'),
        word('interval'),
        word('feelingKnown'),
        word('unknown'),
      ]}
      row={(i) => [
        name(i),
        said(i, 'positive'),
        range(i, 'positive'),
        said(i, 'neutral'),
        said(i, 'negative'),
        range(i, 'negative'),
        formatNumber(each[i]?.known ?? 0),
        formatNumber(each[i]?.counts.unknown ?? 0),
      ]}
    />
  );
}

export function IntentSection({ view }: { view: View }) {
  const { mine: now, ofBrands } = view;
  const intents = useMemo(() => measureIntents(now.posts), [now]);
  if (now.posts.length === 0) return null;
  return (
    <Section title={word('intents')} note={word(ofBrands ? 'intentsNoteMine' : 'intentsNote')}>
      {intents.some(({ count }) => count > 0) ? (
        <div class="card">
          <ShareBars
            caption={word('intents')}
            rows={intents.map(({ intent, count, share }) => ({
              name: word(intentNames[intent]),
              share,
              count,
              lead: leadTo(view, countKept(now.posts.filter(({ intents }) => intents.includes(intent))), { ...mineOf(view), intent }),
            }))}
          />
        </div>
      ) : (
        <p class="quiet">{word('intentsNone')}</p>
      )}
      <p class="small">
        <a href="#settings/wants">{word('intentsChange')}</a>
      </p>
    </Section>
  );
}
