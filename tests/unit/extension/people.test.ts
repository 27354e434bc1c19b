import { beforeEach, describe, expect, test } from 'vitest';
import { person as personSchema } from '../../../core/model.ts';
import { listOn } from '../../../core/person-summary.ts';
import { saveAnswer } from '../../../storage/answers.ts';
import { openDatabase } from '../../../storage/db.ts';
import { saveKeywords } from '../../../storage/keywords.ts';
import { saveBatch } from '../../../storage/mentions.ts';
import {
  getPerson,
  joinPerson,
  keepApart,
  readCard,
  readPeopleRows,
  restorePeople,
  saveNote,
  savePerson,
  splitPerson,
} from '../../../storage/people.ts';
import { listPeople } from '../../../storage/people-list.ts';
import { findByHandle } from '../../../storage/people-reads.ts';
import { readHistory } from '../../../storage/person-history.ts';
import { saveReplies } from '../../../storage/replies.ts';
import { makeCapture, makeKeyword, makeReply, now, startAnew } from './made-up.ts';

beforeEach(startAnew);

const hear = (...captures: ReturnType<typeof makeCapture>[]) => saveBatch({ captures, scanned: [] }, now);
const by = (site: string, handle: string, id: string, change = {}) =>
  makeCapture(id, { site, author: { handle, name: 'Ada Byrne' }, url: `https://example.com/${id}`, ...change });
const listRows = async () => (await openDatabase()).people.toArray();

test('a merged person is one row of the list, with what was said under both names, and can come apart', async () => {
  await hear(by('x', 'adabyrne', '1'), by('x', 'adabyrne', '2'), by('reddit', 'ada_byrne', '3'));
  await joinPerson('x:adabyrne', 'reddit:ada_byrne', now);
  const { people, alike } = await listPeople(now);
  expect(people.map(({ id, ids, mentions }) => [id, ids, mentions])).toEqual([['x:adabyrne', ['x:adabyrne', 'reddit:ada_byrne'], 3]]);
  expect(alike).toEqual([]);
  for (const row of await listRows()) personSchema.parse(row);
  await splitPerson('reddit:ada_byrne', now);
  const apart = await listPeople(now);
  expect(apart.people.map(({ id, mentions }) => [id, mentions])).toEqual([
    ['x:adabyrne', 2],
    ['reddit:ada_byrne', 1],
  ]);
  expect(apart.alike).toEqual([]);
});

test('who may be one is suggested with its reasons, and not again once it was denied', async () => {
  await hear(by('x', 'adabyrne', '1'), by('reddit', 'ada_byrne', '2'));
  expect((await listPeople(now)).alike).toMatchObject([{ a: 'reddit:ada_byrne', b: 'x:adabyrne', strength: 'likely' }]);
  await keepApart('x:adabyrne', 'reddit:ada_byrne', now);
  expect((await listPeople(now)).alike).toEqual([]);
  expect((await listPeople(now)).people).toHaveLength(2);
});

test('a card, the picker and the guard know a merged person under each name', async () => {
  await hear(by('x', 'adabyrne', '1'), by('reddit', 'ada_byrne', '2'));
  await joinPerson('x:adabyrne', 'reddit:ada_byrne', now);
  await savePerson('x:adabyrne', { tags: ['lead'], fields: { Company: 'Acme' } }, now);
  await saveNote('reddit:ada_byrne', 'Ada', 'Kind');
  await saveAnswer({ id: 'a1', mentionId: 'x:1', insertedAt: now });
  expect((await readCard('reddit:2')).person).toEqual({ id: 'reddit:ada_byrne', mentions: 2, answeredAt: now, note: 'Kind' });
  expect(await getPerson('reddit:ada_byrne')).toMatchObject({ tags: ['lead'], note: 'Kind', fields: { company: 'Acme' } });
  await saveNote('x:adabyrne', '', 'Kind and patient');
  expect((await readCard('reddit:2')).person?.note).toBe('Kind and patient');
});

test('a change taken back leaves the rows as they were', async () => {
  await savePerson('x:a', { note: 'One' }, now);
  const before = await readPeopleRows(['x:a', 'y:a']);
  await joinPerson('x:a', 'y:a', now);
  await savePerson('y:a', { note: 'Two', tags: ['press'] }, now);
  await restorePeople(before);
  expect(await listRows()).toEqual([{ id: 'x:a', name: '', tags: [], note: 'One', createdAt: now }]);
});

test('what is known of a person weighs in all they wrote, and no more once it is taken back', async () => {
  await hear(by('x', 'ada', '1'), by('reddit', 'ada', '2'), by('x', 'someone', '3'));
  const weights = async () => (await (await openDatabase()).mentions.toArray()).map(({ id, priority }) => [id, priority]);
  const before = await weights();
  const untagged = await readPeopleRows(['x:ada']);
  await savePerson('x:ada', { tags: ['Lead'] }, now);
  const priorityOf = async (id: string) => new Map((await weights()) as [string, number][]).get(id) ?? 0;
  const was = new Map(before as [string, number][]);
  const more = async (id: string) => (await priorityOf(id)) - (was.get(id) ?? 0);
  expect([await more('x:1'), await more('reddit:2'), await more('x:3')]).toEqual([16, 0, 0]);
  await joinPerson('x:ada', 'reddit:ada', now);
  expect([await more('x:1'), await more('reddit:2'), await more('x:3')]).toEqual([16, 16, 0]);
  await splitPerson('reddit:ada', now);
  expect([await more('x:1'), await more('reddit:2')]).toEqual([16, 0]);
  await restorePeople(untagged);
  expect(await weights()).toEqual(before);
});

test('the timeline tells what was said and answered, newest first, with the counts and the mood', async () => {
  await saveReplies([makeReply('r1', { title: 'Thanks' })]);
  await hear(
    by('x', 'ada', '1', { postedAt: now - 300 }),
    by('x', 'ada', '2', { postedAt: now - 100 }),
    by('x', 'ada', '3', { own: true }),
  );
  await saveAnswer({ id: 'a1', replyId: 'r1', mentionId: 'x:1', insertedAt: now - 200, text: 'Thank you' });
  const db = await openDatabase();
  await db.mentions.update('x:1', { sentiment: { value: 'negative', words: ['down'] } });
  const history = await readHistory('x:ada');
  expect(history.moments.map((moment) => (moment.kind === 'said' ? moment.mention.id : `${moment.title}: ${moment.answer.text}`))).toEqual([
    'x:2',
    'Thanks: Thank you',
    'x:1',
  ]);
  expect(history).toMatchObject({ mentions: 2, answers: 1, mood: { negative: 1, neutral: 1 }, firstSeenAt: now, cut: false });
});

describe('whom something is owed', () => {
  test('is read from what was said about whom, and from what was answered', async () => {
    await saveKeywords([makeKeyword('k1'), makeKeyword('k2', { kind: 'competitor' })]);
    const text = 'Earshot is terrible, it crashes all the time and nobody helps';
    await hear(by('x', 'angry', '1', { text }), by('x', 'other', '2', { text, hits: [{ keywordId: 'k2', start: 0, end: 7 }] }));
    const { people } = await listPeople(now);
    expect(listOn(people, 'unhappy').map(({ person }) => person.id)).toEqual(['x:angry']);
    expect(listOn(people, 'leads').map(({ person }) => person.id)).toEqual(['x:other']);
    await saveAnswer({ id: 'a1', mentionId: 'x:1', insertedAt: now + 1 });
    expect(listOn((await listPeople(now)).people, 'unhappy')).toEqual([]);
  });
});

test('of very many mentions the newest are read, and how many someone wrote is counted all the same', async () => {
  const db = await openDatabase();
  const rows = Array.from({ length: 252 }, (_, i) => ({
    ...{
      id: `x:${i}`,
      site: 'x',
      postId: String(i),
      kind: 'post' as const,
      text: 'Earshot',
      hits: [],
      keywordIds: ['k1'],
      status: 'done' as const,
    },
    author: { handle: i < 30 || i % 50 === 49 ? 'early' : `h${i}` },
    seenAt: i,
  }));
  await db.mentions.bulkPut(rows);
  const { people, lookedAt, all } = await listPeople(now, { lookAt: 200 });
  expect([lookedAt, all]).toEqual([200, 252]);
  expect(people[0]).toMatchObject({ id: 'x:early', mentions: 35 });
  expect(await findByHandle('@earl', ['x', 'reddit'])).toEqual(['x:early']);
});
