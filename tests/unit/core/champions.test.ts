import { expect, test } from 'vitest';
import { listChampions, listTurned } from '../../../core/champions.ts';
import type { IntentKind, SentimentValue } from '../../../core/model.ts';

let count = 0;
const said = (handle: string, value: SentimentValue, seenAt: number, intents: IntentKind[] = []) => {
  count += 1;
  return { id: `x:${count}`, site: 'x', author: { handle }, seenAt, sentiment: { value, words: [] }, intents };
};

test('a champion spoke well at least twice, and more often than not', () => {
  const mentions = [
    ...[1, 2, 3].map((at) => said('mira', 'positive', at)),
    said('Bo', 'positive', 1),
    said('bo', 'neutral', 2, ['praise']),
    said('cy', 'positive', 1),
    said('di', 'positive', 1),
    said('di', 'positive', 2),
    said('di', 'negative', 3),
    said('di', 'negative', 4),
  ];
  expect(listChampions(mentions, 10).map(({ handle, praised }) => [handle, praised])).toEqual([
    ['mira', 3],
    ['bo', 2],
  ]);
  expect(listChampions(mentions, 1)).toHaveLength(1);
});

test('praise that complains in the same breath is a complaint', () => {
  expect(listChampions([said('mira', 'positive', 1, ['complaint']), said('mira', 'positive', 2)], 10)).toEqual([]);
});

test('who complained, was answered and then spoke well has turned', () => {
  const unhappy = said('mira', 'negative', 100);
  const happy = said('mira', 'positive', 300);
  const answer = { mentionId: unhappy.id, postedAt: 200 };
  expect(listTurned([happy, unhappy], [answer])).toEqual([
    { id: 'x:mira', site: 'x', handle: 'mira', name: undefined, unhappy: unhappy.id, happy: happy.id, answeredAt: 200 },
  ]);
});

test('without an answer in between, or to someone else, or in the other order, nobody has', () => {
  const unhappy = said('mira', 'negative', 100);
  const happy = said('mira', 'positive', 300);
  expect(listTurned([unhappy, happy], [])).toEqual([]);
  expect(listTurned([unhappy, happy], [{ mentionId: unhappy.id, postedAt: 400 }])).toEqual([]);
  expect(listTurned([unhappy, happy], [{ mentionId: unhappy.id }])).toEqual([]);
  expect(listTurned([unhappy, happy], [{ mentionId: 'x:other', postedAt: 200 }])).toEqual([]);
  const before = said('bo', 'positive', 50);
  const after = said('bo', 'negative', 100);
  expect(listTurned([before, after], [{ mentionId: after.id, postedAt: 200 }])).toEqual([]);
});

test('who turned in a time is told by the kind word that followed the answer, not by one of later', () => {
  const unhappy = said('ana', 'negative', 100);
  const [happy, again] = [said('ana', 'positive', 300), said('ana', 'positive', 900)];
  const answers = [{ mentionId: unhappy.id, postedAt: 200 }];
  const isSince = (from: number) => (one: { seenAt: number }) => one.seenAt >= from;
  expect(listTurned([unhappy, happy, again], answers, isSince(250)).map((turn) => turn.happy)).toEqual([happy.id]);
  expect(listTurned([unhappy, happy, again], answers, isSince(500))).toEqual([]);
  // Who turned once may turn again.
  const anew = [said('ana', 'negative', 600), said('ana', 'neutral', 700)];
  const both = [...answers, { mentionId: anew[0]!.id, postedAt: 650 }];
  expect(listTurned([unhappy, happy, ...anew, again], both, isSince(500))).toMatchObject([{ happy: again.id, answeredAt: 650 }]);
});
