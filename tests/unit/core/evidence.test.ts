import { expect, test } from 'vitest';
import { addGone, goneSince, joinCounts, listChanges } from '../../../core/evidence.ts';
import { buildCapture } from '../../../core/mention.ts';
import { capture as captureSchema, evidenceChange, type Mention } from '../../../core/model.ts';
import { mergeMention } from '../../../storage/merge.ts';

const hour = 3_600_000;
const seen = (text: string, change: Partial<Mention> = {}): Mention => ({
  id: 'x:1',
  site: 'x',
  postId: '1',
  kind: 'post',
  author: {},
  text,
  hits: [],
  keywordIds: ['k1'],
  seenAt: 0,
  status: 'new',
  ...change,
});

test('an edit is kept with what it said before and after, and an edit taken for granted is none', () => {
  const before = seen('Tidewater lost my whole draft again today.');
  const after = seen('Tidewater lost my whole draft again today. Edit: it was found.', { seenAt: 5, edited: true });
  expect(mergeMention(before, after).changes).toEqual([{ at: 5, what: 'edited', from: before.text, to: after.text }]);
  expect(mergeMention(before, seen(before.text, { seenAt: 5, edited: true })).changes).toBeUndefined();
});

test('a translation, or a post that is cut, is no edit', () => {
  const before = seen('Tidewater lost my whole draft again today.');
  expect(listChanges(before, seen('Tidewater a encore perdu tout mon brouillon', { seenAt: 5 }))).toEqual([]);
  const long = seen(`Tidewater ${'lost my draft '.repeat(20)}`);
  expect(mergeMention(long, seen(`${long.text.slice(0, 80)}…`, { seenAt: 5 })).changes).toBeUndefined();
});

test('counts that moved are one change a visit, from what they were to what they are', () => {
  const first = seen('Hello', { counts: { likes: 1, replies: 0 } });
  const second = mergeMention(first, seen('Hello', { counts: { likes: 3 }, seenAt: 2 * hour }));
  expect(second.counts).toEqual({ likes: 3, replies: 0 });
  expect(second.changes).toEqual([{ at: 2 * hour, what: 'counts', from: 'likes 1, replies 0', to: 'likes 3, replies 0' }]);
  const third = mergeMention(second, seen('Hello', { counts: { likes: 4 }, seenAt: 2 * hour + 60_000 }));
  expect(third.changes).toEqual([{ at: 2 * hour, what: 'counts', from: 'likes 1, replies 0', to: 'likes 4, replies 0' }]);
  expect(mergeMention(third, seen('Hello', { seenAt: 9 * hour })).changes).toEqual(third.changes);
});

test('of many changes the first and the latest are kept, and all of them fit', () => {
  let mention = seen(`Version 0 ${'of a very long post '.repeat(900)}`, { counts: { likes: 0 } });
  for (let n = 1; n <= 40; n++)
    mention = mergeMention(
      mention,
      seen(`Version ${n} ${'of a very long post '.repeat(900)}`, { counts: { likes: n }, seenAt: n * 2 * hour, edited: true }),
    );
  const edits = mention.changes?.filter(({ what }) => what === 'edited') ?? [];
  const counts = mention.changes?.filter(({ what }) => what === 'counts') ?? [];
  expect([edits.length, counts.length]).toEqual([10, 10]);
  expect(edits[0]?.from?.slice(0, 9)).toBe('Version 0');
  expect(edits.at(-1)?.to?.slice(0, 10)).toBe('Version 40');
  expect(counts[0]?.from).toBe('likes 0');
  for (const change of mention.changes ?? []) evidenceChange.parse(change);
});

test('what a page shows around a post is kept, cut to size; numbers that are none are left out', () => {
  const post = {
    id: '2',
    kind: 'comment' as const,
    author: {},
    thread: '1',
    parent: '1',
    above: { handle: 'ada', text: 'x'.repeat(900) },
    counts: { likes: -4, replies: -1, views: Number.NaN, reposts: 2.5 },
  };
  const made = buildCapture('reddit', post, 'Hello', { hits: [], keywordIds: ['k1'] }, 1);
  expect(made).toMatchObject({
    thread: '1',
    parent: { postId: '1', author: { handle: 'ada' }, text: 'x'.repeat(500) },
    counts: { likes: -4 },
  });
  captureSchema.parse(made);
  const bare = buildCapture('reddit', { id: '2', kind: 'post', author: {} }, 'Hello', { hits: [], keywordIds: ['k1'] }, 1);
  expect(Object.keys(bare ?? {})).not.toContain('parent');
});

test('a list that shows a post alone takes nothing away from what its thread showed', () => {
  const whole = seen('Hello', { thread: '9', parent: { postId: '9', text: 'Who knows?' }, counts: { likes: 1 } });
  expect(mergeMention(whole, seen('Hello', { seenAt: 5 }))).toMatchObject({
    thread: '9',
    parent: { postId: '9', text: 'Who knows?' },
    counts: { likes: 1 },
  });
  expect(mergeMention(whole, seen('Hello', { parent: { postId: '9', author: { handle: 'ada' } } })).parent).toEqual({
    postId: '9',
    text: 'Who knows?',
    author: { handle: 'ada' },
  });
});

test('a rounded count beside a whole one that would be rounded to it is no change, and the whole one stays', () => {
  const whole = seen('Hello', { counts: { likes: 1234 } });
  const listed = mergeMention(whole, seen('Hello', { counts: { likes: 1200 }, seenAt: 2 * hour }));
  expect([listed.counts, listed.changes]).toEqual([{ likes: 1234 }, undefined]);
  const again = mergeMention(seen('Hello', { counts: { likes: 12_000 } }), seen('Hello', { counts: { likes: 12_345 }, seenAt: 2 * hour }));
  expect([again.counts, again.changes]).toEqual([{ likes: 12_345 }, undefined]);
  expect(joinCounts({ likes: 100 }, { likes: 150 })).toEqual({ likes: 150 });
  expect(joinCounts({ likes: 1234 }, { likes: 1500 })).toEqual({ likes: 1500 });
  expect(mergeMention(whole, seen('Hello', { counts: { likes: 1500 }, seenAt: 2 * hour })).changes).toHaveLength(1);
});

test('that a post is gone is kept with its time, once, and that it is there again as well', () => {
  const post = seen('Hello', { changes: [{ at: 1, what: 'counts', from: 'likes 1', to: 'likes 2' }] });
  const gone = { ...post, changes: addGone(post, 'unavailable', hour) };
  expect(gone.changes).toEqual([...(post.changes ?? []), { at: hour, what: 'unavailable' }]);
  expect(addGone(gone, 'unavailable', 5 * hour)).toEqual(gone.changes);
  expect(goneSince(gone)).toEqual({ at: hour, what: 'unavailable' });
  // Why it is gone may be said later; it is not taken back.
  const deleted = { ...post, changes: addGone(gone, 'deleted', 2 * hour) };
  expect(goneSince(deleted)).toEqual({ at: 2 * hour, what: 'deleted' });
  expect(addGone(deleted, 'unavailable', 3 * hour)).toEqual(deleted.changes);
  const back = mergeMention(deleted, seen('Hello', { seenAt: 9 * hour }));
  expect(back.changes?.at(-1)).toEqual({ at: 9 * hour, what: 'back' });
  expect(goneSince(back)).toBeUndefined();
  for (const change of back.changes ?? []) evidenceChange.parse(change);
});

test('what is seen of a post that is gone, on the same visit or cut, does not bring it back', () => {
  const long = `Hello Tidewater, ${'you lost my draft '.repeat(10)}`;
  const gone = seen(long, { changes: addGone({}, 'deleted', hour) });
  expect(mergeMention(gone, seen(long, { seenAt: hour + 5_000 })).changes).toEqual(gone.changes);
  expect(mergeMention(gone, seen(`${long.slice(0, 60)}…`, { seenAt: 9 * hour })).changes).toEqual(gone.changes);
  const shown = mergeMention(gone, seen(long, { seenAt: 9 * hour }));
  expect(addGone(shown, 'deleted', 9 * hour + 1_000)).toEqual(gone.changes);
});
