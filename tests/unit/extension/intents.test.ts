/** Words that tell what a post wants are the person's to change: for what arrives, and for what is kept. */
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { findIntents } from '../../../core/intents.ts';
import type { IntentChanges, Tally } from '../../../core/model.ts';
import { listPosts } from '../../../core/tally.ts';
import { bounds } from '../../../storage/bounds.ts';
import { openDatabase } from '../../../storage/db.ts';
import { saveKeywords } from '../../../storage/keywords.ts';
import { getMention, saveBatch } from '../../../storage/mentions.ts';
import { saveSettings } from '../../../storage/settings.ts';
import { takeStep } from '../../../storage/upkeep.ts';
import { makeCapture, makeKeyword, now, startAnew } from './made-up.ts';

const { understood } = bounds;
beforeEach(() => {
  startAnew();
  bounds.understood = understood;
});

const save = (id: string | number, text: string, change = {}) =>
  saveBatch({ captures: [makeCapture(id, { text, hits: [], keywordIds: ['k1'], ...change })], scanned: [] }, now);

async function keepUp(most = 1_000): Promise<number> {
  for (let steps = 0; steps < most; steps++) if (!(await takeStep(now))) return steps;
  return most;
}

const wonky: IntentChanges = { en: { bug: { added: ['wonky'] } } };

test('what arrives is told by the person’s own words', async () => {
  await saveSettings({ intentChanges: wonky });
  await save(1, 'The new board is wonky today');
  expect((await getMention('x:1'))?.intents).toContain('bug');
});

test('what is kept is told anew, weighs anew, and as before once the change is taken back', async () => {
  await saveKeywords([makeKeyword('k1')]);
  await save(1, 'The new board is wonky today');
  await keepUp();
  const before = await getMention('x:1');
  await saveSettings({ intentChanges: wonky });
  await keepUp();
  const after = await getMention('x:1');
  expect(after?.intents).toEqual([...(before?.intents ?? []), 'bug']);
  expect(after?.priority).toBeGreaterThan(before?.priority ?? 0);
  await saveSettings({ intentChanges: {} });
  await keepUp();
  expect(await getMention('x:1')).toEqual(before);
  expect(await keepUp()).toBe(0);
});

test('no rule fires on a mention that is told anew, and nobody is told of it', async () => {
  await save(1, 'The new board is wonky today');
  const db = await openDatabase();
  await db.rules.put({ id: 'r', name: 'All', query: '', on: true, order: 0, addTags: ['seen'], notify: 'now', createdAt: 1 });
  await saveSettings({ intentChanges: wonky });
  await keepUp();
  expect((await getMention('x:1'))?.intents).toContain('bug');
  expect((await getMention('x:1'))?.tags).toBeUndefined();
  expect(await db.notices.count()).toBe(0);
});

const said = ['The board is wonky', 'It crashed again', 'How much is it?', 'Love it, thanks', 'Opens at nine', 'Terrible, and broken'];
const words = ['wonky', 'crashed', 'how much is', 'nine', 'terrible', '!love it'];
const someChange = fc.record({
  off: fc.constantFrom(true as const, undefined),
  added: fc.uniqueArray(fc.constantFrom(...words)),
  removed: fc.uniqueArray(fc.constantFrom(...words)),
});
const someChanges = fc.record({ en: fc.dictionary(fc.constantFrom('bug', 'buying', 'complaint', 'praise', 'question'), someChange) });
const someMentions = fc.array(
  fc.record({
    postId: fc.nat(40),
    seenAt: fc.integer({ min: now - 20, max: now }),
    text: fc.constantFrom(...said),
    site: fc.constantFrom('x', 'reddit'),
  }),
  {
    maxLength: 20,
  },
);

async function expectTold(changes: IntentChanges): Promise<void> {
  const db = await openDatabase();
  const mentions = await db.mentions.toArray();
  for (const { text, intents, sentiment } of mentions)
    expect([text, intents]).toEqual([text, findIntents(text, { changes, keyword: 'k1', sentiment })]);
  const tallied = (await db.tallies.toArray()).flatMap((tally: Tally) => listPosts(tally).map(({ intents }) => [...intents].sort().join()));
  expect(tallied.sort()).toEqual(mentions.map(({ intents = [] }) => [...intents].sort().join()).sort());
}

test('whatever changes, wherever it is broken off and whatever comes in between, all is told by the last words, and counted so', async () => {
  await fc.assert(
    fc.asyncProperty(someMentions, someMentions, someChanges, someChanges, fc.nat(4), async (first, second, one, other, steps) => {
      startAnew();
      bounds.understood = 3;
      await saveKeywords([makeKeyword('k1')]);
      for (const { postId, ...fields } of first) await save(postId, fields.text, fields);
      await saveSettings({ intentChanges: JSON.parse(JSON.stringify(one)) as IntentChanges });
      await keepUp(steps);
      for (const { postId, ...fields } of second) await save(100 + postId, fields.text, fields);
      const last = JSON.parse(JSON.stringify(other)) as IntentChanges;
      await saveSettings({ intentChanges: last });
      await keepUp();
      await expectTold(last);
    }),
    {
      numRuns: 30,
      examples: [
        [
          [],
          [{ postId: 0, seenAt: now, text: 'The board is wonky', site: 'x' }],
          { en: { bug: { off: undefined, added: ['wonky'], removed: [] } } },
          { en: {} },
          0,
        ],
      ],
    },
  );
});
