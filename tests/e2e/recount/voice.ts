import { type Chosen, daysRead, type Heard } from './choose.ts';
import { beginOfHour, type Clock } from './clock.ts';
import { dayHeard, feelingOf, type Keyword, type Mention } from './rows.ts';
import * as say from './say.ts';
import { differenceOf, evenShareOf, type Place, type Share, shareOf, sum } from './statistics.ts';
import { likenHeard, volumeOf } from './volume.ts';

const naming = ({ keywords }: Chosen, kind: string) => {
  const ids = keywords.filter((one) => one.kind === kind).map(({ id }) => id);
  return ({ keywordIds }: Mention): boolean => keywordIds.some((id) => ids.includes(id));
};

/** From the hour on in which the last of brands and competitors was added, of those that were by the end of the time. */
function voicesSince({ keywords, clock, to }: Pick<Chosen, 'keywords' | 'clock' | 'to'>): number {
  const added = keywords
    .filter(({ kind }) => kind === 'brand' || kind === 'competitor')
    .map(({ createdAt }) => beginOfHour(createdAt))
    .filter((at) => clock.dayOf(at) <= to);
  return Math.max(...added);
}

export const heardSince = (heard: Heard, from: number, clock: Clock): Heard => ({
  posts: heard.posts.filter(({ seenAt }) => beginOfHour(seenAt) >= from),
  bare: heard.bare.filter((one) => one.day >= clock.dayOf(from)),
  read: heard.read.filter((one) => one.hour >= from),
  readIn: heard.readIn.filter((one) => one.hour >= from),
});

function countNamed(chosen: Chosen, { posts }: Heard) {
  const mine = posts.filter(naming(chosen, 'brand'));
  const theirs = posts.filter(naming(chosen, 'competitor'));
  return { mine: mine.length, named: mine.length + theirs.length, both: mine.filter((one) => theirs.includes(one)).length };
}

export function sayDifference(now: Share, before: Share | undefined, days: number): string {
  return say.differenceSaid(before && differenceOf(now.share, now, before.share, before), days);
}

/** Where that is later than the first day. */
export function sinceSaid(chosen: Chosen): string[] {
  const at = chosen.clock.dayOf(voicesSince(chosen));
  return at > chosen.from ? [`Counted since ${say.shortDate(at)}, when the last of them was added`] : [];
}

/** Nothing, where not all were heard in the time before. */
function comparedSaid(chosen: Chosen, share: Share, before: Share | undefined): string[] {
  const since = voicesSince(chosen);
  const { clock, keywords, from, choice } = chosen;
  if (clock.dayOf(since) < from) return [sayDifference(share, before, choice.days)];
  const last = keywords.find(({ kind, createdAt }) => ['brand', 'competitor'].includes(kind) && beginOfHour(createdAt) === since);
  return [`Nothing to compare with: ${last?.name} (listened for since ${say.shortDate(clock.dayOf(since))})`];
}

export function voiceTile(chosen: Chosen): string[] {
  const since = voicesSince(chosen);
  const [is, was] = [chosen.all, chosen.allBefore].map((heard) => countNamed(chosen, heardSince(heard, since, chosen.clock)));
  if (!is || !was) return [];
  const [share, before] = [shareOf(is.mine, is.named), shareOf(was.mine, was.named)];
  const ofAll = chosen.choice.keyword ? ['Of all brands and competitors, not of the chosen keyword alone'] : [];
  if (!share) return ['Share of voice', 'Unknown', 'No brand and no competitor was named', ...ofAll];
  const range = `95 % sure: ${say.percentRange(share)}, of ${say.number(is.named)}`;
  return ['Share of voice', say.percent(share.share), range, ...sinceSaid(chosen), ...comparedSaid(chosen, share, before), ...ofAll];
}

/** Each site by its mentions per post read. */
function listPlaces(chosen: Chosen): Place[] {
  const { clock } = chosen;
  const all = heardSince(chosen.all, voicesSince(chosen), clock);
  const [isMine, isTheirs, isRead] = [naming(chosen, 'brand'), naming(chosen, 'competitor'), daysRead(all.read, clock)];
  return [...new Set(all.read.map(({ site }) => site))].map((site) => {
    const posts = all.posts.filter((one) => one.site === site && isRead(site, dayHeard(one, clock)));
    const part = posts.filter(isMine).length;
    const scanned = sum(all.read.filter((one) => one.site === site).map((one) => one.posts));
    return { part, whole: part + posts.filter(isTheirs).length, posts: scanned };
  });
}

export const barRow = (name: string, share: Share | undefined, count = share && Math.round(share.share * share.n)): string[] =>
  share
    ? [name, say.percent(share.share), `${say.percentRange(share)} · ${say.number(count ?? 0)} of ${say.number(share.n)}`]
    : [name, 'Unknown', ''];

/** No number of mentions is that share of all. */
const estimatedRow = (name: string, share: Share | undefined): string[] =>
  share ? [name, say.percent(share.share), `${say.percentRange(share)} · estimated from ${say.number(share.n)}`] : [name, 'Unknown', ''];

export const barHead = (name: string): string[] => [name, 'Share', '95 % sure, and counted of'];

export function voiceBars(chosen: Chosen): { table: string[][]; both: number } {
  const all = heardSince(chosen.all, voicesSince(chosen), chosen.clock);
  const { mine, named, both } = countNamed(chosen, all);
  const even = evenShareOf(listPlaces(chosen));
  const table = [
    barHead('Share of voice'),
    barRow('Of all brands named | You ÷ (you + competitors)', shareOf(mine, named), mine),
    estimatedRow('Had every site been read alike | Each site by its mentions per 1,000 posts', even),
    barRow('Of all that was heard | You ÷ every post with any keyword', shareOf(mine, all.posts.length), mine),
  ];
  return { table, both };
}

const ofKeyword = (heard: Heard, id: string): Heard => ({
  ...heard,
  posts: heard.posts.filter(({ keywordIds }) => keywordIds.includes(id)),
  bare: heard.bare.filter(({ keywordId }) => keywordId === id),
});

const cell = (share: Share | undefined): string =>
  share ? `${say.percent(share.share)} | ${say.percentRange(share)} [of ${say.number(share.n)}]` : 'Unknown';

function rivalRow(chosen: Chosen, { id, name, kind, createdAt, paused }: Keyword, named: number): string[] {
  const { all, allBefore, clock, choice } = chosen;
  const heard = ofKeyword(all, id);
  const added = beginOfHour(createdAt);
  const [is, was] = [heardSince(heard, added, clock), heardSince(ofKeyword(allBefore, id), added, clock)];
  const { rate } = volumeOf(is, clock);
  const voiced = heardSince(heard, voicesSince(chosen), clock).posts.length;
  const isNew = clock.dayOf(added) >= chosen.from;
  const count = (test: (one: Mention) => boolean) => heard.posts.filter(test).length;
  const felt = count((one) => feelingOf(one) !== 'unknown');
  const wants = (intent: string) => say.number(count(({ intents = [] }) => intents.includes(intent)));
  const change = paused ? undefined : likenHeard(is, was, clock)?.ratio;
  const why = paused ? 'paused' : `listened for since ${say.shortDate(clock.dayOf(added))}`;
  const changed = change ? `× ${say.times(change.times)} | ${say.timesRange(change)}` : isNew || paused ? `Unknown | ${why}` : 'Unknown';
  return [
    `${name} | ${kind === 'brand' ? 'You' : 'Competitor'}`,
    say.number(volumeOf(heard, clock).mentions),
    cell(shareOf(voiced, named)),
    rate ? `${say.per(rate.rate)} | ${say.perRange(rate)}` : 'Unknown',
    cell(
      shareOf(
        count((one) => feelingOf(one) === 'positive'),
        felt,
      ),
    ),
    cell(
      shareOf(
        count((one) => feelingOf(one) === 'negative'),
        felt,
      ),
    ),
    `${wants('question')} / ${wants('complaint')}`,
    `${changed} [${change || !(isNew || paused) ? say.ratioSaid(change, choice.days) : why}]`,
  ];
}

export function headToHead(chosen: Chosen): { table: string[][]; note: string } {
  const rivals = chosen.keywords
    .filter(({ kind }) => kind === 'brand' || kind === 'competitor')
    .map((keyword) => ({ keyword, mentions: volumeOf(ofKeyword(chosen.all, keyword.id), chosen.clock).mentions }))
    .sort((a, b) => b.mentions - a.mentions || (a.keyword.id < b.keyword.id ? -1 : 1));
  const { named } = countNamed(chosen, heardSince(chosen.all, voicesSince(chosen), chosen.clock));
  const head = ['Keyword', 'Mentions', 'Share', 'Per 1,000 posts', 'Positive', 'Negative', 'Questions / complaints'];
  const of = `Share: of the ${say.number(named)} mentions of you and competitors that your share above is of, too. Who names several of them counts`;
  const like = 'Against the days before: like for like, each site read in both times held against itself.';
  return {
    table: [[...head, `Against ${chosen.choice.days} days before`], ...rivals.map(({ keyword }) => rivalRow(chosen, keyword, named))],
    note: `${of} for each: the shares may add up to more than 100 %. ${like}`,
  };
}
