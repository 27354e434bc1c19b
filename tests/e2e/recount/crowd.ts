import type { Chosen } from './choose.ts';
import { dayHeard, feelingOf, type Mention, personOf } from './rows.ts';
import * as say from './say.ts';
import { shareOf } from './statistics.ts';

const sayUnnamed = (n: number): string[] => (n > 0 ? [`${say.counted(n, 'post')} did not say by whom`] : []);

const unknownTiles = (people: number, unnamed: number): string[][] => [
  ['People heard', say.number(people), ...sayUnnamed(unnamed)],
  ...['New', 'Returning'].map((name) => [name, 'Unknown', 'Nothing was listened to before this time']),
];

export function crowdTiles({ now, before, rows, clock, from, choice }: Chosen): string[][] {
  const heard = new Set(now.posts.flatMap((one) => personOf(one) ?? []));
  const unnamed = now.posts.filter((one) => !personOf(one)).length;
  const earlier = rows.others.filter((one) => dayHeard(one, clock) < from && (!choice.keyword || one.keywordIds.includes(choice.keyword)));
  const known = new Set(earlier.map(personOf));
  // Where nothing was read before, everyone is new to us alone.
  if (earlier.length === 0 && before.read.length === 0) return unknownTiles(heard.size, unnamed);
  const fresh = [...heard].filter((one) => !known.has(one)).length;
  const share = shareOf(fresh, heard.size);
  return [
    ['People heard', say.number(heard.size), ...sayUnnamed(unnamed)],
    [
      'New',
      say.number(fresh),
      ...(share ? [`${say.percent(share.share)}, 95 % sure: ${say.percentRange(share)}, of ${say.number(share.n)}`] : []),
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

/** The first reply that was seen after the last complaint before a kind word, which is of the time looked at; each complaint is turned once. */
function turnedAt(said: readonly Mention[], { rows, mine }: Chosen): number | undefined {
  const turned = new Set<string>();
  for (const happy of said.filter(isKind)) {
    const before = said.filter((one) => isUnkind(one) && timeOf(one) < timeOf(happy));
    const last = before.at(-1);
    if (!last || turned.has(last.id)) continue;
    const ids = before.map(({ id }) => id);
    const between = rows.answers
      .filter(({ mentionId = '', postedAt = 0 }) => ids.includes(mentionId) && postedAt > timeOf(last) && postedAt < timeOf(happy))
      .sort((a, b) => a.insertedAt - b.insertedAt);
    if (!between[0]) continue;
    turned.add(last.id);
    if (mine.includes(happy)) return between[0].postedAt;
  }
  return undefined;
}

export interface TurnedLine {
  name: string;
  line: string;
}

export function listTurned(chosen: Chosen): TurnedLine[] {
  const { mine, mineBefore, clock } = chosen;
  return listSaid([...mineBefore, ...mine])
    .map((said) => ({ name: nameOf(said[0] as Mention), at: turnedAt(said, chosen) }))
    .filter(({ at }) => at !== undefined)
    .map(({ name, at = 0 }) => ({ name, line: `${name} | answered ${say.wholeDate(clock.dayOf(at))} | complaint | kind word` }));
}
