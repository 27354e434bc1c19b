import { expect, test } from 'vitest';
import type { PostFacts } from '../../../core/mention.ts';
import { recentPost } from '../../../core/model.ts';
import { buildRecent } from '../../../core/recent-post.ts';

const post: PostFacts = {
  id: '1',
  kind: 'post',
  url: 'https://x.com/ada/status/1',
  author: { handle: 'ada', name: 'Ada', url: 'https://x.com/ada' },
};

test('a post is kept with its words and what a keyword can ask of it, and nothing more', () => {
  const built = buildRecent('x', { ...post, community: 'r/devops', rating: 3, lang: 'en', links: ['https://acme.example/'] }, 'Hello', 7);
  expect(built).toEqual({
    id: 'x:1',
    site: 'x',
    url: 'https://x.com/ada/status/1',
    kind: 'post',
    author: { handle: 'ada', name: 'Ada' },
    text: 'Hello',
    community: 'r/devops',
    rating: 3,
    lang: 'en',
    links: ['https://acme.example/'],
    seenAt: 7,
  });
});

test('whatever a page says of a post, what is kept fits the model', () => {
  const huge = 'x'.repeat(50_000);
  const links = Array.from({ length: 100 }, (_, i) => (i % 2 ? huge : `https://acme.example/${i}`));
  const wild = { ...post, url: 'javascript:alert(1)', author: { handle: huge, name: '' }, community: huge, rating: 99, lang: huge, links };
  const built = buildRecent('x', wild, `${'a'.repeat(1_999)}😀`, 7.5);
  expect(recentPost.parse(built)).toEqual(built);
  expect(built).not.toHaveProperty('url');
  expect(built?.text).toHaveLength(1_999);
});

test.each([
  ['what the person wrote', { own: true }, 'Hello'],
  ['a message in no community', { kind: 'message' as const }, 'Hello'],
  ['a post without words', {}, ''],
  ['a post that cannot be told from others', { id: '' }, 'Hello'],
])('%s is not kept', (_, change, text) => {
  expect(buildRecent('x', { ...post, ...change }, text, 7)).toBeUndefined();
});

test('a message in a community is kept', () => {
  expect(buildRecent('discord', { ...post, kind: 'message', community: 'Gardeners' }, 'Hello', 7)?.community).toBe('Gardeners');
});
