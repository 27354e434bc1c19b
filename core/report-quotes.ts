/** Which posts speak for a period: short enough to be read, about the person's own brand, by different people, pleased and unhappy ones. */
import type { CountedMention, MeasureRows, Period } from './measures.ts';
import type { Mention } from './model.ts';

const most = 60;

/** The ids of those that may be quoted, the likeliest first: their words are not read for this. */
export function listQuotable({ mentions, kinds }: Pick<MeasureRows, 'mentions' | 'kinds'>, { from, to }: Period): string[] {
  const score = ({ keywordIds, sentiment, intents, tags, answeredAt }: CountedMention): number =>
    (keywordIds.some((id) => kinds.get(id) === 'brand') ? 3 : 0) +
    (sentiment === 'positive' || sentiment === 'negative' ? 2 : 0) +
    (intents.length > 0 ? 1 : 0) +
    (tags.length > 0 ? 1 : 0) +
    (answeredAt === undefined ? 0 : 1);
  return (
    mentions
      .filter(({ seenAt, status }) => seenAt >= from && seenAt < to && status !== 'ignored')
      .map((mention, place) => ({ id: mention.id, score: score(mention), at: mention.seenAt, place }))
      // Of one moment the later one stands later.
      .sort((a, b) => b.score - a.score || b.at - a.at || b.place - a.place)
      .slice(0, most)
      .map(({ id }) => id)
  );
}

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
