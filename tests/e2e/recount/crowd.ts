import type { Chosen } from './choose.ts';
import { dayHeard, feelingOf, type Mention, personOf } from './rows.ts';
import * as say from './say.ts';
import { shareOf } from './statistics.ts';

export function crowdTiles({ now, rows, clock, from, choice }: Chosen): string[][] {
  const heard = new Set(now.posts.flatMap((one) => personOf(one) ?? []));
  const unnamed = now.posts.filter((one) => !personOf(one)).length;
  const earlier = rows.counted.filter((one) => dayHeard(one, clock) < from && (!choice.keyword || one.keywordIds.includes(choice.keyword)));
  const known = new Set(earlier.map(personOf));
  const fresh = [...heard].filter((one) => !known.has(one)).length;
  const share = shareOf(fresh, heard.size);
  const unsigned = `${say.number(unnamed)} ${unnamed === 1 ? 'post' : 'posts'} did not say by whom`;
  return [
    ['People heard', say.number(heard.size), ...(unnamed > 0 ? [unsigned] : [])],
    [
      'New',
      say.number(fresh),
      ...(share ? [`${say.percent(share.share)}, very likely ${say.percentRange(share)}, of ${say.number(share.n)}`] : []),
      'Never heard before this time',
    ],
    ['Returning', say.number(heard.size - fresh), 'Heard before this time too'],
  ];
}

const timeOf = ({ postedAt, seenAt }: Mention): number => postedAt ?? seenAt;
const isUnkind = (one: Mention): boolean => feelingOf(one) === 'negative' || (one.intents ?? []).includes('complaint');
/** Who does both complains. */
const isKind = (one: Mention): boolean => (feelingOf(one) === 'positive' || (one.intents ?? []).includes('praise')) && !isUnkind(one);

/** What each person said, in the order in which they wrote it. */
function listSaid(mentions: readonly Mention[]): Mention[][] {
  const people = [...new Set(mentions.flatMap((one) => personOf(one) ?? []))];
  return people.map((person) => mentions.filter((one) => personOf(one) === person).sort((a, b) => timeOf(a) - timeOf(b)));
}

const nameOf = ({ author: { name, handle } }: Mention): string => name ?? handle ?? '';

const mostShown = 8;

/** Kind at least twice, and more often than not. */
export function listChampions({ mine }: Chosen): string[] {
  return listSaid(mine)
    .map((said) => {
      const last = said.at(-1) as Mention;
      return { last, kind: said.filter(isKind).length, unkind: said.filter(isUnkind).length, id: `${last.site}:${last.author.handle}` };
    })
    .filter(({ kind, unkind }) => kind >= 2 && kind > unkind)
    .sort((a, b) => b.kind - b.unkind - (a.kind - a.unkind) || (a.id < b.id ? -1 : 1))
    .slice(0, mostShown)
    .map(({ last, kind, unkind }) => `${nameOf(last)} | ${say.number(kind)} kind, ${say.number(unkind)} unkind`);
}

/** When the reply was seen that stands between the last complaint before a kind word and that word. */
function turnedAt(said: readonly Mention[], { rows }: Chosen): number | undefined {
  for (const happy of said.filter(isKind)) {
    const before = said.filter((one) => isUnkind(one) && timeOf(one) < timeOf(happy));
    const last = before.at(-1);
    if (!last) continue;
    const ids = before.map(({ id }) => id);
    const between = rows.answers
      .filter(({ mentionId = '', postedAt = 0 }) => ids.includes(mentionId) && postedAt > timeOf(last) && postedAt < timeOf(happy))
      .sort((a, b) => a.insertedAt - b.insertedAt);
    if (between[0]) return between[0].postedAt;
  }
  return undefined;
}

export function listTurned(chosen: Chosen): string[] {
  const { mine, mineBefore, clock } = chosen;
  return listSaid([...mineBefore, ...mine])
    .map((said) => ({ said, at: turnedAt(said, chosen) }))
    .filter(({ at }) => at !== undefined)
    .map(({ said, at = 0 }) => `${nameOf(said[0] as Mention)} | answered ${say.shortDate(clock.dayOf(at))}`);
}
