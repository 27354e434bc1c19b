/** What a page tells of posts that have to do with answers. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { SeenPost } from '../../../core/model.ts';
import type { Reading } from '../../../entrypoints/watch.content/reader.ts';
import { createWitness, type Witness } from '../../../entrypoints/watch.content/witness.ts';

const text = 'Hello Ada, it hears you on every site you let it, and nowhere else.';
let told: SeenPost[];
let witness: Witness;

const readingOf = (id: string, handle: string, words: string) =>
  ({ post: { id, author: { handle }, text: [] }, text: { text: words } }) as unknown as Reading;
const toldIds = () => {
  vi.runAllTimers();
  return told.map(({ postId }) => postId);
};

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  witness = createWitness({
    site: 'x',
    parentOf: () => undefined,
    thread: () => '1',
    send: async (posts) => void told.push(...posts),
    signal: new AbortController().signal,
  });
  witness.see(readingOf('1', 'ada', 'Does anyone use Earshot?'), false, true);
});

test('posts that have nothing to do with answers are told of to nobody', () => {
  witness.see(readingOf('2', 'ada', 'Nobody?'), false, false);
  expect(toldIds()).toEqual([]);
});

test('what the other side writes beside an answer is told of', () => {
  witness.see(readingOf('2', 'me', 'By hand.'), true, false);
  witness.see(readingOf('3', 'ada', 'And on that one?'), false, false);
  expect(toldIds()).toEqual(['2', '3']);
});

test('so it is where the site does not say that the answer is the person’s own', () => {
  witness.expect(text);
  witness.see(readingOf('2', 'me', text), false, false);
  witness.see(readingOf('3', 'ada', 'And on that one?'), false, false);
  witness.see(readingOf('4', 'cy', 'Me too'), false, false);
  expect(toldIds()).toEqual(['2', '3']);
});

test('an answer that was put in and not sent yet tells of nobody', () => {
  witness.expect(text);
  witness.see(readingOf('3', 'ada', 'And on that one?'), false, false);
  expect(toldIds()).toEqual([]);
});
