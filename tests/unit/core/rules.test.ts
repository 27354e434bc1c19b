import { expect, test } from 'vitest';
import type { Mention, Rule } from '../../../core/model.ts';
import { applyRules, compileRules, tryRule } from '../../../core/rules.ts';

const now = 1_000_000;
const makeRule = (id: string, change: Partial<Rule> = {}): Rule => ({
  id,
  name: id,
  query: 'down',
  on: true,
  order: 0,
  addTags: [],
  createdAt: 1,
  ...change,
});
const makeMention = (change: Partial<Mention> = {}): Mention => ({
  id: 'x:1',
  site: 'x',
  postId: '1',
  kind: 'post',
  author: { handle: 'ada' },
  text: 'Acme is down again',
  hits: [],
  keywordIds: ['k1'],
  seenAt: now,
  status: 'new',
  ...change,
});
const apply = (rules: Rule[], mention = makeMention(), around: Partial<Parameters<typeof applyRules>[2]> = {}) =>
  applyRules(compileRules(rules), mention, { keywords: [], ...around }, now);

test('all rules that fit fire, and each says what it did', () => {
  const rules = [
    makeRule('outage', { addTags: ['urgent'], star: true, order: 1 }),
    makeRule('acme', { query: 'acme', addTags: ['Urgent', 'brand'], status: 'waiting', assignee: 'Mia', order: 2 }),
    makeRule('other', { query: 'invoice', addTags: ['billing'] }),
  ];
  const { mention } = apply(rules);
  expect(mention).toMatchObject({ tags: ['urgent', 'brand'], starred: 1, status: 'waiting', assignee: 'Mia' });
  expect(mention.rules).toEqual([
    { ruleId: 'outage', name: 'outage', did: ['tag:urgent', 'star'], at: now },
    { ruleId: 'acme', name: 'acme', did: ['tag:brand', 'status:waiting', 'assign:Mia'], at: now },
  ]);
});

test('where two rules move a mention the first one does, and the second says that it did nothing', () => {
  const rules = [makeRule('b', { status: 'ignored', order: 2 }), makeRule('a', { status: 'done', order: 1 })];
  const { mention } = apply(rules);
  expect(mention.status).toBe('done');
  expect(mention.rules?.map(({ ruleId, did }) => [ruleId, did])).toEqual([
    ['a', ['status:done']],
    ['b', []],
  ]);
});

test('a rule that is off, for another keyword, for other people or with a query that cannot be read does not fire', () => {
  const none = [
    makeRule('off', { on: false }),
    makeRule('keyword', { keywordIds: ['k2'] }),
    makeRule('people', { personTags: ['press'] }),
    makeRule('broken', { query: 'NOT acme' }),
  ];
  expect(apply(none).mention.rules).toBeUndefined();
  expect(apply([makeRule('people', { personTags: ['press'] })], makeMention(), { personTags: ['Press'] }).mention.rules).toHaveLength(1);
  expect(apply([makeRule('keyword', { keywordIds: ['k2', 'k1'] })]).mention.rules).toHaveLength(1);
});

test('a rule without words fires for whatever is said of its keywords', () => {
  expect(apply([makeRule('all', { query: ' ', keywordIds: ['k1'], addTags: ['mine'] })]).mention.tags).toEqual(['mine']);
});

test('conditions are the keyword query language: fields, accents, letters of every kind', () => {
  const mention = makeMention({ text: 'Le café d’Ákos est fermé', community: 'r/devops', site: 'reddit', rating: 2 });
  for (const query of ['cafe', 'site:reddit akos', 'rating:<3', 'in:r/devops', 'author:ada'])
    expect([query, apply([makeRule('r', { query })], mention).mention.rules?.length]).toEqual([query, 1]);
});

test('the person’s own posts are left alone, and no rule begins a snooze that nothing ends', () => {
  expect(apply([makeRule('r', { addTags: ['x'] })], makeMention({ own: true })).mention.rules).toBeUndefined();
  expect(apply([makeRule('r', { status: 'snoozed' })]).mention.status).toBe('new');
});

test('a mention is told of once, at once where anyone asks for that', () => {
  const rules = [makeRule('daily', { notify: 'digest' }), makeRule('now', { notify: 'now', order: 1 })];
  const { notice, mention } = apply(rules, makeMention(), { keywords: [{ id: 'k1', notify: 'digest' }] });
  expect(notice).toEqual({ id: 'mention:x:1', at: now, kind: 'mention', mentionId: 'x:1', keywordId: 'k1', ruleId: 'now', how: 'now' });
  expect(mention.rules?.map(({ did }) => did)).toEqual([['notify:digest'], ['notify:now']]);
});

test('a keyword does not tell of what a rule has put away; a rule that says so does', () => {
  const keywords = [{ id: 'k1', notify: 'now' as const }];
  expect(apply([], makeMention(), { keywords }).notice).toMatchObject({ how: 'now', keywordId: 'k1' });
  expect(apply([makeRule('away', { status: 'ignored' })], makeMention(), { keywords }).notice).toBeUndefined();
  expect(apply([makeRule('away', { status: 'done', notify: 'digest' })], makeMention(), { keywords }).notice).toMatchObject({
    how: 'digest',
  });
  expect(apply([], makeMention({ keywordIds: ['k9'] }), { keywords }).notice).toBeUndefined();
});

test('a rule is tried on mentions as if it were on, and own posts do not count', () => {
  const mentions = [makeMention(), makeMention({ id: 'x:2', text: 'Acme is up' }), makeMention({ id: 'x:3', own: true })];
  const { mentions: all, found } = tryRule(makeRule('r', { on: false }), mentions, () => []);
  expect([all, found.map(({ id }) => id)]).toEqual([2, ['x:1']]);
});
