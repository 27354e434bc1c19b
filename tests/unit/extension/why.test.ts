import { expect, test, vi } from 'vitest';
import { heardOf } from '../../../core/heard.ts';
import { compileMatcher } from '../../../core/matcher.ts';
import type { Mention } from '../../../core/model.ts';

vi.mock('wxt/browser', async () => ({ browser: { i18n: { getMessage: (await import('./english.ts')).getMessage } } }));

const { explainMention } = await import('../../../components/why-words.ts');

const post: Mention = {
  id: 'reddit:1',
  site: 'reddit',
  postId: '1',
  url: 'https://www.reddit.com/r/devops/comments/1/',
  kind: 'comment',
  author: { handle: 'ada' },
  text: 'Is the acme rocket out? We saw the Acme Rocket launch in Berlin.',
  community: 'r/devops',
  rating: 2,
  hits: [],
  keywordIds: ['k'],
  seenAt: 1,
  status: 'new',
};

/** As a page would keep it: with the hits of this query. */
const heard = (query: string, change: Partial<Mention> = {}): Mention => {
  const mention = { ...post, ...change };
  return { ...mention, hits: compileMatcher([{ id: 'k', query }]).match(heardOf(mention)).hits };
};
const nameSite = (site: string) => (site === 'reddit' ? 'Reddit' : site);
const why = (mention: Mention, keywords: [string, string, string][]) =>
  explainMention(mention, new Map(keywords.map(([id, name, query]) => [id, { name, query }])), nameSite);

test.each([
  ['acme rocket', 'Because of “acme rocket” (2×)'],
  ['"acme rocket" AND berlin', 'Because of “acme rocket” (2×) and “berlin”'],
  ['acme rocket NOT salad', 'Because of “acme rocket” (2×)'],
  ['"acme rocket" NEAR/4 launch', 'Because of “acme rocket” near “launch”'],
  ['acme ONEAR/4 launch', 'Because of “acme” shortly before “launch”'],
  ['acme AND site:reddit AND in:reddit/r/devops', 'Because of “acme” (2×), on Reddit, in r/devops'],
  ['acme AND kind:comment AND author:ada', 'Because of “acme” (2×), a comment, by ada'],
  ['{Acme} AND rating:<3', 'Because of “Acme” in this very spelling, rated < 3'],
  ['acme AND has:question', 'Because of “acme” (2×), with a question'],
  ['globex OR launch', 'Because of “launch”'],
])('%s: %s', (query, line) => {
  expect(why(heard(query), [['k', 'Acme', query]])).toEqual([line]);
});

test('several keywords are told apart by their names', () => {
  const mention = { ...heard('acme'), keywordIds: ['k', 'b'] };
  expect(
    why(mention, [
      ['k', 'Our brand', 'acme'],
      ['b', 'Berlin talk', 'berlin'],
    ]),
  ).toEqual(['Our brand: because of “acme” (2×)', 'Berlin talk: because of “berlin”']);
});

test('a keyword that was changed or removed since is said to be, with the words it was found by', () => {
  expect(why(heard('acme rocket'), [['k', 'Acme', 'globex']])).toEqual([
    'The keyword “Acme” is another one now. This was found by “acme rocket”.',
  ]);
  expect(why(heard('acme rocket'), [])).toEqual(['Found by “acme rocket”, for a keyword that was removed.']);
  expect(why({ ...post, hits: [] }, [])).toEqual(['Found for a keyword that was removed.']);
});

test.each([
  ['example.com', ['https://www.example.com/blog/one?a=1#top'], 'Because of a link to example.com/blog/one?a=1'],
  ['example.com', ['https://l.site.example/l.php?u=https%3A%2F%2Fexample.com%2FA%2F&h=1'], 'Because of a link to example.com/A'],
  ['münchen.example', ['https://xn--mnchen-3ya.example/'], 'Because of a link to münchen.example'],
  ['example.com', [`https://example.com/${'a'.repeat(90)}`], `Because of a link to example.com/${'a'.repeat(47)}…`],
  ['acme AND has:link', ['https://other.example/'], 'Because of “acme” (2×), with a link'],
])('%s: a link that was kept is named', (query, links, line) => {
  expect(why({ ...post, links, hits: [] }, [['k', 'Site', query]])).toEqual([line]);
});

test('where a link was not kept, the keyword is not said to have been changed for certain', () => {
  expect(why({ ...post, hits: [] }, [['k', 'Site', 'example.com']])).toEqual([
    'The keyword “Site” is another one now, or found this by something that is not kept.',
  ]);
});
