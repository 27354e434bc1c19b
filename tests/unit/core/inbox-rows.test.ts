import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGrouper, type Entry, groupRows, threadKeyOf } from '../../../core/inbox-groups.ts';
import { addPage, listFresh, listGone, listRows, type Pages, takeUpdates } from '../../../core/inbox-rows.ts';
import type { Mention } from '../../../core/model.ts';

const row = (n: number, part: Partial<Mention> = {}): Mention => ({
  id: `x:${n}`,
  site: 'x',
  postId: String(n),
  kind: 'post',
  author: {},
  text: `Acme ${n}`,
  hits: [],
  keywordIds: ['k1'],
  seenAt: n,
  status: 'new',
  ...part,
});
const ids = (pages: Pages): string[] => listRows(pages).map(({ postId }) => postId);
const isNew = ({ status }: Mention) => status === 'new';
const taking = { passes: isNew, sort: 'time', complete: false } as const;
const none = { closed: new Set<string>(), opened: new Set<string>() };
const shown = (entries: readonly Entry[]): string[] => entries.map(({ mention }) => mention.postId);

const pages: Pages = [
  [row(9), row(8)],
  [row(6), row(5)],
];

test('a page that is read twice is there once', () => {
  expect(ids(addPage(pages, [row(5), row(4)]))).toEqual(['9', '8', '6', '5', '4']);
  expect(addPage(pages, [row(6)])).toBe(pages);
});

test('what is new at the head is told, and moves nothing', () => {
  const fresh = (complete: boolean) => listFresh(pages, [row(11), row(10), row(9), row(7), row(4)], { sort: 'time', complete });
  expect(fresh(false).map(({ postId }) => postId)).toEqual(['11', '10', '7']);
  expect(fresh(true).map(({ postId }) => postId)).toEqual(['11', '10', '7', '4']);
});

test('a row that belongs here no more leaves, and one that changed keeps its place', () => {
  const updates = new Map<string, Mention | undefined>([
    ['x:8', row(8, { status: 'done' })],
    ['x:6', row(6, { tags: ['later'], seenAt: 1 })],
    ['x:5', undefined],
  ]);
  const next = takeUpdates(pages, updates, taking);
  expect(ids(next)).toEqual(['9', '6']);
  expect(next[1]?.[0]?.tags).toEqual(['later']);
});

test('what is taken back stands again where it stood, first, between and last', () => {
  for (const n of [9, 8, 6, 5]) {
    const without = takeUpdates(pages, new Map([[`x:${n}`, row(n, { status: 'done' })]]), taking);
    expect(ids(without)).not.toContain(String(n));
    const back = takeUpdates(without, new Map([[`x:${n}`, row(n)]]), { ...taking, mayEnter: true, complete: true });
    expect(ids(back)).toEqual(['9', '8', '6', '5']);
  }
});

test('one that belongs below what was read so far waits for its page', () => {
  expect(ids(takeUpdates(pages, new Map([['x:2', row(2)]]), { ...taking, mayEnter: true }))).toEqual(['9', '8', '6', '5']);
  expect(ids(takeUpdates([], new Map([['x:2', row(2)]]), { ...taking, mayEnter: true, complete: true }))).toEqual(['2']);
});

test('mentions by priority stay by priority, those without one last', () => {
  const sorted: Pages = [[row(1, { priority: 90 }), row(7, { priority: 20 }), row(9)]];
  const back = takeUpdates(sorted, new Map([['x:3', row(3, { priority: 50 })]]), {
    ...taking,
    sort: 'priority',
    complete: true,
    mayEnter: true,
  });
  expect(ids(back)).toEqual(['1', '3', '7', '9']);
});

test('a thread is its first post and all under it, whatever of it the page told', () => {
  expect(threadKeyOf(row(4, { thread: '1' }))).toBe('x:1');
  expect(threadKeyOf(row(1))).toBe('x:1');
  expect(threadKeyOf(row(5, { parent: { postId: '1' } }))).toBe('x:1');
});

test('a thread stands together where its first row is, all of it shown as it is read', () => {
  const entries = groupRows([[row(9), row(8, { thread: '1' }), row(7), row(6, { thread: '1' }), row(1)]], none);
  expect(shown(entries)).toEqual(['9', '1', '6', '8', '7']);
  expect(entries.map(({ thread }) => thread?.place)).toEqual([undefined, 'first', 'middle', 'last', undefined]);
  expect(entries[1]?.thread?.size).toBe(3);
});

test('a folded thread is one line that says how many stand behind it', () => {
  const entries = groupRows([[row(8, { thread: '1' }), row(7), row(6, { thread: '1' })]], { ...none, closed: new Set(['x:1']) });
  expect(shown(entries)).toEqual(['6', '7']);
  expect(entries[0]?.folded).toHaveLength(1);
});

test('the next page does not push rows into the one above it', () => {
  const first = [row(9, { thread: '1' }), row(8)];
  const above = shown(groupRows([first], none));
  const both = shown(groupRows([first, [row(7), row(6, { thread: '1' })]], none));
  expect(both).toEqual([...above, '7', '6']);
});

test('posts that say the same fold into the first of them and unfold again', () => {
  const same: Pages = [[row(9, { likeness: 'a' }), row(8)], [row(7, { likeness: 'a' })]];
  const folded = groupRows(same, none);
  expect(shown(folded)).toEqual(['9', '8']);
  expect(folded[0]?.same.map(({ postId }) => postId)).toEqual(['7']);
  const open = groupRows(same, { ...none, opened: new Set(['x:9']) });
  expect(open.map(({ mention, isCopy }) => [mention.postId, isCopy])).toEqual([
    ['9', false],
    ['7', true],
    ['8', false],
  ]);
});

test('nothing is lost or shown twice, however threads and copies cross', () => {
  for (let seed = 1; seed < 200; seed++) {
    const random = (n: number, salt: number) => Math.imul(seed * 31 + salt, 2654435761) % n;
    const rows = Array.from({ length: 12 }, (_, i) =>
      row(20 - i, {
        ...(random(3, i) ? {} : { thread: String(Math.abs(random(4, i + 7))) }),
        ...(random(4, i + 3) ? {} : { likeness: `l${Math.abs(random(3, i + 11))}` }),
      }),
    );
    const all = { closed: new Set<string>(), opened: new Set(rows.map(({ id }) => id)) };
    expect(shown(groupRows([rows.slice(0, 6), rows.slice(6)], all)).sort()).toEqual(rows.map(({ postId }) => postId).sort());
  }
});

test('lines listed page by page are those listed all at once, and pages that nothing touches keep theirs', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ thread: fc.constantFrom(undefined, '1', '2'), likeness: fc.constantFrom(undefined, 'a', 'b') }), {
        minLength: 1,
        maxLength: 24,
      }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      (parts, sizes, isOpen) => {
        const rows = parts.map(({ thread, likeness }, i) =>
          row(90 - i, { ...(thread ? { thread } : {}), ...(likeness ? { likeness } : {}) }),
        );
        const pages = sizes.map((size) => rows.splice(0, size)).filter((page) => page.length > 0);
        const folding = isOpen ? { ...none, opened: new Set(['x:90', 'x:89']) } : none;
        const group = createGrouper();
        for (let count = 1; count <= pages.length; count++) {
          const before = group(pages.slice(0, count - 1), folding);
          const entries = group(pages.slice(0, count), folding);
          expect(entries).toEqual(groupRows(pages.slice(0, count), folding));
          const added = pages[count - 1]!;
          if (added.every(({ likeness }) => likeness === undefined)) expect(before.every((entry, i) => entry === entries[i])).toBe(true);
        }
        expect(group(pages.slice(1), folding)).toEqual(groupRows(pages.slice(1), folding));
      },
    ),
  );
});

test('what has left the pages is told from what stands on another page now', () => {
  const first = [row(9), row(8)];
  const pages: Pages = [first, [row(7), row(6)]];
  expect(listGone(pages, [...pages, [row(5)]])).toEqual([]);
  expect(listGone(pages, [first, [row(6)]]).map(({ postId }) => postId)).toEqual(['7']);
  expect(listGone(pages, [[row(7), row(9)], [row(6)]]).map(({ postId }) => postId)).toEqual(['8']);
});
