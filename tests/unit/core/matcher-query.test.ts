import { describe, expect, it } from 'vitest';
import { compileMatcher, type Listened } from '../../../core/matcher.ts';
import type { Heard } from '../../../core/query-tree.ts';

const post: Heard = {
  text: '',
  site: 'reddit',
  host: 'old.reddit.com',
  kind: 'comment',
  author: { handle: '@JaneDoe', name: 'Dr Jane Doe ✨' },
  community: 'r/devops',
  rating: 2,
};
const ask = (query: string, change: Partial<Heard>) => compileMatcher([{ id: 'k', query }]).match({ ...post, ...change });
/** The words a keyword is found by, or undefined where the post is no mention of it. */
function find(query: string, text: string, change: Partial<Heard> = {}): string[] | undefined {
  const { hits, keywordIds } = ask(query, { text, ...change });
  return keywordIds.length > 0 ? hits.map(({ start, end }) => text.slice(start, end)) : undefined;
}

describe('operators', () => {
  it.each<[string, string, string[] | undefined]>([
    ['acme AND rocket', 'The Rocket of Acme', ['Rocket', 'Acme']],
    ['acme AND rocket', 'acme', undefined],
    ['acme OR rocket', 'a rocket', ['rocket']],
    ['acme NOT recipe', 'acme recipe', undefined],
    ['acme NOT recipe', 'acme', ['acme']],
    ['acme NOT (pie OR "ice cream")', 'acme ice cream', undefined],
    ['(acme AND rocket) OR fuel', 'acme fuel', ['fuel']],
    ['acme OR acme rocket', 'acme rocket', ['acme', 'acme rocket']],
    ['acme rocket', 'acme the rocket', undefined],
    ['acme "rocket fuel"', 'rocket fuel by acme', ['rocket fuel', 'acme']],
    // What is wrong does the most sensible thing.
    ['acme AND', 'acme', ['acme']],
    ['(acme OR rocket', 'rocket', ['rocket']],
    ['acme AND "rocket', 'acme rocket', ['acme', 'rocket']],
    ['acme AND rocket OR fuel', 'fuel', ['fuel']],
    ['acme OR NOT rocket', 'fuel', undefined],
    ['NOT acme', 'fuel', undefined],
    ['*acme', 'acme', ['acme']],
    ['OR', 'this or that', ['or']],
  ])('%s in %j', (query, text, found) => {
    expect(find(query, text)).toEqual(found);
  });
});

describe('distance: at most so many words may stand between', () => {
  it.each<[string, string, boolean]>([
    ['acme NEAR/0 rocket', 'acme rocket', true],
    ['acme NEAR/0 rocket', 'rocket, acme', true],
    ['acme NEAR/0 rocket', 'acme big rocket', false],
    ['acme NEAR/2 rocket', 'acme is a rocket', true],
    ['acme NEAR/2 rocket', 'acme is not a rocket', false],
    ['acme ONEAR/2 rocket', 'acme is a rocket', true],
    ['acme ONEAR/2 rocket', 'rocket by acme', false],
    ['acme NEAR/1 rocket', "acme doesn't rocket", true],
    ['acme NEAR/1 rocket', 'acme state-of-the-art rocket', true],
    ['acme NEAR/1 rocket', 'acme 3.5 rocket', true],
    ['acme NEAR/1 rocket', 'acme example.com/a rocket', true],
    ['acme NEAR/0 rocket', 'acme 🚀 — rocket', true],
    ['acme NEAR/3 acme', 'acme', false],
    ['acme NEAR/3 acme', 'acme and acme', true],
    ['(acme OR apple) NEAR/1 (rocket OR fuel)', 'fuel for apple', true],
    ['acme NEAR/1 rocket NEAR/1 fuel', 'acme big rocket big fuel', true],
    ['東京 NEAR/1 大阪', '東京から大阪', true],
    ['東京 NEAR/0 大阪', '東京から大阪', false],
    ['acme NEAR/3 site:reddit', 'acme', true],
  ])('%s in %j: %s', (query, text, found) => {
    expect(find(query, text) !== undefined).toBe(found);
  });

  it('only words that are near are marked', () => {
    expect(find('acme NEAR/1 rocket', 'acme went far away from any rocket, acme rocket')).toEqual(['rocket', 'acme', 'rocket']);
  });
});

describe('wildcards and exact letters', () => {
  it.each<[string, string, string[] | undefined]>([
    ['complain*', 'Complaints, complain; plaintiff', ['Complaints', 'complain']],
    ['wom?n', 'woman women womn', ['woman', 'women']],
    ['col*r', 'colour color col colours', ['colour', 'color']],
    ['acme rock*', 'Acme rockets', ['Acme rockets']],
    ['rock* acme', 'rockets, Acme!', ['rockets, Acme']],
    ['#acme*', '#acmerocket acme', ['#acmerocket']],
    ['stras*', 'Straße STRASSEN', ['Straße', 'STRASSEN']],
    ['caf?', 'cafe caf', ['caf']],
    ['caf*', 'un café', ['café']],
    ['삼성*', '삼성전자', ['삼성전자']],
    ['東京*', '東京都', ['東京']],
    ['"rock*"', 'rocket rock', ['rock']],
    ['{BT}', 'BT bt Bt', ['BT']],
    ['{Café}', 'Café café cafe Cafe\u0301', ['Café', 'Cafe\u0301']],
    ['{Acme Rocket}', 'Acme rocket, Acme — Rocket', ['Acme — Rocket']],
  ])('%s in %j', (query, text, found) => {
    expect(find(query, text)).toEqual(found);
  });
});

describe('fields', () => {
  it.each<[string, Partial<Heard>, boolean]>([
    ['site:reddit', {}, true],
    ['site:reddit.com', {}, true],
    ['site:www.reddit.com', {}, true],
    ['site:edit.com', {}, false],
    ['site:x', {}, false],
    ['site:(x OR reddit)', {}, true],
    ['author:janedoe', {}, true],
    ['author:@JaneDoe', {}, true],
    ['author:"jane doe"', {}, true],
    ['author:jane', {}, true],
    ['author:ja', {}, false],
    ['author:ann', { author: { handle: 'ann@mastodon.social' } }, true],
    ['author:ann', { author: {} }, false],
    ['kind:comment', {}, true],
    ['kind:review', {}, false],
    ['rating:<3', {}, true],
    ['rating:<2', {}, false],
    ['rating:>=2', {}, true],
    ['rating:2', {}, true],
    ['rating:<3', { rating: undefined }, false],
    ['rating:many', {}, false],
    ['in:r/devops', {}, true],
    ['in:devops', {}, true],
    ['in:reddit/r/devops', {}, true],
    ['in:x/r/devops', {}, false],
    ['in:r/dev', {}, false],
    ['in:linux', { site: 'lemmy', community: '!linux@lemmy.ml' }, true],
    ['has:question', { text: 'does it work?' }, true],
    ['has:question', { text: 'see https://a.example/?q=1' }, false],
    ['has:question', { text: '動きますか？' }, true],
    ['has:link', { text: 'see https://a.example' }, true],
    ['has:link', { text: 'see this', links: ['https://a.example/'] }, true],
    ['has:link', { text: 'nothing' }, false],
    ['lang:de', { text: 'Das ist nicht gut, und ich bin sehr enttäuscht von der App' }, true],
    ['lang:de', { text: 'hallo' }, false],
    ['lang:pt', { lang: 'pt-BR' }, true],
    ['lang:pt-pt', { lang: 'pt-BR' }, false],
    ['NOT lang:de AND site:reddit', { lang: 'en' }, true],
  ])('%s of %j: %s', (query, change, found) => {
    expect(ask(query, change).keywordIds).toEqual(found ? ['k'] : []);
  });

  it('a field alone matches without a hit, and its guard counts', () => {
    expect(find('site:reddit AND rating:<3', 'bad')).toEqual([]);
    expect(find('site:reddit NOT recipe', 'a recipe')).toBeUndefined();
    expect(find('acme rating:<3', 'acme')).toEqual(['acme']);
  });
});

describe('addresses', () => {
  it.each<[string, string, string[]]>([
    ['example.com', 'see EXAMPLE.com/a', []],
    ['example.com', 'see this', ['https://example.com']],
    ['example.com', 'see this', ['https://www.blog.example.com:8080/a?b#c']],
    ['www.example.com', 'see this', ['http://example.com/']],
    ['https://example.com/blog', 'see this', ['https://example.com/blog/1']],
    ['example.com', 'see this', ['https://l.site.example/l.php?u=https%3A%2F%2Fexample.com%2Fa&h=1']],
    ['acme AND example.com', 'acme', ['https://example.com']],
  ])('%s in %j with links %j', (query, text, links) => {
    expect(find(query, text, { links })).toBeDefined();
  });

  it.each<[string, string[]]>([
    [
      'example.com',
      ['https://notexample.com', 'https://example.com.evil.test', 'https://a.test/example.com', 'mailto:a@example.com', 'junk'],
    ],
    ['example.com/pro', ['https://example.com/products']],
    ['{example.com}', ['https://example.com']],
    ['example', ['https://example.com']],
  ])('%s is not in %j', (query, links) => {
    expect(find(query, 'see this', { links })).toBeUndefined();
  });

  it('names the links that were asked for, and no others', () => {
    const links = ['https://other.example/', 'https://example.com/a', 'https://acme.test/', 'https://example.com/b'];
    const linksOf = (query: string, text = 'rocket') => ask(query, { text, links }).links;
    expect(linksOf('example.com')).toEqual(['https://example.com/a']);
    expect(linksOf('rocket AND example.com')).toEqual(['https://example.com/a']);
    expect(linksOf('example.com OR acme.test')).toEqual(['https://example.com/a', 'https://acme.test/']);
    expect(linksOf('rocket AND has:link')).toEqual(['https://other.example/']);
    expect(linksOf('rocket')).toBeUndefined();
    expect(linksOf('rocket AND NOT has:link')).toBeUndefined();
    expect(linksOf('absent AND example.com')).toBeUndefined();
  });

  it('links are only asked for where a keyword needs them', () => {
    let asked = 0;
    const text = 'acme';
    const heard: Heard = {
      ...post,
      text,
      get links() {
        asked++;
        return [];
      },
    };
    compileMatcher([{ id: 'k', query: 'acme AND NOT (site:x rating:>3)' }]).match(heard);
    expect(asked).toBe(0);
    compileMatcher([{ id: 'k', query: 'acme.com' }]).match(heard);
    expect(asked).toBe(1);
  });
});

describe('many keywords', () => {
  const keywords: Listened[] = [
    { id: 'plain', query: 'acme' },
    { id: 'guarded', query: 'acme NOT recipe' },
    { id: 'field', query: 'rating:<3' },
    { id: 'linked', query: 'acme.test' },
    { id: 'never', query: 'NOT acme' },
    { id: 'empty', query: ' ' },
  ];

  it('each is named once, those with hits first', () => {
    const { hits, keywordIds } = compileMatcher(keywords).match({ ...post, text: 'Acme, acme', links: ['https://acme.test/'] });
    expect(keywordIds.slice(0, 2)).toEqual(['guarded', 'plain']);
    expect(keywordIds.slice(2).sort()).toEqual(['field', 'linked']);
    expect(hits.map(({ keywordId, start }) => [keywordId, start])).toEqual([
      ['guarded', 0],
      ['plain', 0],
      ['guarded', 6],
      ['plain', 6],
    ]);
  });

  it('only those that can match are counted', () => {
    expect(compileMatcher(keywords).size).toBe(4);
  });

  it('a thousand that share a common guard cost no more than those whose words are there', () => {
    const many = Array.from({ length: 1_000 }, (_, n) => ({ id: `k${n}`, query: `brand${n} NOT (recipe OR pie)` }));
    const matcher = compileMatcher(many);
    expect(matcher.match({ ...post, text: 'a recipe for brand7 pie and brand8' }).keywordIds).toEqual([]);
    expect(matcher.match({ ...post, text: 'brand7 and brand8' }).keywordIds).toEqual(['k7', 'k8']);
  });
});
