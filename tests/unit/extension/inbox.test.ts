import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { type AnswerKind, answerKinds } from '../../../core/became.ts';
import type { InboxFilter } from '../../../core/inbox-filter.ts';
import { comparePlaces, compileFilter, type InboxSort, placeOf } from '../../../core/inbox-match.ts';
import type { Capture, Mention } from '../../../core/model.ts';
import { printWeekHour } from '../../../core/week-hour.ts';
import { answerTables, putAnswers, removeAnswers } from '../../../storage/answer-writes.ts';
import { bounds } from '../../../storage/bounds.ts';
import { openDatabase, watchQuery, write } from '../../../storage/db.ts';
import { countInbox, type InboxCount, listInbox, listInboxIds, watchCount } from '../../../storage/inbox.ts';
import { changeMentions, runMacro, wakeSnoozed } from '../../../storage/mention-changes.ts';
import { mentionTables, putMentions, removeMentions } from '../../../storage/mention-writes.ts';
import { countByStatus, countMentions, saveBatch, setStatus } from '../../../storage/mentions.ts';
import { takeStep } from '../../../storage/upkeep.ts';
import { makeCapture, now, startAnew } from './made-up.ts';

const usual = { ...bounds };
const tiny = { looked: 6, few: 5, names: 5, segment: 12, gathered: 4, indexed: 9, unindexed: 25, small: 3, counted: 7 };

beforeEach(() => {
  startAnew();
  Object.assign(bounds, usual);
});

async function keepUp(steps = 500): Promise<void> {
  for (let i = 0; i < steps; i++) if (!(await takeStep(now))) return;
}

/** By reading every row. */
async function listSlowly(filter: InboxFilter, sort: InboxSort): Promise<string[]> {
  const passes = compileFilter(filter);
  const db = await openDatabase();
  const answers = await db.answers.toArray();
  const hasAnswer = ({ id }: Mention, isSeen: boolean) =>
    answers.some(({ mentionId, postedAt }) => mentionId === id && (postedAt !== undefined) === isSeen);
  const isKind: Record<AnswerKind, (mention: Mention) => boolean> = {
    answered: (one) => hasAnswer(one, true),
    unanswered: (one) => !hasAnswer(one, true),
    closed: (one) => !hasAnswer(one, true) && ['done', 'waiting'].includes(one.status),
    open: (one) => !hasAnswer(one, true) && ['new', 'snoozed'].includes(one.status),
    inserted: (one) => !hasAnswer(one, true) && hasAnswer(one, false) && one.status !== 'ignored',
    answerable: (one) => hasAnswer(one, true) || one.status !== 'ignored',
  };
  const isAsked = filter.answer ? isKind[filter.answer] : () => true;
  const rows = (await db.mentions.toArray()).filter((one) => passes(one) && isAsked(one)).map((mention) => placeOf(mention, sort));
  return rows.sort(comparePlaces).map(({ id }) => id);
}

async function listAll(filter: InboxFilter, sort: InboxSort, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let page = await listInbox({ filter, sort, limit });
  for (let pages = 0; pages < 400; pages++) {
    expect(page.mentions.length).toBeLessThanOrEqual(limit);
    ids.push(...page.mentions.map(({ id }) => id));
    if (!page.next) return ids;
    page = await listInbox({ filter, sort, before: page.next, limit });
  }
  throw new Error('The pages never end.');
}

const words = ['acme', 'Rocket', 'rockets', 'café', 'Cafe', 'sail', 'sailing', 'a', '東京', '京都', '아크미는', 'lost'];
const some = <T>(...of: T[]) => fc.constantFrom(...of);
const textOf = fc.array(some(...words), { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));

const captures: fc.Arbitrary<Capture> = fc
  .record({
    post: fc.integer({ min: 0, max: 45 }),
    site: some('x', 'reddit'),
    handle: some('ada', 'bo', undefined),
    text: textOf,
    keywordIds: fc.subarray(['k1', 'k2', 'k3'], { minLength: 1 }),
    kind: some('post' as const, 'comment' as const),
    community: some('r/sea', 'r/Sea', undefined),
    own: some(undefined, true as const),
    ago: fc.integer({ min: 0, max: 30 }),
    views: some(undefined, 0, 5, 100),
    thread: some(undefined, '1', '2'),
    link: some(undefined, 'https://acme.example/lost'),
  })
  .map(({ post, site, handle, text, keywordIds, kind, community, own, ago, views, thread, link }) =>
    makeCapture(post, {
      site,
      text,
      kind,
      keywordIds,
      hits: [],
      seenAt: now - ago,
      author: handle ? { handle } : {},
      ...(community ? { community } : {}),
      ...(own ? { own } : {}),
      ...(views === undefined ? {} : { counts: { views } }),
      ...(thread ? { thread } : {}),
      ...(link ? { links: [link] } : {}),
    }),
  );

const status = some('new' as const, 'waiting' as const, 'done' as const, 'snoozed' as const, 'ignored' as const);
const ids = fc.array(
  fc.tuple(some('x', 'reddit'), fc.integer({ min: 0, max: 45 })).map(([site, post]) => `${site}:${post}`),
  { minLength: 1, maxLength: 9 },
);

type Act = () => Promise<unknown>;

const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(captures, { minLength: 1, maxLength: 25 }).map(
      (batch): Act =>
        () =>
          saveBatch({ captures: batch, scanned: [] }, now),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 12 }).map(
      (steps): Act =>
        () =>
          keepUp(steps),
    ),
  },
  fc.tuple(ids, status).map(
    ([of, to]): Act =>
      () =>
        setStatus(of, to, now),
  ),
  fc
    .tuple(
      ids,
      fc.record(
        {
          tags: fc.subarray(['Launch', 'press', 'launch']),
          starred: fc.boolean(),
          assignee: some('me', 'Bo', null),
          note: some('sail', null),
        },
        { requiredKeys: [] },
      ),
    )
    .map(
      ([of, change]): Act =>
        () =>
          changeMentions(of, change, now),
    ),
  fc.tuple(ids, fc.integer({ min: 0, max: 4 })).map(
    ([of, ago]): Act =>
      async () => {
        await changeMentions(of, { status: 'snoozed', snoozedUntil: now - ago + 2 }, now);
        await wakeSnoozed(now);
      },
  ),
  ids.map(
    (of): Act =>
      () =>
        write(mentionTables, (db) => removeMentions(db, of)),
  ),
  {
    weight: 2,
    arbitrary: fc.tuple(ids, some('first', 'second'), some(undefined, now)).map(
      ([of, which, postedAt]): Act =>
        () =>
          write(answerTables, (db) =>
            putAnswers(
              db,
              of.map((mentionId) => ({ id: `${which} ${mentionId}`, mentionId, insertedAt: now, ...(postedAt ? { postedAt } : {}) })),
            ),
          ),
    ),
  },
  ids.map(
    (of): Act =>
      () =>
        write(answerTables, (db) =>
          removeAnswers(
            db,
            of.map((id) => `first ${id}`),
          ),
        ),
  ),
  fc.tuple(ids, some(undefined, 0, 40, 90)).map(
    ([of, priority]): Act =>
      () =>
        write(mentionTables, async (db) => {
          const rows = (await db.mentions.bulkGet([...new Set(of)])).filter((row) => row !== undefined);
          await putMentions(
            db,
            rows.map(({ priority: _, ...row }): Mention => (priority === undefined ? row : { ...row, priority })),
          );
        }),
  ),
);

const hourNow = printWeekHour({ hour: new Date(now).getUTCHours(), zone: 'UTC' });

const filters: fc.Arbitrary<InboxFilter> = fc.record(
  {
    status,
    keywordId: some('k1', 'k2', 'k9'),
    keywordIds: some(['k1', 'k2'], ['k2', 'k9']),
    counted: fc.constant(true as const),
    answer: some(...answerKinds),
    site: some('x', 'reddit'),
    tag: some('launch', 'PRESS'),
    starred: fc.constant(true as const),
    assignee: some('me', 'bo'),
    personId: some('x:ada', 'reddit:bo'),
    kind: some('post' as const, 'comment' as const),
    community: fc.constant('r/sea'),
    since: fc.integer({ min: now - 20, max: now }),
    until: fc.integer({ min: now - 20, max: now }),
    hour: fc.constant(hourNow),
    topic: some('lost', 'acme rocket', 'los'),
    thread: some('1', '2'),
    words: some('sail', 'cafe rock', '京', '東京', '아크', 'a', 'ad', 'acme los', 'nothing'),
    query: some(
      'acme rocket',
      'rocket* NOT lost',
      'cafe OR sail',
      'author:ada acme',
      '"lost acme"',
      'acme NEAR/2 sail',
      'in:r/sea',
      '{Cafe}',
      '아크미',
      'r?cket',
      '京都',
    ),
  },
  { requiredKeys: [] },
);
/** Most filters name one or two things. */
const fewFields = fc.tuple(filters, fc.array(fc.nat(18), { minLength: 1, maxLength: 3 })).map(([filter, keep]) => {
  const names = Object.keys(filter) as (keyof InboxFilter)[];
  return Object.fromEntries(names.filter((_, i) => keep.includes(i)).map((name) => [name, filter[name]])) as InboxFilter;
});

test('whatever happened to the mentions, a filter finds in any order what reading every row would find', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(acts, { minLength: 3, maxLength: 14 }),
      fc.array(fc.tuple(fewFields, some<InboxSort>('time', 'priority', 'reach'), fc.integer({ min: 1, max: 9 })), {
        minLength: 4,
        maxLength: 8,
      }),
      async (history, questions) => {
        startAnew();
        Object.assign(bounds, tiny);
        for (const act of history) await act();
        for (const [filter, sort, limit] of questions) {
          const expected = await listSlowly(filter, sort);
          expect([filter, sort, await listAll(filter, sort, limit)]).toEqual([filter, sort, expected]);
          if (sort === 'time') expect(await listInboxIds(filter, limit * 3)).toEqual(expected.slice(0, limit * 3));
          const { count, exact } = await countInbox(filter);
          if (exact) expect(count).toBe(expected.length);
          else expect(count).toBeLessThanOrEqual(expected.length);
        }
      },
    ),
    { numRuns: 20, endOnFailure: true },
  );
});

/** What the counts should say, from the rows alone. */
async function recount(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const add = (id: string, mention: Mention) => {
    for (const key of [id, `${mention.status}/${id}`]) counts[key] = (counts[key] ?? 0) + 1;
  };
  for (const mention of await (await openDatabase()).mentions.toArray()) {
    add('all', mention);
    add(`site:${mention.site}`, mention);
    for (const id of mention.keywordIds) add(`keyword:${id}`, mention);
    for (const tag of new Set(mention.tags?.map((one) => one.toLowerCase()))) add(`tag:${tag}`, mention);
    if (mention.starred) add('starred', mention);
    if (mention.assignee) add(`assignee:${mention.assignee.toLowerCase()}`, mention);
    if (mention.priority === undefined) add('no-priority', mention);
    if (mention.reach === undefined) add('no-reach', mention);
  }
  return counts;
}

const readCounts = async () =>
  Object.fromEntries(
    (await (await openDatabase()).counts.toArray())
      .filter(({ id }) => id !== 'state' && id !== 'index' && !/^(heard|tallies):/.test(id))
      .map(({ id, count }) => [id, count]),
  );

test('whatever is done to mentions, the counts say what counting says, also while they are being made', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(acts, { maxLength: 8 }),
      fc.array(acts, { maxLength: 8 }),
      fc.boolean(),
      async (history, later, forgotten) => {
        startAnew();
        Object.assign(bounds, tiny);
        for (const act of history) await act();
        // As a version that did not count leaves it.
        if (forgotten) await (await openDatabase()).counts.delete('state');
        for (const act of later) await act();
        await keepUp();
        expect(await readCounts()).toEqual(await recount());
      },
    ),
    { numRuns: 20 },
  );
});

test('a mention moved by a macro is counted where it is now', async () => {
  await saveBatch({ captures: [makeCapture(1), makeCapture(2)], scanned: [] }, now);
  await (await openDatabase()).macros.put({ id: 'm1', name: 'Done', status: 'done', addTags: ['launch'], createdAt: now });
  await runMacro('m1', 'x:2', now);
  expect(await countByStatus()).toEqual({ new: 1, waiting: 0, done: 1, snoozed: 0, ignored: 0 });
  expect(await countMentions()).toBe(2);
  expect(await countInbox({ tag: 'Launch', status: 'done' })).toEqual({ count: 1, exact: true });
});

test('what lies in a time is counted to its end, and what is known sooner is told sooner', async () => {
  bounds.looked = 6;
  const many = Array.from({ length: 60 }, (_, i) => makeCapture(i, { seenAt: now - i }));
  await saveBatch({ captures: many, scanned: [] }, now);
  const told: InboxCount[] = [];
  const watching = watchCount({ since: now - 50, counted: true }).subscribe((count) => told.push(count));
  await expect.poll(() => told.at(-1)?.exact, { timeout: 10_000 }).toBe(true);
  watching.unsubscribe();
  expect(told.map(({ exact }) => exact)).toEqual([false, true]);
  expect(told.at(-1)?.count).toBe(51);
});

test('of a filter by answers the count follows what is answered', async () => {
  await saveBatch({ captures: [makeCapture(1), makeCapture(2)], scanned: [] }, now);
  const told: number[] = [];
  const watching = watchCount({ answer: 'open' }).subscribe(({ count }) => told.push(count));
  await expect.poll(() => told.at(-1)).toBe(2);
  await write(answerTables, (db) => putAnswers(db, [{ id: 'a', mentionId: 'x:1', insertedAt: now, postedAt: now }]));
  await expect.poll(() => told.at(-1), { timeout: 5_000 }).toBe(1);
  watching.unsubscribe();
});

test('until all is counted, the index of the database is asked', async () => {
  await saveBatch({ captures: [makeCapture(1), makeCapture(2)], scanned: [] }, now);
  await (await openDatabase()).counts.clear();
  expect(await countMentions()).toBe(2);
  expect(await countByStatus()).toMatchObject({ new: 2, done: 0 });
});

test('while mentions are being counted in steps, nobody counts them again after each of these', async () => {
  await saveBatch({ captures: Array.from({ length: 40 }, (_, i) => makeCapture(i)), scanned: [] }, now);
  await (await openDatabase()).counts.clear();
  bounds.counted = 4;
  let times = 0;
  const watching = watchQuery(() => {
    times += 1;
    return countByStatus();
  }).subscribe(() => {});
  const settle = () => new Promise((resolve) => setTimeout(resolve, 30));
  await settle();
  for (let step = 0; step < 8; step++) {
    await takeStep(now);
    await settle();
  }
  expect(times).toBe(1);
  await keepUp();
  await settle();
  expect(times).toBeGreaterThan(1);
  watching.unsubscribe();
});

test('what is done to all of a filter reaches all of it', async () => {
  Object.assign(bounds, tiny);
  await saveBatch({ captures: Array.from({ length: 60 }, (_, i) => makeCapture(i, { site: i % 3 ? 'x' : 'reddit' })), scanned: [] }, now);
  expect(await listInboxIds({ site: 'reddit' }, 1_000)).toHaveLength(20);
  expect(await listInboxIds({}, 7)).toHaveLength(7);
});

test('a step that is cut off is done again, and nothing is found twice', async () => {
  Object.assign(bounds, tiny);
  await saveBatch(
    { captures: Array.from({ length: 40 }, (_, i) => makeCapture(i, { text: `Word number${i}`, seenAt: now - i })), scanned: [] },
    now,
  );
  const db = await openDatabase();
  await db.counts.delete('index');
  await takeStep(now);
  await takeStep(now);
  for (let i = 0; i < 3; i++) {
    if (!(await takeStep(now))) break;
  }
  expect(await listAll({ words: 'number' }, 'time', 7)).toHaveLength(40);
  await keepUp();
  expect(await listAll({ words: 'number' }, 'time', 7)).toHaveLength(40);
  expect(await listAll({ words: 'number12' }, 'time', 7)).toEqual(['x:12']);
});
