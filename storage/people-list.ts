/**
 * Everyone who wrote the latest mentions, and whoever was kept by hand. However many mentions there are, so many are read, in one stroke; how
 * many a person wrote in all is counted by the index.
 */
import { type SamePerson, suggestSame } from '../core/people-alike.ts';
import {
  aliasesOf,
  byWeight,
  choose,
  countOwn,
  type Gathered,
  groupMentions,
  lastAnswers,
  listGroups,
  type PersonSummary,
  type Span,
  summarise,
} from '../core/person-summary.ts';
import { type Database, reading, type TableName } from './db.ts';
import { countMentions, countUnder, joinMentions, readLastAnswers, readNewest, readPressing, readTagged } from './people-reads.ts';

export interface PeopleList {
  people: PersonSummary[];
  /** Who may be the same person. */
  alike: SamePerson[];
  /** How many of the newest mentions this rests on, and how many there are. */
  lookedAt: number;
  all: number;
}

const mostMentions = 2_000;
const mostShown = 500;
/** Where nobody has said what a mention does, it is read from its words: for the newest only, because that takes time. */
const mostRead = 1_000;
const mostAnswers = 5_000;

/** Of the few that are shown; the others were summed up from what was read. Own posts are no mentions, so they are taken off again. */
async function countAll(db: Database, people: PersonSummary[], own: ReadonlyMap<string, number>): Promise<void> {
  const counts = await Promise.all(people.map(({ ids }) => countUnder(db, ids)));
  people.forEach((person, i) => {
    const ours = person.ids.reduce((sum, id) => sum + (own.get(id) ?? 0), 0);
    person.mentions = Math.max(person.mentions, (counts[i] ?? 0) - ours);
  });
}

async function readList(db: Database, now: number, { shown, lookAt }: { shown: number; lookAt: number }): Promise<PeopleList> {
  const rows = await db.people.toArray();
  const [recent, pressing, tagged, keywords, answers, all] = await Promise.all([
    readNewest(db, lookAt),
    readPressing(db),
    readTagged(db, rows),
    db.keywords.toArray(),
    readLastAnswers(db, mostAnswers),
    countMentions(db),
  ]);
  const kept = new Map(rows.map((row) => [row.id, row]));
  const byId = groupMentions(joinMentions(recent, [...pressing, ...tagged]));
  const kinds = new Map(keywords.map(({ id, kind }) => [id, kind]));
  const gathered: Gathered = { kept, byId, kinds, answered: lastAnswers(answers), now };
  const span: Span = { guessFrom: recent.at(-mostRead)?.seenAt ?? 0, oldest: recent[0]?.seenAt ?? 0 };
  const everyone = listGroups(gathered).map((ids) => summarise(ids, gathered, span));
  const people = choose(everyone, shown);
  if (all > recent.length) await countAll(db, people, countOwn(recent));
  return { people: people.sort(byWeight), alike: suggestSame(aliasesOf(people, kept, byId)), lookedAt: recent.length, all };
}

const tables = ['people', 'mentions', 'keywords', 'answers', 'counts'] as const satisfies readonly TableName[];

/** The most talkative first. `now` decides whom it is time to follow up. */
export const listPeople = (now: number, { shown = mostShown, lookAt = mostMentions } = {}): Promise<PeopleList> =>
  reading((db) =>
    // One transaction: to begin one for each person that is counted takes longer than to count. Declared async, so that Dexie keeps it open.
    db.transaction(
      'r',
      tables.filter((name) => name in db),
      async () => readList(db, now, { shown, lookAt }),
    ),
  );
