/** Whose name is heard how often: mine beside those of competitors. A post that names both counts for both, and is told apart. */
import { createReadBook, dayOfRead, type Gathered, measureVolume, narrow, type Volume } from './insights.ts';
import type { Keyword, SentimentValue } from './model.ts';
import { compareRates, evenShare, type Ratio, type Share, shareOf } from './statistics.ts';

export interface ShareOfVoice {
  readonly mine: number;
  readonly theirs: number;
  /** Posts that name both; they are in `mine` and in `theirs`. */
  readonly both: number;
  /** Posts that mention anything that is listened for. */
  readonly all: number;
  /** mine ÷ (mine + theirs) */
  readonly ofNamed: Share | undefined;
  /** mine ÷ all */
  readonly ofAll: Share | undefined;
  /** mine ÷ (mine + theirs), as it would be had every site been read as much. */
  readonly even: Share | undefined;
}

export type KeywordFacts = Pick<Keyword, 'id' | 'kind'>;

const idsOf = (keywords: readonly KeywordFacts[], kind: Keyword['kind']): Set<string> =>
  new Set(keywords.filter((one) => one.kind === kind).map(({ id }) => id));

/**
 * `gathered` of all keywords. Mine are the keywords of kind `brand`, theirs those of kind `competitor`. Only posts whose keywords are told are
 * counted: of older ones it is not known which name both.
 */
export function measureShareOfVoice(gathered: Gathered, keywords: readonly KeywordFacts[]): ShareOfVoice {
  const [brands, competitors] = [idsOf(keywords, 'brand'), idsOf(keywords, 'competitor')];
  const names = (ids: readonly string[], some: ReadonlySet<string>): boolean => ids.some((id) => some.has(id));
  const sites = new Map<string, { part: number; whole: number; exposure: number }>();
  const at = (site: string) => {
    const row = sites.get(site) ?? { part: 0, whole: 0, exposure: 0 };
    sites.set(site, row);
    return row;
  };
  const isRead = createReadBook(gathered.read, dayOfRead);
  for (const { site, posts } of gathered.read) at(site).exposure += posts;
  let [mine, theirs, both] = [0, 0, 0];
  for (const { site, day, keywordIds } of gathered.posts) {
    const [ours, others] = [names(keywordIds, brands), names(keywordIds, competitors)];
    mine += Number(ours);
    theirs += Number(others);
    both += Number(ours && others);
    if (!isRead(site, day)) continue;
    const row = at(site);
    row.part += Number(ours);
    row.whole += Number(ours) + Number(others);
  }
  const all = gathered.posts.length;
  return {
    mine,
    theirs,
    both,
    all,
    ofNamed: shareOf(mine, mine + theirs),
    ofAll: shareOf(mine, all),
    even: evenShare([...sites.values()]),
  };
}

export interface Rival extends Volume {
  readonly keywordId: string;
  /** Of all times a brand or a competitor was named. */
  readonly share: Share | undefined;
  /** Of the posts whose feeling is known. */
  readonly positive: Share | undefined;
  readonly negative: Share | undefined;
  readonly questions: number;
  readonly complaints: number;
  /** Against the period before: how many times the rate is of what it was. */
  readonly change: Ratio | undefined;
}

const countOf = ({ posts }: Gathered, value: SentimentValue): number =>
  posts.reduce((sum, { sentiment }) => sum + Number(sentiment === value), 0);

/** A row for each brand and each competitor, the one most heard of first. */
export function compareRivals(gathered: Gathered, before: Gathered, keywords: readonly KeywordFacts[]): Rival[] {
  const named = keywords.filter(({ kind }) => kind === 'brand' || kind === 'competitor');
  const parts = named.map(({ id }) => ({ id, now: narrow(gathered, { keywordIds: [id] }), old: narrow(before, { keywordIds: [id] }) }));
  const volumes = parts.map(({ now }) => measureVolume(now));
  const times = volumes.reduce((sum, { mentions }) => sum + mentions, 0);
  return parts
    .map(({ id, now, old }, i): Rival => {
      const volume = volumes[i] ?? measureVolume(now);
      const past = measureVolume(old);
      const [positive, neutral, negative] = (['positive', 'neutral', 'negative'] as const).map((value) => countOf(now, value));
      const known = (positive ?? 0) + (neutral ?? 0) + (negative ?? 0);
      return {
        ...volume,
        keywordId: id,
        share: shareOf(volume.mentions, times),
        positive: shareOf(positive ?? 0, known),
        negative: shareOf(negative ?? 0, known),
        questions: now.posts.filter(({ intents }) => intents.includes('question')).length,
        complaints: now.posts.filter(({ intents }) => intents.includes('complaint')).length,
        change: compareRates({ count: volume.amongRead, of: volume.posts ?? 0 }, { count: past.amongRead, of: past.posts ?? 0 }),
      };
    })
    .sort((a, b) => b.mentions - a.mentions || (a.keywordId < b.keywordId ? -1 : 1));
}
