/** Runs in a page of the extension's: the made-up listening, with what makes numbers differ where someone counts carelessly. */
import type { Answer, IntentKind, Mention, MentionStatus, Person, Tally } from '../../../core/model.ts';
import { createRandom, type Filling, makeHeard, putHeard, tally } from '../../bench/fill-insights.ts';

const hour = 3_600_000;
const day = 24 * hour;
const subjects = 'importer invoice calendar webhook billing sidebar template keyboard printer spreadsheet'.split(' ');
const rising = ['charging port', 'charging port', 'battery drain', 'voucher'];

/** No word of it is in most texts of a language, so that each tells something, and all that stands between two full stops is one phrase. */
function makeText(isNew: boolean, name: string, random: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const words = Array.from({ length: 4 }, () => pick(subjects));
  const more = random() < (isNew ? 0.5 : 0.08) ? [pick(rising)] : [];
  return `${name}. ${[...words, ...more].join('. ')}. ${pick(subjects)} ${pick(subjects)}.`;
}

const every = (n: number, i: number): boolean => i % n === n - 1;

function nameAuthor(i: number, { site, keywordIds }: Mention): Mention['author'] {
  if (every(17, i)) return {};
  const handle = `person${(i * 7) % 23}`;
  // The same person, written in two ways.
  const written = every(5, i) ? handle.toUpperCase() : handle;
  return { handle: written, name: `${site} ${handle} ${keywordIds.length}`, url: `https://example.com/u/${handle}` };
}

function changeTime(i: number, { postedAt, seenAt }: Mention): { postedAt?: number } {
  if (every(13, i)) return {};
  // A site's clock that is ahead of ours.
  return { postedAt: every(37, i) ? seenAt + 5 * 60_000 : (postedAt ?? seenAt) };
}

/** Their own lie in no inbox. */
const statusOf = (i: number, status: MentionStatus): MentionStatus => (every(31, i) ? 'ignored' : every(19, i) ? 'snoozed' : status);

function change(mention: Mention, i: number, now: number, random: () => number): Mention {
  const { postedAt: _, community, sentiment, intents = [], ...rest } = mention;
  const place = every(7, i) ? community?.toUpperCase() : community;
  return {
    ...rest,
    ...changeTime(i, mention),
    ...(place && !every(11, i) ? { community: place } : {}),
    ...(every(41, i) || !sentiment ? {} : { sentiment }),
    intents: intents as IntentKind[],
    kind: every(9, i) ? 'review' : every(10, i) ? 'message' : mention.kind,
    author: nameAuthor(i, mention),
    text: makeText(mention.seenAt > now - 30 * day, 'Tidewater', random),
    status: statusOf(i, mention.status),
    ...(every(23, i) ? { tags: ['Refund'] } : every(29, i) ? { tags: ['champion', 'vip'] } : {}),
    ...(every(31, i) ? { own: true } : every(47, i) ? { promoted: true } : {}),
  };
}

const answerTo = ({ id, site }: Mention, n: number, postedAt: number | undefined, insertedAt: number): Answer => ({
  id: `b${n}${id}`,
  mentionId: id,
  site,
  insertedAt,
  ...(postedAt === undefined ? {} : { postedAt }),
});

/** Some have none, some two, some one that was never seen, some one that stood there before the mention was first seen. */
function changeAnswers(mentions: readonly Mention[], answers: readonly Answer[], now: number): Answer[] {
  const byMention = new Map(answers.map((one) => [one.mentionId, one]));
  return mentions
    .flatMap((mention, i): Answer[] => {
      const one = byMention.get(mention.id);
      const { seenAt, status } = mention;
      if (status === 'ignored' && every(4, i)) return [answerTo(mention, 0, seenAt + 3 * hour, seenAt + 2 * hour)];
      if (status === 'new' && every(6, i)) return [answerTo(mention, 0, undefined, seenAt + hour)];
      if (!one || every(5, i)) return [];
      if (every(7, i)) return [one, answerTo(mention, 1, seenAt + 40_000, one.insertedAt + hour)];
      return every(8, i) ? [answerTo(mention, 0, seenAt - 2 * hour, seenAt - 3 * hour)] : [one];
    })
    .filter(({ insertedAt, postedAt = 0 }) => Math.max(insertedAt, postedAt) <= now);
}

const people: Person[] = [
  { id: 'reddit:person3', name: 'Three', tags: ['Champion'], note: '' },
  { id: 'x:PERSON5', name: 'Five', tags: ['champion', 'customer'], note: 'met at a fair' },
  { id: 'linkedin:person1', name: 'One', tags: ['customer'], note: '' },
];

/** One day of which nothing but the count was kept, and one of which the count was kept of three more. */
function addUntold(tallies: readonly Tally[], now: number): Tally[] {
  const at = Math.floor(now / day) * day - 9 * day;
  const partly = tallies.find(({ day, keywordId }) => keywordId === 'k1' && day >= at);
  const isFree = !tallies.some((one) => one.keywordId === 'k4' && one.site === 'hackernews' && one.day === at);
  const bare: Tally[] = isFree ? [{ keywordId: 'k4', site: 'hackernews', day: at, count: 4 }] : [];
  return [...tallies.map((one) => (one === partly ? { ...one, count: one.count + 3 } : one)), ...bare];
}

async function fillToRecount(filling: Filling): Promise<Record<string, number>> {
  const random = createRandom(77);
  const made = makeHeard(filling);
  // Less was said at first, so that there is something to tell of.
  const heard = made.mentions.filter(({ seenAt }) => seenAt > filling.now - 30 * day || random() < 0.6);
  const mentions = heard.map((mention, i) => change(mention, i, filling.now, random));
  const answers = changeAnswers(mentions, made.answers, filling.now);
  const counted = mentions.filter(({ own, promoted }) => !own && !promoted);
  // The earliest stands: what is put into a map last wins.
  const latestFirst = answers.filter(({ postedAt }) => postedAt !== undefined).sort((a, b) => (b.postedAt ?? 0) - (a.postedAt ?? 0));
  const tallies = addUntold(tally(counted, latestFirst), filling.now);
  return putHeard({ ...made, mentions, answers }, tallies, { people });
}

(globalThis as { fillToRecount?: typeof fillToRecount }).fillToRecount = fillToRecount;
