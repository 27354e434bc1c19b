import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainMatch } from '../../../core/explain.ts';
import { heardOf } from '../../../core/heard.ts';
import { compileMatcher } from '../../../core/matcher.ts';
import type { Heard } from '../../../core/query-tree.ts';
import { nearlyQuery } from './query-trees.ts';

const post = (change: Partial<Heard> & { text: string }): Heard => ({
  site: 'reddit',
  kind: 'comment',
  author: { handle: 'jane', name: 'Jane Doe' },
  ...change,
});
const why = (query: string, change: Partial<Heard> & { text: string }) => explainMatch(query, post(change));

describe('why it matched', () => {
  it('names the words and where they stand', () => {
    expect(why('acme AND rocket NOT pie', { text: 'Acme rocket, ACME' })).toEqual({
      matched: true,
      reasons: [
        {
          type: 'words',
          text: 'acme',
          exact: false,
          lookalike: false,
          spans: [
            { start: 0, end: 4 },
            { start: 13, end: 17 },
          ],
        },
        { type: 'words', text: 'rocket', exact: false, lookalike: false, spans: [{ start: 5, end: 11 }] },
      ],
    });
  });

  it('only names the branch that is true', () => {
    expect(why('(acme AND rocket) OR fuel', { text: 'acme fuel' }).reasons).toMatchObject([{ text: 'fuel' }]);
  });

  it('says how near', () => {
    expect(why('acme NEAR/3 rocket', { text: 'the rocket of the good acme' }).reasons).toEqual([
      {
        type: 'near',
        left: 'acme',
        right: 'rocket',
        ordered: false,
        words: 3,
        most: 3,
        spans: [
          { start: 4, end: 10 },
          { start: 23, end: 27 },
        ],
      },
    ]);
  });

  it('says which field, and which link', () => {
    expect(why('rating:<3 site:reddit example.com', { text: 'see this', rating: 2, links: ['https://www.example.com/a'] }).reasons).toEqual(
      [
        { type: 'field', field: 'rating', comparison: '<', value: '3' },
        { type: 'field', field: 'site', comparison: '=', value: 'reddit' },
        { type: 'link', text: 'example.com', link: 'https://www.example.com/a' },
      ],
    );
  });

  it('says that letters only look the same', () => {
    expect(explainMatch('acme', post({ text: 'buy Аcme now' })).matched).toBe(false);
    expect(explainMatch('acme', post({ text: 'buy Аcme now' }), true).reasons).toMatchObject([
      { text: 'acme', lookalike: true, spans: [{ start: 4, end: 8 }] },
    ]);
    expect(explainMatch('acme', post({ text: 'buy Acme now' }), true).reasons).toMatchObject([{ lookalike: false }]);
  });

  it('gives no reason where it does not match', () => {
    expect(why('acme AND rocket', { text: 'acme' })).toEqual({ matched: false, reasons: [] });
    expect(why('NOT acme', { text: 'rocket' })).toEqual({ matched: false, reasons: [] });
    expect(why('', { text: 'rocket' })).toEqual({ matched: false, reasons: [] });
  });

  it('is of the same opinion as the matcher, whatever the query', () => {
    const text = fc
      .array(fc.constantFrom('acme', 'rocket', 'foo:bar', 'fuel?', 'http://a.b/c', ':)', 'OR', '(', 'Аcme'), { maxLength: 8 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(nearlyQuery, text, fc.boolean(), (query, words, lookalikes) => {
        const heard = post({ text: words, rating: 2, links: ['https://a.b/c'], community: 'r/devops' });
        const { hits, keywordIds } = compileMatcher([{ id: 'k', query, lookalikes }]).match(heard);
        const { matched, reasons } = explainMatch(query, heard, lookalikes);
        expect(matched).toBe(keywordIds.length > 0);
        const spans = reasons.flatMap((reason) => ('spans' in reason ? reason.spans : []));
        expect(new Set(spans.map(({ start, end }) => `${start}-${end}`))).toEqual(new Set(hits.map(({ start, end }) => `${start}-${end}`)));
      }),
      { numRuns: 3_000 },
    );
  }, 60_000);
});

it('a kept mention is asked by the host of its permalink', () => {
  const mention = { site: 'mastodon', url: 'https://Social.Example:8443/@jane/1', kind: 'post', author: {}, text: 'hi' } as const;
  expect(heardOf(mention)).toMatchObject({ host: 'social.example', site: 'mastodon', text: 'hi' });
});
