import { describe, expect, test } from 'vitest';
import { likenessTo } from '../../../core/likeness.ts';
import type { Answer, Mention, SeenPost } from '../../../core/model.ts';
import { type Known, moveBy, readSeen } from '../../../core/own-reply.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 23, 12, 30);
const words = 'Hi Ana, thanks for asking! Acme does sync calendars since version 4, under Settings.';

const mention: Mention = {
  id: 'x:1',
  site: 'x',
  postId: '1',
  kind: 'post',
  author: { handle: 'ana' },
  text: 'Does Acme sync calendars?',
  hits: [],
  keywordIds: ['acme'],
  postedAt: now - 60 * minute,
  seenAt: now - 50 * minute,
  status: 'new',
};
const inserted: Answer = {
  id: 'a1',
  site: 'x',
  mentionId: 'x:1',
  personId: 'x:ana',
  replyId: 'r1',
  insertedAt: now - 10 * minute,
  text: words,
};
const mine: SeenPost = { site: 'x', postId: '2', handle: 'me', own: true, text: words, postedAt: now - 9 * minute, thread: '1' };
const know = (answers: Answer[] = [inserted], change: Partial<Mention> = {}): Known => ({
  answers,
  mentions: [{ ...mention, ...change }],
  now,
});
const sent: Answer = { ...inserted, postId: '2', postedAt: now - 9 * minute };
const theirs: SeenPost = {
  site: 'x',
  postId: '3',
  handle: '@Ana',
  own: false,
  text: 'Great, thank you',
  postedAt: now - minute,
  thread: '1',
};

describe('the person’s own reply', () => {
  test('is the answer that was put in, and the clock stops at its own time', () => {
    const meaning = readSeen({ ...mine, url: 'https://x.com/me/status/2' }, know());
    expect(meaning).toMatchObject({
      kind: 'sent',
      mentionId: 'x:1',
      answer: { id: 'a1', postId: '2', postedAt: now - 9 * minute, url: 'https://x.com/me/status/2' },
    });
    expect(meaning && moveBy(mention, meaning)).toEqual({ status: 'waiting', moved: { why: 'own-reply', at: now - 9 * minute } });
  });

  test('is known under the post whatever became of its words, and elsewhere by its words', () => {
    expect(readSeen({ ...mine, text: 'Something else entirely, written anew.' }, know())).toMatchObject({ answer: { id: 'a1' } });
    const { thread: _, ...elsewhere } = mine;
    expect(readSeen({ ...elsewhere, text: words.replace('Hi Ana', '@ana Hey') }, know())).toMatchObject({ answer: { id: 'a1' } });
    expect(readSeen({ ...elsewhere, text: 'Something else entirely, written anew.' }, know())).toBeUndefined();
  });

  test('without a time of its own it counts from when it was seen', () => {
    const { postedAt: _, ...timeless } = mine;
    expect(readSeen(timeless, know())).toMatchObject({ answer: { postedAt: now } });
  });

  test('is not one that was there before anything was put in, nor one that answers another post', () => {
    expect(readSeen({ ...mine, postedAt: now - 120 * minute }, know())).toBeUndefined();
    expect(readSeen({ ...mine, parent: '77', text: 'To someone else in this thread.' }, know())).toBeUndefined();
  });

  test('seen again it means nothing', () => {
    expect(readSeen(mine, know([sent]))).toBeUndefined();
    expect(readSeen(mine, know([sent, { ...inserted, id: 'a2' }]))).toBeUndefined();
  });

  test('of several that were put in, it is the one it reads like', () => {
    const other: Answer = {
      ...inserted,
      id: 'a2',
      mentionId: 'x:9',
      personId: 'x:bo',
      text: 'A wholly different text about the price of tea.',
    };
    const { thread: _, ...elsewhere } = mine;
    expect(readSeen(elsewhere, know([other, inserted]))).toMatchObject({ answer: { id: 'a1' } });
  });

  test('where it is not known whose a post is, only the very words just put in are taken for it', () => {
    const unknown = { ...mine, own: false, handle: 'nora' };
    expect(readSeen(unknown, know())).toMatchObject({ kind: 'sent', answer: { id: 'a1' } });
    expect(readSeen({ ...unknown, text: 'I would like to know that as well, please.' }, know())).toBeUndefined();
    expect(readSeen({ ...unknown, handle: 'ana' }, know())).toBeUndefined();
    expect(readSeen({ ...unknown, text: 'Thanks!' }, know([{ ...inserted, text: 'Thanks!' }]))).toBeUndefined();
    expect(readSeen({ ...unknown, postedAt: now }, know([{ ...inserted, insertedAt: now - 180 * minute }]))).toBeUndefined();
  });

  test('written by hand it counts as an answer too, but not what the mention itself answers', () => {
    const meaning = readSeen(mine, know([]));
    expect(meaning).toMatchObject({
      kind: 'sent',
      mentionId: 'x:1',
      answer: { id: 'seen:x:2', personId: 'x:ana', postedAt: now - 9 * minute },
    });
    expect(readSeen({ ...mine, postedAt: now - 90 * minute }, know([]))).toBeUndefined();
    const { postedAt: _, ...timeless } = mine;
    expect(readSeen(timeless, know([]))).toBeUndefined();
    expect(readSeen({ ...timeless, parent: '1' }, know([]))).toMatchObject({ kind: 'sent' });
  });
});

describe('a status the person gave by hand', () => {
  const meaning = readSeen(mine, know());
  const move = (change: Partial<Mention>) => meaning && moveBy({ ...mention, ...change }, meaning)?.status;
  test('stays where it was given after the reply was put in', () => {
    for (const status of ['done', 'snoozed', 'new'] as const) expect(move({ status, statusAt: now - 9.5 * minute })).toBeUndefined();
    expect(move({ status: 'done' })).toBeUndefined();
  });
  test('gives way where the person answered later all the same', () => {
    expect(move({ status: 'done', statusAt: now - 40 * minute })).toBe('waiting');
    expect(move({ status: 'snoozed' })).toBe('waiting');
  });
});

describe('the other side', () => {
  test('writes again in the thread, and the mention is new', () => {
    const meaning = readSeen(theirs, know([sent]));
    expect(meaning).toMatchObject({ kind: 'back', mentionId: 'x:1', answer: { id: 'a1', answeredBackAt: now - minute } });
    expect(meaning && moveBy({ ...mention, status: 'waiting' }, meaning)).toEqual({
      status: 'new',
      moved: { why: 'answered-back', at: now - minute },
    });
  });

  test('is not somebody else, nor what they wrote before', () => {
    expect(readSeen({ ...theirs, handle: 'bo' }, know([sent]))).toBeUndefined();
    expect(readSeen({ ...theirs, postedAt: now - 30 * minute }, know([sent]))).toBeUndefined();
    expect(readSeen({ ...theirs, postId: '1' }, know([sent]))).toBeUndefined();
    expect(readSeen(theirs, know())).toBeUndefined();
  });

  test('without a time it is known only under the very answer, and once', () => {
    const { postedAt: _, ...timeless } = theirs;
    expect(readSeen(timeless, know([sent]))).toBeUndefined();
    expect(readSeen({ ...timeless, parent: '2' }, know([sent]))).toMatchObject({ kind: 'back' });
    expect(readSeen({ ...timeless, parent: '2' }, know([{ ...sent, answeredBackAt: now - 1 }]))).toBeUndefined();
  });

  test('the same post again changes nothing, a later one does', () => {
    const known = know([{ ...sent, answeredBackAt: now - minute }]);
    expect(readSeen(theirs, known)).toBeUndefined();
    expect(readSeen({ ...theirs, postId: '4', postedAt: now - 500 }, known)).toMatchObject({ kind: 'back' });
  });

  test('moves no mention that the person has dealt with or answered since', () => {
    const done = readSeen(theirs, know([sent]));
    expect(done && moveBy({ ...mention, status: 'done', statusAt: now }, done)).toBeUndefined();
    const later: Answer = { ...sent, id: 'a2', postId: '5', postedAt: now - 100 };
    const back = readSeen(theirs, know([sent, later]));
    expect(back).toMatchObject({ kind: 'back', answer: { id: 'a1' }, isLatest: false });
    expect(back && moveBy({ ...mention, status: 'waiting' }, back)).toBeUndefined();
  });
});

test('texts are alike whatever their signs and capitals, in scripts without spaces too', () => {
  expect(likenessTo('Hello, World! How are you?')('hello world how are you')).toBe(1);
  expect(
    likenessTo('お問い合わせありがとうございます。設定から同期できます。')('お問い合わせありがとうございます!設定から同期できますよ'),
  ).toBeGreaterThan(0.85);
  expect(likenessTo('Thanks, we will look into it')('Where can I buy this in Vienna?')).toBeLessThan(0.2);
  expect(likenessTo('')('')).toBe(0);
});

describe('in a thread where all posts stand one below the other', () => {
  const byHand: SeenPost = { ...mine, text: 'It does, since version 4.' };

  test('a reply that names another post is no answer to the one the thread began with', () => {
    expect(readSeen({ ...byHand, parent: '7' }, know([]))).toBeUndefined();
    expect(readSeen({ ...byHand, parent: '1' }, know([]))).toMatchObject({ kind: 'sent', mentionId: 'x:1' });
  });

  test('nor is one that begins with somebody else’s name', () => {
    expect(readSeen({ ...byHand, text: '@bo it does, since version 4.' }, know([]))).toBeUndefined();
    expect(readSeen({ ...byHand, text: '@Ana it does.' }, know([]))).toMatchObject({ mentionId: 'x:1' });
    expect(readSeen({ ...byHand, text: '@ana@example.social it does.' }, know([]))).toMatchObject({ mentionId: 'x:1' });
    expect(readSeen({ ...byHand, text: '@bo it does.', parent: '1' }, know([]))).toMatchObject({ mentionId: 'x:1' });
  });
});

describe('where a page says only the day', () => {
  const today = Date.UTC(2026, 10, 23);

  test('an answer that was put in on that day is the one that stands there, sent when it was put in', () => {
    const meaning = readSeen({ ...mine, postedAt: today }, know());
    expect(meaning).toMatchObject({ kind: 'sent', answer: { id: 'a1', postedAt: inserted.insertedAt } });
    expect(meaning && moveBy(mention, meaning)).toMatchObject({ status: 'waiting' });
  });

  test('and one that stood there the day before is not', () => {
    expect(readSeen({ ...mine, postedAt: today - 2 * 24 * 60 * minute }, know())).toBeUndefined();
  });

  test('a reply by hand on the day of the post is after it', () => {
    expect(readSeen({ ...mine, text: 'It does.', postedAt: today }, know([]))).toMatchObject({ kind: 'sent', mentionId: 'x:1' });
  });
});
