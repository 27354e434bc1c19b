import { expect, test } from 'vitest';
import type { Mention, Play } from '../../../core/model.ts';
import { listPlaysFor, playedContext, playedMention } from '../../../core/playbook.ts';

const makePlay = (id: string, when: Play['when']): Play => ({ id, name: id, when, answer: 'answer', order: 0, createdAt: 0 });

const mention: Mention = {
  id: 'x:1',
  site: 'x',
  postId: '1',
  kind: 'post',
  author: { handle: 'mira' },
  text: 'Tidewater lost my draft. Does Brightleaf do better?',
  hits: [],
  keywordIds: ['us', 'them'],
  seenAt: 0,
  status: 'new',
  sentiment: { value: 'negative', words: ['lost'] },
  intents: ['complaint', 'switching'],
};
const kinds = new Map([
  ['us', 'brand'],
  ['them', 'competitor'],
] as const);
const post = playedMention(mention, kinds);
const named = (...plays: Play[]) => listPlaysFor(plays, post).map(({ id }) => id);

test('a play without a condition applies everywhere', () => {
  expect(named(makePlay('any', {}), makePlay('none asked', { query: '', intents: [], sentiments: [], keywordKinds: [] }))).toEqual([
    'any',
    'none asked',
  ]);
});

test('a play applies where all that it asks for holds', () => {
  expect(
    named(
      makePlay('all', { query: 'draft OR data', intents: ['switching'], sentiments: ['negative'], keywordKinds: ['competitor'] }),
      makePlay('wrong words', { query: 'refund', intents: ['switching'] }),
      makePlay('wrong intent', { intents: ['press'] }),
      makePlay('wrong feeling', { sentiments: ['positive', 'unknown'] }),
      makePlay('wrong kind', { keywordKinds: ['person'] }),
    ),
  ).toEqual(['all']);
});

test('the play that fits best stands first, and those that fit alike as the person put them', () => {
  expect(
    named(
      makePlay('any', {}),
      makePlay('unhappy', { sentiments: ['negative'] }),
      makePlay('leaving', { intents: ['switching'] }),
      makePlay('leaving for them', { intents: ['switching'], keywordKinds: ['competitor'] }),
    ),
  ).toEqual(['leaving for them', 'unhappy', 'leaving', 'any']);
});

test('a query of a play may ask for more than words', () => {
  expect(named(makePlay('author', { query: 'author:mira' }), makePlay('site', { query: 'draft AND site:reddit' }))).toEqual(['author']);
});

test('a play whose query cannot be read applies nowhere, and keeps no other from applying', () => {
  expect(named(makePlay('broken', { query: '(draft OR' }), makePlay('whole', { query: 'draft' }))).toContain('whole');
});

test('of a post that is no mention yet, what its page says is enough', () => {
  const seen = playedContext({ site: 'X', siteId: 'x', excerpt: 'How do I get my draft back?', keywordKind: 'brand' });
  const plays = [makePlay('question', { intents: ['question'], query: 'draft' }), makePlay('unhappy', { sentiments: ['negative'] })];
  expect(listPlaysFor(plays, seen).map(({ id }) => id)).toEqual(['question']);
});
