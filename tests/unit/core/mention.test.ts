import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMatcher } from '../../../core/matcher.ts';
import { buildCapture, excerptOf, type PostFacts } from '../../../core/mention.ts';
import { capture } from '../../../core/model.ts';

const post: PostFacts = {
  id: '12',
  url: 'https://x.com/maya/status/12',
  kind: 'post',
  author: { handle: 'maya', name: 'Maya' },
  postedAt: 5,
};
const matcher = compileMatcher([{ id: 'k', query: 'acme' }]);
const match = (text: string) => matcher.match({ text, site: 'x', kind: 'post', author: {} });

describe('a post becomes a mention', () => {
  it('with its words and where the keywords stand', () => {
    const text = 'I love Acme';
    expect(buildCapture('x', post, text, match(text), 9)).toEqual({
      site: 'x',
      postId: '12',
      url: 'https://x.com/maya/status/12',
      kind: 'post',
      author: { handle: 'maya', name: 'Maya' },
      text,
      postedAt: 5,
      hits: [{ keywordId: 'k', start: 7, end: 11 }],
      keywordIds: ['k'],
      seenAt: 9,
    });
  });

  it('only where there is a hit, and an id to know it by', () => {
    expect(buildCapture('x', post, 'nothing', match('nothing'), 9)).toBeUndefined();
    expect(buildCapture('x', { ...post, id: '' }, 'acme', match('acme'), 9)).toBeUndefined();
    expect(buildCapture('x', { ...post, id: 'a'.repeat(501) }, 'acme', match('acme'), 9)).toBeUndefined();
  });

  it('that the model takes, whatever the page wrote', () => {
    const long = 'acme 😀'.repeat(9_000);
    const wild = {
      ...post,
      url: 'javascript:alert(1)',
      author: { handle: 'h'.repeat(999), name: ' ', url: `https://x.com/${'u'.repeat(3_000)}` },
      postedAt: Number.NaN,
      rating: 99,
      community: 'c'.repeat(400),
      own: true,
      promoted: false,
    };
    const made = buildCapture('x', wild, long, match(long), 9.5);
    expect(capture.parse(made)).toEqual(made);
    expect(made).not.toHaveProperty('url');
    expect(made?.author).toEqual({ handle: 'h'.repeat(300) });
    expect(made?.own).toBe(true);
    expect(made?.text).not.toMatch(/\p{Surrogate}/u);
  });

  it('also where only a link or a field says so, and then it has no hit', () => {
    const linked = { hits: [], keywordIds: ['k'] };
    const made = buildCapture('x', post, 'look at this', linked, 9);
    expect(made).toMatchObject({ hits: [], keywordIds: ['k'] });
    expect(capture.parse(made)).toEqual(made);
  });

  it('with the links it is a mention by, but no more of them than fit', () => {
    const links = Array.from({ length: 9 }, (_, n) => `https://example.com/${n}/${'a'.repeat(3_000)}`);
    const made = buildCapture('x', post, 'look', { hits: [], keywordIds: ['k'], links }, 9);
    expect(made?.links).toHaveLength(5);
    expect(capture.parse(made)).toEqual(made);
  });

  it('an address is kept where it is https, or of this machine', () => {
    const urlOf = (url: string) => buildCapture('generic', { id: '1', kind: 'post', author: {}, url }, 'acme', match('acme'), 1)?.url;
    expect(urlOf('https://forum.example/t/1')).toBe('https://forum.example/t/1');
    expect(urlOf('http://localhost:4000/#p1')).toBe('http://localhost:4000/#p1');
    expect(urlOf('http://forum.example/t/1')).toBeUndefined();
    expect(urlOf('http://localhost.evil.example/')).toBeUndefined();
  });
});

describe('an excerpt', () => {
  it('is the whole of a short text, in one line', () => {
    expect(excerptOf(' I\n\nlove   Acme ', [{ keywordId: 'k', start: 11, end: 15 }])).toEqual({
      text: 'I love Acme',
      hits: [{ keywordId: 'k', start: 7, end: 11 }],
    });
  });

  it('of a long text stands around the first hit, cut between words', () => {
    const text = `${'before it '.repeat(60)}Acme${' after it'.repeat(60)}`;
    const excerpt = excerptOf(text, matcher.matchText(text));
    expect(excerpt.text).toMatch(/^…before it |^…it before/);
    expect(excerpt.text).toMatch(/(after|it)…$/);
    expect(excerpt.text.length).toBeLessThanOrEqual(160);
  });

  it('is well-formed, short enough and has its hits in the right place, for any text', () => {
    const word = fc.constantFrom('acme', 'Acme', '😀', '👩‍💻', 'e\u0301', '\n', '  ', 'word', '東京', 'x'.repeat(90), 'acme😀');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), fc.constantFrom('', ' '), fc.integer({ min: 20, max: 160 }), (words, space, max) => {
        const text = words.join(space);
        const hits = matcher.matchText(text);
        const excerpt = excerptOf(text, hits, max);
        expect(excerpt.text.length).toBeLessThanOrEqual(max);
        expect(excerpt.text).not.toMatch(/\p{Surrogate}/u);
        if (hits.length > 0) expect(excerpt.hits.length).toBeGreaterThan(0);
        for (const hit of excerpt.hits) expect(excerpt.text.slice(hit.start, hit.end).toLowerCase()).toBe('acme');
      }),
      { numRuns: 2_000 },
    );
  });
});
