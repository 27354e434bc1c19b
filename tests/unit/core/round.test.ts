import { describe, expect, test } from 'vitest';
import type { QueryNode } from '../../../core/query-tree.ts';
import { mostStops, planRound, type RoundChoice, type RoundSite, toRounds, viewRound } from '../../../core/round.ts';
import { joinWords, listSearchWords, wordsOfQuery } from '../../../core/search-words.ts';

const hour = 3_600_000;
const now = 1_000 * hour;
const site = (id: string, part: Partial<RoundSite> = {}): RoundSite => ({
  id,
  name: id.toUpperCase(),
  host: `${id}.example`,
  searchUrl: (words) => `https://${id}.example/search?q=${encodeURIComponent(words)}`,
  notificationsUrl: `https://${id}.example/notifications`,
  pages: [],
  origins: [],
  ...part,
});
const sites = [site('x'), site('reddit'), site('forum', { searchUrl: undefined, notificationsUrl: undefined })];
const keywords = [
  { id: 'k1', words: ['acme'] },
  { id: 'k2', words: ['"acme rocket"'] },
];
const choice: RoundChoice = { sites: ['x', 'reddit', 'forum'], keywordIds: ['k1', 'k2'], notifications: true, within: 0 };
const plan = (part: Partial<Parameters<typeof planRound>[0]> = {}) => planRound({ sites, keywords, rounds: [], choice, now, ...part });
const urls = (part?: Parameters<typeof plan>[0]) => plan(part).map(({ url }) => url.replace('https://', ''));

describe('a round', () => {
  test('goes through each site’s notifications and a search for each keyword, site by site', () => {
    expect(urls()).toEqual([
      'x.example/notifications',
      'x.example/search?q=acme',
      'x.example/search?q=%22acme%20rocket%22',
      'reddit.example/notifications',
      'reddit.example/search?q=acme',
      'reddit.example/search?q=%22acme%20rocket%22',
    ]);
  });

  test('leaves out what was not chosen', () => {
    expect(urls({ choice: { ...choice, sites: ['reddit'], keywordIds: ['k1'], notifications: false } })).toEqual([
      'reddit.example/search?q=acme',
    ]);
    expect(urls({ choice: { ...choice, sites: [] } })).toEqual([]);
  });

  test('leaves out what was gone through within the chosen hours, and only that', () => {
    const rounds = [
      { id: 'x:k1', site: 'x', keywordId: 'k1', checkedAt: now - 2 * hour },
      { id: 'x:notifications', site: 'x', checkedAt: now - 30 * hour },
      { id: 'reddit:notifications', site: 'reddit', checkedAt: now - hour },
    ];
    expect(urls({ rounds, choice: { ...choice, within: 12, keywordIds: ['k1'] } })).toEqual([
      'x.example/notifications',
      'reddit.example/search?q=acme',
    ]);
    expect(urls({ rounds })).toHaveLength(6);
  });

  test('searches the same words once, for both keywords, and is left out only when both are fresh', () => {
    const same = [...keywords, { id: 'k3', words: ['acme'] }];
    const both = { ...choice, keywordIds: ['k1', 'k3'], sites: ['x'], notifications: false };
    const [stop, ...more] = plan({ keywords: same, choice: both });
    expect(more).toEqual([]);
    expect(stop?.ids).toEqual(['x:k1', 'x:k3']);
    expect(stop && toRounds(stop, 5)).toEqual([
      { id: 'x:k1', site: 'x', keywordId: 'k1', checkedAt: 5 },
      { id: 'x:k3', site: 'x', keywordId: 'k3', checkedAt: 5 },
    ]);
    const rounds = [{ id: 'x:k1', site: 'x', keywordId: 'k1', checkedAt: now }];
    expect(plan({ keywords: same, rounds, choice: { ...both, within: 4 } })).toHaveLength(1);
  });

  test('goes only to https pages, and to no more than anyone can go through', () => {
    const odd = site('odd', { searchUrl: () => 'javascript:alert(1)', notificationsUrl: 'http://odd.example/' });
    expect(plan({ sites: [odd], choice: { ...choice, sites: ['odd'] } })).toEqual([]);
    const many = Array.from({ length: 5_000 }, (_, i) => ({ id: `k${i}`, words: [`w${i}`] }));
    expect(plan({ keywords: many, choice: { ...choice, keywordIds: many.map(({ id }) => id) } })).toHaveLength(mostStops);
  });

  const alternatives = [{ id: 'k1', words: ['acme', '"acme inc"', '@acme', '#acme'] }];
  const searched = { ...choice, keywordIds: ['k1'], notifications: false };

  test('a keyword of alternatives is one search each, at most three, and each is gone through by itself', () => {
    const stops = plan({ keywords: alternatives, choice: { ...searched, sites: ['x'] } });
    expect(stops.map(({ words }) => words)).toEqual(['acme', '"acme inc"', '@acme']);
    expect(stops.flatMap((stop) => toRounds(stop, 5))).toEqual([
      { id: 'x:k1', site: 'x', keywordId: 'k1', checkedAt: 5 },
      { id: 'x:k1:1', site: 'x', keywordId: 'k1', checkedAt: 5 },
      { id: 'x:k1:2', site: 'x', keywordId: 'k1', checkedAt: 5 },
    ]);
    const rounds = [{ id: 'x:k1', site: 'x', keywordId: 'k1', checkedAt: now }];
    const left = plan({ keywords: alternatives, rounds, choice: { ...searched, sites: ['x'], within: 4 } });
    expect(left.map(({ words }) => words)).toEqual(['"acme inc"', '@acme']);
  });

  test('where the site’s search has a word for "or" all alternatives are one search', () => {
    const stops = plan({ sites: [site('x', { searchOr: 'OR' })], keywords: alternatives, choice: searched });
    expect(stops.map(({ words }) => words)).toEqual(['acme OR "acme inc" OR @acme OR #acme']);
    expect(stops.map(({ ids }) => ids)).toEqual([['x:k1']]);
  });

  test('a keyword without words is searched nowhere', () => {
    expect(urls({ keywords: [{ id: 'k1', words: [] }], choice: { ...choice, notifications: false } })).toEqual([]);
  });

  test('shows how far it is, waits without a tab, and ends', () => {
    const stops = plan();
    const round = { stops, at: 1, startedAt: now, done: 1, skipped: 0, tabId: 4, read: { posts: 12 } };
    expect(viewRound(round)).toMatchObject({ state: 'going', at: 2, total: 6, name: 'X', words: 'acme', posts: 12 });
    const { tabId: _, read: __, ...waiting } = round;
    expect(viewRound(waiting)).toMatchObject({ state: 'waiting', at: 2 });
    expect(viewRound(waiting)).not.toHaveProperty('posts');
    expect(viewRound({ ...round, at: 6, done: 4, skipped: 2 })).toEqual({ state: 'over', total: 6, done: 4, skipped: 2 });
    expect(viewRound(undefined)).toBeUndefined();
  });
});

describe('what is typed into a search box', () => {
  const span = { start: 0, end: 0 };
  const term = (text: string, part: object = {}): QueryNode => ({ type: 'term', text, quoted: false, exact: false, span, ...part });
  const and = (...children: QueryNode[]): QueryNode => ({ type: 'and', children, span });
  const or = (...children: QueryNode[]): QueryNode => ({ type: 'or', children, span });
  const not = (child: QueryNode): QueryNode => ({ type: 'not', child, span });
  const field = (value: string): QueryNode => ({ type: 'field', field: 'site', comparison: '=', value, span });

  test('the words of a plain keyword, several as a phrase', () => {
    expect(wordsOfQuery('acme')).toEqual(['acme']);
    expect(wordsOfQuery(' acme rocket ')).toEqual(['"acme rocket"']);
    expect(wordsOfQuery('#acme')).toEqual(['#acme']);
    expect(wordsOfQuery('(acme OR "acme inc") AND bug NOT recipe site:reddit')).toEqual(['acme bug', '"acme inc" bug']);
    expect(wordsOfQuery('rating:<3')).toEqual([]);
  });

  test('of a query its positive words, one search for each alternative, never what is excluded or a field', () => {
    const query = and(or(term('acme'), term('@acme')), or(term('slow app'), term('crash')), not(term('recipe')), field('reddit'));
    expect(listSearchWords(query)).toEqual(['acme "slow app"', 'acme crash', '@acme "slow app"', '@acme crash']);
    expect(listSearchWords({ type: 'near', left: term('acme'), right: term('bug'), distance: 3, ordered: false, span })).toEqual([
      'acme bug',
    ]);
    expect(listSearchWords(or(field('x'), term('acme')))).toEqual(['acme']);
    expect(listSearchWords(not(term('acme')))).toEqual([]);
    expect(listSearchWords(undefined)).toEqual([]);
  });

  test('a wildcard searches for what stands before it, an exact or quoted star for itself', () => {
    expect(listSearchWords(term('rocket*'))).toEqual(['rocket']);
    expect(listSearchWords(term('w?rd'))).toEqual(['w']);
    expect(listSearchWords(term('a*b', { quoted: true }))).toEqual(['a*b']);
  });

  test('a very long query is cut between words', () => {
    const [words = ''] = listSearchWords(and(...Array.from({ length: 100 }, (_, i) => term(`word${i}`))));
    expect(words.length).toBeLessThanOrEqual(200);
    expect(words).toMatch(/ word\d+$/);
  });

  test('alternatives beyond number are cut, and doubles are one', () => {
    const many = or(...Array.from({ length: 40 }, (_, i) => term(`a${i}`)));
    expect(listSearchWords(and(many, many, many)).length).toBeLessThanOrEqual(10);
    expect(listSearchWords(or(term('acme'), term('acme')))).toEqual(['acme']);
  });

  test('alternatives in one box are kept apart by brackets, and end before the box is full', () => {
    expect(joinWords(['acme'], 'OR')).toBe('acme');
    expect(joinWords(['acme bug', '"acme inc" bug', '"acme labs"'], 'OR')).toBe('(acme bug) OR ("acme inc" bug) OR "acme labs"');
    const long = joinWords(
      Array.from({ length: 10 }, (_, i) => `${i}`.repeat(60)),
      'OR',
    );
    expect(long.length).toBeLessThanOrEqual(210);
    expect(long).toMatch(/^0+ OR 1+ OR 2+$/);
  });
});
