import { useMemo } from 'preact/hooks';
import { formatShortDay } from '../../../components/date-words.ts';
import { type Tile, Tiles } from '../../../components/insight-parts.tsx';
import {
  sayDifference,
  sayLikeForLike,
  sayMentions,
  sayRate,
  sayRateRange,
  sayShare,
  sayShareRange,
} from '../../../components/insight-words.ts';
import type { LeadTo } from '../../../components/lead.tsx';
import { formatSpan } from '../../../components/measure-words.ts';
import { sayVoiceGap } from '../../../components/unheard-words.ts';
import { formatNumber, word, wordFor } from '../../../components/words.ts';
import { hoursOf } from '../../../core/calendar.ts';
import { measureFeeling } from '../../../core/feeling.ts';
import { compareHeard } from '../../../core/insight-sites.ts';
import { measureVolume } from '../../../core/insights.ts';
import { listMine } from '../../../core/mine.ts';
import type { Response } from '../../../core/response.ts';
import { measureShareOfVoice } from '../../../core/share-of-voice.ts';
import { compareShares } from '../../../core/statistics.ts';
import { compareVolume, couldBeHeardBefore, knownVoice, knownVolume, sayPair, volumeSince } from './known.ts';
import { countKept, leadTo, leadToAnswers, mineOf, ofKeywords } from './leads.ts';
import type { Details, View } from './use-insights.ts';

function tilesOfVolume(view: View): Tile[] {
  const { now, before, days } = view;
  const [volume, past] = [measureVolume(now), measureVolume(before)];
  const { rate } = measureVolume(knownVolume(view));
  const compared = compareVolume(view);
  const [is, was] = [measureVolume(compared.now), measureVolume(compared.before)];
  const daysRead = new Set(now.read.map(({ day }) => day)).size;
  return [
    {
      name: word('mentions'),
      figure: volume.mentions === 0 && volumeSince(view) === undefined ? word('unknown') : sayMentions(volume),
      notes: [wordFor(days, 'daysBeforeOne', 'daysBefore', couldBeHeardBefore(view) ? sayMentions(past) : word('unknown'))],
      lead: leadTo(view, countKept(now.posts)),
    },
    {
      name: word('postsRead'),
      figure: volume.posts === undefined ? word('unknown') : formatNumber(volume.posts),
      notes: [
        wordFor(days, 'coverageDaysReadOne', 'coverageDaysRead', formatNumber(daysRead)),
        wordFor(days, 'daysBeforeOne', 'daysBefore', past.posts === undefined ? word('unknown') : formatNumber(past.posts)),
      ],
    },
    {
      name: word('perThousand'),
      figure: sayRate(rate),
      notes: [
        rate ? word('surely', sayRateRange(rate)) : word('rateUnknown'),
        saySince(view, volumeSince(view), 'rateSince'),
        ...sayPair(
          sayLikeForLike({ like: compareHeard(compared.now, compared.before), now: is.rate, before: was.rate }, days),
          compared,
          view,
        ),
      ],
    },
  ];
}

function tilesOfVoice(view: View): Tile[] {
  const { keywords, mine, mineBefore, ofBrands, days } = view;
  const { gap, late, since, compared, ...known } = knownVoice(view);
  const [voice, is, was] = [known.now, compared.now, compared.before].map((part) => measureShareOfVoice(part, keywords).ofNamed);
  const [feeling, past] = [measureFeeling(mine.posts), measureFeeling(mineBefore.posts)];
  const { negative } = feeling.shares;
  const voiceOfAll = view.filter.keywordIds ? word('voiceOfAll') : '';
  return [
    {
      name: word('shareOfVoice'),
      figure: sayShare(voice),
      notes: voice
        ? [
            word('surelyOf', sayShareRange(voice), formatNumber(voice.n)),
            saySince(view, since, 'countedSince'),
            ...sayPair([sayDifference(compareShares(is, was), days)], compared, view),
            voiceOfAll,
          ]
        : [sayVoiceGap(gap) || sayPair([word('voiceNobody')], { ...compared, without: late, isKnown: false }, view)[0] || '', voiceOfAll],
      lead: leadToBrands(view),
    },
    {
      name: word(ofBrands ? 'negativeShareMine' : 'negativeShare'),
      figure: sayShare(negative),
      notes: negative
        ? [
            word('surelyOf', sayShareRange(negative), formatNumber(feeling.known)),
            sayDifference(compareShares(negative, past.shares.negative), days),
          ]
        : [word('feelingNone')],
      lead: leadTo(view, countKept(mine.posts.filter(({ sentiment }) => sentiment === 'negative')), {
        ...mineOf(view),
        sentiment: 'negative',
      }),
    },
  ];
}

function sayMedian({ sinceSeen, byClock }: Response): string[] {
  if (!sinceSeen) return [];
  const n = formatNumber(sinceSeen.n);
  // Who answers in the evening took no working time, which says little.
  if (sinceSeen.median === 0 && byClock) return [word('medianNoTime', n), word('byClock', formatSpan(byClock.median))];
  return [word('medianOf', formatSpan(sinceSeen.median), n)];
}

/** Where it is later than the first day. */
function saySince(view: View, since: number | undefined, key: 'rateSince' | 'countedSince'): string {
  const { from, to } = hoursOf(view.period, view.calendar);
  return since !== undefined && since > from && since < to ? word(key, formatShortDay(since, view.calendar)) : '';
}

/** Posts that name a brand, whatever keyword is chosen: those that share of voice counts as the person's. */
export function leadToBrands(view: View): LeadTo | undefined {
  const brands = listMine(view.keywords) ?? [];
  const { now, since } = knownVoice(view);
  const posts = now.posts.filter(({ keywordIds }) => keywordIds.some((id) => brands.includes(id)));
  return leadTo(view, countKept(posts), { ...ofKeywords(brands), ...(since === undefined ? {} : { since }) });
}

interface Answering {
  view: View;
  details: Details | undefined;
  response: Response | undefined;
}

function tileOfResponse({ view, details, response }: Answering): Tile {
  const name = word(view.ofBrands ? 'answeredMine' : 'answered');
  if (!response || !details) return { name, figure: '…', notes: [] };
  const { answeredShare } = response;
  return {
    name,
    figure: sayShare(answeredShare),
    notes: [
      answeredShare ? word('surelyOf', sayShareRange(answeredShare), formatNumber(answeredShare.n)) : word('responseNothing'),
      ...sayMedian(response),
    ],
    lead: leadToAnswers(view, details, response.answered, { answer: 'answered' }),
  };
}

/** The figures one looks for first, each with its interval and the days before. */
export function Overview(answering: Answering) {
  const { view } = answering;
  const counted = useMemo(() => [...tilesOfVolume(view), ...tilesOfVoice(view)], [view]);
  return <Tiles tiles={[...counted, tileOfResponse(answering)]} />;
}
