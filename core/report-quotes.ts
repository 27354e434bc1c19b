/** Which posts speak for a period: short enough to be read, about the person's own brand, by different people, pleased and unhappy ones. */
import { type CountedMention, listIn, type MeasureRows, type Period } from './measures.ts';
import type { Mention } from './model.ts';

const most = 60;

/** One that may be quoted, as tallies know it. */
export interface Quotable extends Pick<CountedMention, 'site' | 'post' | 'seenAt'> {
  readonly score: number;
}

type Rank = Pick<Quotable, 'score' | 'seenAt'>;

const byRank = (a: Rank, b: Rank): number => b.score - a.score || b.seenAt - a.seenAt;

/** Those that may be quoted, the likeliest first, and whatever is as likely as the last of them: their words are not read for this. */
export function listQuotable({ mentions, kinds }: Pick<MeasureRows, 'mentions' | 'kinds'>, period: Period): Quotable[] {
  const score = ({ keywordIds, sentiment, intents, tags, answeredAt }: CountedMention): number =>
    (keywordIds.some((id) => kinds.get(id) === 'brand') ? 3 : 0) +
    (sentiment === 'positive' || sentiment === 'negative' ? 2 : 0) +
    (intents.length > 0 ? 1 : 0) +
    (tags.length > 0 ? 1 : 0) +
    (answeredAt === undefined ? 0 : 1);
  const ranked = listIn(mentions, period)
    .filter(({ status }) => status !== 'ignored')
    .map((mention): Quotable => ({ site: mention.site, post: mention.post, seenAt: mention.seenAt, score: score(mention) }))
    .sort(byRank);
  const last = ranked[most - 1];
  return last ? ranked.filter((one, place) => place < most || byRank(one, last) === 0) : ranked;
}

/** Once it is known which mentions they are. Those of one moment stand in the order of their ids, backwards. */
export const cutQuotable = (found: readonly (Rank & { readonly id: string })[]): string[] =>
  [...found]
    .sort((a, b) => byRank(a, b) || (a.id < b.id ? 1 : -1))
    .slice(0, most)
    .map(({ id }) => id);

const shortest = 40;
const longest = 320;

const feelingOf = ({ sentiment }: Mention): string => sentiment?.value ?? 'unknown';

/** Of the quotable, in their order: at most `count`, each person and each text once, and no feeling more than its half. */
export function chooseQuotes(quotable: readonly Mention[], count = 4): Mention[] {
  const chosen: Mention[] = [];
  const seen = new Set<string>();
  const readable = quotable.filter(({ text }) => text.length >= shortest && text.length <= longest);
  for (const mention of readable) {
    const marks = [`by ${mention.site}:${mention.author.handle ?? mention.author.name ?? mention.id}`, `text ${mention.text}`];
    const alike = chosen.filter((one) => feelingOf(one) === feelingOf(mention)).length;
    if (chosen.length >= count || alike >= Math.ceil(count / 2) || marks.some((mark) => seen.has(mark))) continue;
    chosen.push(mention);
    for (const mark of marks) seen.add(mark);
  }
  return chosen;
}
