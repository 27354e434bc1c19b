import { ChartLine } from 'lucide';
import { countDays, type DayRate, dayOf, rateOf } from '../../components/daily-rates.ts';
import { Empty } from '../../components/empty.tsx';
import { SiteMark } from '../../components/site-mark.tsx';
import { formatDay } from '../../components/time.tsx';
import { useObservable } from '../../components/use-observable.ts';
import { formatNumber, word } from '../../components/words.ts';
import { watchQuery } from '../../storage/db.ts';
import { listExposures } from '../../storage/exposures.ts';
import { listMentions } from '../../storage/mentions.ts';
import { nameSite } from './site-names.ts';

const daysShown = 14;
/** More than this in two weeks and the oldest days would be counted short: they are left out instead. */
const mostMentions = 5_000;
/** A rate from fewer posts says more about chance than about anything else. */
const fewPosts = 200;

async function readDays(): Promise<DayRate[]> {
  const from = dayOf(Date.now()) - (daysShown - 1) * 86_400_000;
  const [exposures, mentions] = await Promise.all([
    listExposures({ from, to: Number.MAX_SAFE_INTEGER }),
    listMentions({ limit: mostMentions }),
  ]);
  const oldest = mentions.length < mostMentions ? from : Math.max(from, dayOf(mentions.at(-1)?.seenAt ?? from) + 86_400_000);
  return countDays(
    exposures.filter((e) => e.hour >= oldest),
    mentions.filter((m) => !m.own && !m.promoted && m.seenAt >= oldest).map((m) => ({ site: m.site, time: m.seenAt, count: 1 })),
  );
}

export function InsightsPage() {
  const { value: days } = useObservable(() => watchQuery(readDays), []);
  if (!days) return null;
  if (days.length === 0) {
    return (
      <Empty icon={ChartLine} title={word('insightsEmptyTitle')}>
        <p>{word('insightsEmpty')}</p>
      </Empty>
    );
  }
  return (
    <div class="stack">
      <p class="quiet prose">{word('insightsIntro', daysShown)}</p>
      <Totals days={days} />
      <DayTable days={days} />
    </div>
  );
}

function Totals({ days }: { days: readonly DayRate[] }) {
  const counted = days.filter((d) => d.posts !== undefined);
  const posts = counted.reduce((sum, d) => sum + (d.posts ?? 0), 0);
  const mentions = days.reduce((sum, d) => sum + d.mentions, 0);
  const rate = rateOf({ posts, mentions: counted.reduce((sum, d) => sum + d.mentions, 0) });
  const figures: [string, string][] = [
    [word('postsRead'), formatNumber(posts)],
    [word('mentions'), formatNumber(mentions)],
    [word('perThousand'), rate === undefined ? word('unknown') : formatRate(rate)],
  ];
  return (
    <dl class="totals">
      {figures.map(([name, figure]) => (
        <div class="card pad" key={name}>
          <dt class="quiet">{name}</dt>
          <dd class="number">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function DayTable({ days }: { days: readonly DayRate[] }) {
  return (
    <div class="card scroll">
      <table>
        <caption class="unseen">{word('insightsTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('day')}</th>
            <th scope="col">{word('site')}</th>
            <th scope="col" class="figure">
              {word('postsRead')}
            </th>
            <th scope="col" class="figure">
              {word('mentions')}
            </th>
            <th scope="col" class="figure">
              {word('perThousand')}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map((row) => (
            <DayRow key={`${row.day} ${row.site}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DayRow({ row }: { row: DayRate }) {
  const rate = rateOf(row);
  return (
    <tr>
      <th scope="row">{formatDay(row.day)}</th>
      <td>
        <span class="row">
          <SiteMark site={row.site} name={nameSite(row.site)} />
          {nameSite(row.site)}
        </span>
      </td>
      <td class="figure number">{row.posts === undefined ? <Unknown /> : formatNumber(row.posts)}</td>
      <td class="figure number">{formatNumber(row.mentions)}</td>
      <td class="figure number">
        {rate === undefined ? <Unknown /> : formatRate(rate)}
        {rate !== undefined && (
          <span class="quiet small"> {word((row.posts ?? 0) < fewPosts ? 'nFew' : 'n', formatNumber(row.posts ?? 0))}</span>
        )}
      </td>
    </tr>
  );
}

function Unknown() {
  return <span class="quiet">{word('unknown')}</span>;
}

function formatRate(rate: number): string {
  return rate.toLocaleString('en', { maximumFractionDigits: rate < 10 ? 1 : 0 });
}
