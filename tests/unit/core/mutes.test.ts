import { describe, expect, test } from 'vitest';
import type { Mute } from '../../../core/model.ts';
import { compileMutes, type MutablePost } from '../../../core/mutes.ts';
import { bestTime } from './best-time.ts';

const now = 1_000_000;
const post: MutablePost = {
  site: 'reddit',
  host: 'old.reddit.com',
  author: { handle: 'Rocket_Rita', name: 'Rita' },
  community: 'r/DevOps',
  text: 'Our rocket-salad is ready: Kräuter, too.',
};
const mute = (kind: Mute['kind'], value: string, more: Partial<Mute> = {}): Mute => ({
  id: `${kind}:${value}`,
  kind,
  value,
  createdAt: 1,
  ...more,
});
const mutedBy = (mutes: Mute[], change: Partial<MutablePost> = {}, ids = ['k1', 'k2'], at = now) => [
  ...compileMutes(mutes)
    .find({ ...post, ...change }, ids, at)
    .keys(),
];

describe('a mute reaches', () => {
  test('a person by their handle, whatever its case and with or without @, on their site alone', () => {
    const rita = mute('person', '@rocket_rita', { site: 'reddit' });
    expect(mutedBy([rita])).toEqual(['k1', 'k2']);
    expect(mutedBy([rita], { author: { handle: '@ROCKET_RITA' } })).toEqual(['k1', 'k2']);
    expect(mutedBy([rita], { site: 'x' })).toEqual([]);
    expect(mutedBy([rita], { author: { handle: 'rocket_rita2' } })).toEqual([]);
    expect(mutedBy([mute('person', 'rocket_rita')], { site: 'x' })).toEqual(['k1', 'k2']);
  });

  test('somebody without a handle by their name, and nobody by the name they give beside a handle', () => {
    const rita = mute('person', 'Rita', { site: 'reddit' });
    expect(mutedBy([rita], { author: { name: 'rita' } })).toEqual(['k1', 'k2']);
    expect(mutedBy([rita])).toEqual([]);
    expect(mutedBy([mute('person', 'x')], { author: {} })).toEqual([]);
  });

  test('a community, on its site', () => {
    expect(mutedBy([mute('community', 'r/devops', { site: 'reddit' })])).toEqual(['k1', 'k2']);
    expect(mutedBy([mute('community', 'r/devops', { site: 'lemmy' })])).toEqual([]);
    expect(mutedBy([mute('community', 'r/dev', { site: 'reddit' })])).toEqual([]);
    expect(mutedBy([mute('community', 'r/devops', { site: 'reddit' })], { community: undefined })).toEqual([]);
  });

  test('a site, or a host with all that stands below it', () => {
    expect(mutedBy([mute('place', 'reddit')])).toEqual(['k1', 'k2']);
    expect(mutedBy([mute('place', 'reddit.com')])).toEqual(['k1', 'k2']);
    expect(mutedBy([mute('place', 'www.example.com')], { site: 'generic', host: 'talk.Example.com' })).toEqual(['k1', 'k2']);
    expect(mutedBy([mute('place', 'ddit.com')])).toEqual([]);
    expect(mutedBy([mute('place', 'x')])).toEqual([]);
  });

  test('a phrase as keywords are found: folded, in whole words, over hyphens', () => {
    expect(mutedBy([mute('phrase', 'Rocket Salad')])).toEqual(['k1', 'k2']);
    expect(mutedBy([mute('phrase', 'krauter')])).toEqual(['k1', 'k2']);
    expect(mutedBy([mute('phrase', 'rocket sal')])).toEqual([]);
    expect(mutedBy([mute('phrase', 'salad rocket')])).toEqual([]);
  });

  test('words, also where they look like a query', () => {
    expect(mutedBy([mute('phrase', 'salad OR nothing')])).toEqual([]);
    expect(mutedBy([mute('phrase', 'NOT vegetables')])).toEqual([]);
    expect(mutedBy([mute('phrase', '"rocket" salad')])).toEqual(['k1', 'k2']);
    expect(mutedBy([mute('phrase', 'site:reddit')])).toEqual([]);
    expect(mutedBy([mute('phrase', '"')])).toEqual([]);
  });
});

test('for one keyword, the others of the post are heard', () => {
  expect(mutedBy([mute('place', 'reddit', { keywordId: 'k2' })])).toEqual(['k2']);
  expect(mutedBy([mute('place', 'reddit', { keywordId: 'k3' })])).toEqual([]);
  const both = [mute('place', 'reddit', { keywordId: 'k2' }), mute('phrase', 'salad', { keywordId: 'k1' })];
  expect(mutedBy(both).sort()).toEqual(['k1', 'k2']);
});

test('it says which mute it was', () => {
  const salad = mute('phrase', 'salad', { keywordId: 'k1' });
  expect(
    compileMutes([mute('person', 'someone'), salad])
      .find(post, ['k1', 'k2'], now)
      .get('k1'),
  ).toBe(salad);
});

test('a mute ends by itself, at its very time', () => {
  const brief = mute('place', 'reddit', { until: now + 10 });
  expect(mutedBy([brief], {}, ['k1'], now + 9)).toEqual(['k1']);
  expect(mutedBy([brief], {}, ['k1'], now + 10)).toEqual([]);
  const mutes = compileMutes([brief, mute('place', 'x', { until: now + 5 }), mute('place', 'y'), mute('place', 'z', { until: now - 5 })]);
  expect(mutes.nextEnd(now)).toBe(now + 5);
  expect(mutes.nextEnd(now + 5)).toBe(now + 10);
  expect(mutes.nextEnd(now + 10)).toBeUndefined();
});

test('an ended mute does not hide one that lasts', () => {
  const lasting = mute('place', 'reddit');
  expect(mutedBy([mute('place', 'reddit', { id: 'old', until: 5 }), lasting])).toEqual(['k1', 'k2']);
});

test('ten thousand mutes cost a post with hits hardly anything', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => mute(i % 2 ? 'person' : 'phrase', `nobody ${i}`, { site: 'reddit' }));
  const ask = (mutes: ReturnType<typeof compileMutes>) => () => {
    for (let i = 0; i < 1_000; i += 1) mutes.find(post, ['k1'], now);
  };
  const [few, all] = [bestTime(ask(compileMutes(many.slice(0, 10)))), bestTime(ask(compileMutes(many)))];
  expect(all / few).toBeLessThan(50);
});
