/** Who speaks well of us, and who came to do so after an answer. */
import type { Answer, Mention } from './model.ts';

type Said = Pick<Mention, 'id' | 'site' | 'author' | 'seenAt' | 'postedAt' | 'sentiment' | 'intents'>;
type Given = Pick<Answer, 'mentionId' | 'personId' | 'postedAt'>;

export interface Champion {
  /** `site:handle` */
  readonly id: string;
  readonly site: string;
  readonly handle: string;
  readonly name: string | undefined;
  readonly praised: number;
  readonly complained: number;
  readonly mentions: number;
  readonly last: string;
}

export interface Turned {
  readonly id: string;
  readonly site: string;
  readonly handle: string;
  readonly name: string | undefined;
  /** The ids of the mentions. */
  readonly unhappy: string;
  readonly happy: string;
  readonly answeredAt: number;
}

const isHappy = ({ sentiment, intents }: Said): boolean => sentiment?.value === 'positive' || (intents?.includes('praise') ?? false);
const isUnhappy = ({ sentiment, intents }: Said): boolean => sentiment?.value === 'negative' || (intents?.includes('complaint') ?? false);
const timeOf = ({ postedAt, seenAt }: Said): number => postedAt ?? seenAt;

function groupByPerson<T extends Said>(mentions: readonly T[]): Map<string, T[]> {
  const people = new Map<string, T[]>();
  for (const mention of mentions) {
    const { handle } = mention.author;
    if (!handle) continue;
    const id = `${mention.site}:${handle.toLowerCase()}`;
    people.set(id, [...(people.get(id) ?? []), mention]);
  }
  for (const said of people.values()) said.sort((a, b) => timeOf(a) - timeOf(b));
  return people;
}

/** How often someone must have spoken well before it is more than a kind word. */
const fewestPraises = 2;

/** Those who spoke well at least twice, and more often than not; the most faithful first. A post that does both is a complaint. */
export function listChampions(mentions: readonly Said[], limit: number): Champion[] {
  const champions = [...groupByPerson(mentions).values()].flatMap((said): Champion[] => {
    const complained = said.filter(isUnhappy).length;
    const praised = said.filter((one) => isHappy(one) && !isUnhappy(one)).length;
    const last = said.at(-1);
    if (!last?.author.handle || praised < fewestPraises || praised <= complained) return [];
    const { site, author, id } = last;
    const handle = author.handle ?? '';
    return [{ id: `${site}:${handle}`, site, handle, name: author.name, praised, complained, mentions: said.length, last: id }];
  });
  return champions.sort((a, b) => b.praised - b.complained - (a.praised - a.complained) || (a.id < b.id ? -1 : 1)).slice(0, limit);
}

type Turn = Pick<Turned, 'unhappy' | 'happy' | 'answeredAt'>;

/** The last complaint that an answer followed, and the first praise after the answer; as often as it happened. */
function listTurns(said: readonly Said[], answers: readonly Given[]): Turn[] {
  const turns = new Map<string, Turn>();
  for (const happy of said.filter((one) => isHappy(one) && !isUnhappy(one))) {
    const before = said.filter((one) => isUnhappy(one) && timeOf(one) < timeOf(happy));
    const last = before.at(-1);
    if (!last) continue;
    const isBetween = ({ postedAt }: Given): boolean => postedAt !== undefined && postedAt > timeOf(last) && postedAt < timeOf(happy);
    const answer = answers.find((one) => isBetween(one) && before.some(({ id }) => id === one.mentionId));
    if (answer?.postedAt !== undefined && !turns.has(last.id))
      turns.set(last.id, { unhappy: last.id, happy: happy.id, answeredAt: answer.postedAt });
  }
  return [...turns.values()];
}

/**
 * Who complained, was answered (as seen in the page), and spoke well afterwards. That it was for the answer is not said. The latest first.
 * @param isNow what was said in the time that is asked about: the kind word has to be
 */
export function listTurned<T extends Said>(
  mentions: readonly T[],
  answers: readonly Given[],
  isNow: (said: T) => boolean = () => true,
): Turned[] {
  const turned = [...groupByPerson(mentions).values()].flatMap((said): Turned[] => {
    const now = new Set(said.filter(isNow).map(({ id }) => id));
    const turn = listTurns(said, answers).find(({ happy }) => now.has(happy));
    const { site, author } = said[0] ?? {};
    if (!turn || !site || !author?.handle) return [];
    return [{ ...turn, id: `${site}:${author.handle}`, site, handle: author.handle, name: author.name }];
  });
  return turned.sort((a, b) => b.answeredAt - a.answeredAt);
}
