/** The report's rates, differences and what is behind them, held against those that the browser's tests count anew from the rows. */
import { expect, test, vi } from 'vitest';
import { comparedWith, listStretches, periodOf } from '../../../components/report-times.ts';
import { makePage } from '../../../components/report-words.ts';
import { calendarOf } from '../../../core/calendar.ts';
import type { CountedMention } from '../../../core/measures.ts';
import type { IntentKind, SentimentValue } from '../../../core/model.ts';
import { makeReport } from '../../../core/report.ts';
import { nameSite } from '../../../entrypoints/dashboard/site-names.ts';
import { createRandom } from '../../bench/fill-insights.ts';
import { createClock, day, hour } from '../../e2e/recount/clock.ts';
import { spanAt } from '../../e2e/recount/months.ts';
import { expectReport, reportOf } from '../../e2e/recount/report.ts';
import type { Mention, Read, Rows } from '../../e2e/recount/rows.ts';
import { makeRows } from '../core/measuring.ts';

vi.mock('wxt/browser', async () => ({ browser: { i18n: { getMessage: (await import('./english.ts')).getMessage } } }));

const now = Date.UTC(2026, 10, 20, 12, 30);
const keywords = [
  { id: 'us', name: 'Tidewater', kind: 'brand' },
  { id: 'them', name: 'Brackish', kind: 'competitor' },
  { id: 'other', name: 'Foxglove', kind: 'competitor' },
  { id: 'topic', name: 'Storage', kind: 'topic' },
].map((keyword) => ({ ...keyword, createdAt: 1, paused: false }));
const sites = ['x', 'reddit', 'linkedin', 'youtube'];
const feelings = ['positive', 'neutral', 'negative', 'unknown'];
const intents = ['question', 'complaint', 'praise'];

/** In two months: how much is read on each site, and how much is said there of each, is another thing in each of them. */
function invent(seed: number): { mentions: Mention[]; exposures: Read[]; coverage: Read[] } {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const reading = [0, 1].map(() => sites.map(() => (random() < 0.15 ? 0 : random() ** 3 * 200)));
  const talk = [0, 1].map((month) => sites.map(() => random() ** 2 * (month === 1 && seed % 2 ? 0.06 : 0.03)));
  const [mentions, exposures, coverage]: [Mention[], Read[], Read[]] = [[], [], []];
  for (let date = Date.UTC(2026, 9, 1); date < now; date += day / 3) {
    const month = date < Date.UTC(2026, 10, 1) ? 0 : 1;
    for (const [i, site] of sites.entries()) {
      const posts = Math.round((reading[month]?.[i] ?? 0) * random());
      if (posts === 0) continue;
      exposures.push({ site, hour: date, posts });
      const place = site === 'reddit' ? { community: pick(['r/notes', 'r/Notes', 'r/devops']) } : {};
      if (place.community && seed % 3 > 0) coverage.push({ site, ...place, hour: date, posts: Math.ceil(posts * random()) });
      for (let n = 0; n < posts; n++)
        if (random() < (talk[month]?.[i] ?? 0))
          mentions.push({
            id: `${site}:${mentions.length}`,
            site,
            kind: 'post',
            ...place,
            author: {},
            text: '',
            seenAt: date + n,
            keywordIds: random() < 0.1 ? ['us', 'them'] : [pick(keywords).id],
            status: 'new',
            sentiment: { value: pick(feelings) },
            intents: random() < 0.4 ? [pick(intents)] : [],
          });
    }
  }
  return { mentions, exposures, coverage };
}

const toCounted = ({ site, community, keywordIds, seenAt, intents: own = [], sentiment }: Mention, i: number): CountedMention => ({
  post: i,
  site,
  community,
  keywordIds,
  seenAt,
  status: 'new',
  tags: [],
  intents: own as IntentKind[],
  sentiment: sentiment?.value as SentimentValue,
});

test.each(Array.from({ length: 24 }, (_, i) => i + 1))('what was read elsewhere is told apart from what is said: %i', (seed) => {
  const { mentions, exposures, coverage } = invent(seed);
  const clock = createClock('UTC');
  const empty = { answers: [], people: [], tallies: [], turningPoints: [], settings: [] };
  const told = {
    measuring: {},
    clock,
    ownClock: clock,
    answeredAt: new Map<string, number>(),
    howLong: (from: number, to: number) => to - from,
  };
  const kept: Rows = { mentions, exposures, coverage, keywords, ...empty, others: mentions, counted: mentions, ...told };
  const calendar = calendarOf('UTC');
  const rows = makeRows({
    mentions: mentions.map(toCounted),
    exposures,
    communities: coverage.map(({ community = '', ...read }) => ({ ...read, community })),
    kinds: new Map(keywords.map(({ id, kind }) => [id, kind as 'brand' | 'competitor' | 'topic'])),
    open: mentions.length,
    dayOf: calendar.dayOf,
  });
  for (const [span, name] of [
    ['month', 'Month'],
    ['week', 'Week'],
  ] as const) {
    const period = periodOf(span, now, calendar);
    const stretches = listStretches(period, calendar);
    const facts = makeReport({ period, before: comparedWith(period, now, calendar), stretches, rows, goals: [], now });
    const page = makePage({ facts, names: { brand: '', keywords, nameSite, calendar }, texts: {}, quotes: [] });
    const wanted = expectReport(reportOf(kept, spanAt(name, clock, now), [], now));
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
    const figures = page.parts.flatMap((part) => (part.kind === 'figures' ? [part.table.rows.map((row) => row.map(plain))] : []));
    expect(figures[0]).toEqual(wanted.tables['The numbers']?.slice(1).map((row) => row.map(plain)));
    for (const text of page.parts.flatMap((part) => (part.kind === 'text' ? [plain(part.text)] : [])))
      if (/\d/.test(text)) expect(wanted.rest.map(plain)).toContain(text);
  }
});
