import { expect, test } from 'vitest';
import { type DataFacts, listProblems } from '../../../components/data-problems.ts';
import { eventWords, isTrouble, sayBytes } from '../../../components/data-words.ts';
import { now } from './made-up.ts';

const good: DataFacts = { database: { durability: 'strict', readOnly: false }, copiedAt: { authored: now }, events: [] };
const keysOf = (change: Partial<DataFacts>) => listProblems({ ...good, ...change }, now).map(([key]) => key);
const kinds = Object.keys(eventWords) as (keyof typeof eventWords)[];

test('data is called safe only where nothing is wrong', () => {
  expect(keysOf({})).toEqual([]);
  expect(
    keysOf({
      events: [
        { at: now - 1, kind: 'backup' },
        { at: now - 2, kind: 'restored' },
      ],
    }),
  ).toEqual([]);
});

test.each<[string, Partial<DataFacts>]>([
  ['statusNoDatabase', { problem: 'InvalidStateError', database: undefined }],
  ['statusNoDatabase', { problem: 'InvalidStateError', database: undefined, copiedAt: undefined }],
  ['statusReadOnly', { database: { durability: 'strict', readOnly: true } }],
  ['statusNotStrict', { database: { readOnly: false } }],
  ['statusNotStrict', { database: { durability: 'relaxed', readOnly: false } }],
  ['statusNoCopy', { copiedAt: undefined }],
  ['folderPermission', { folderProblem: 'permission', events: [{ at: now, kind: 'backup-failed' }] }],
  ['folderGone', { folderProblem: 'gone' }],
  ['folderFailed', { folderProblem: 'failed' }],
])('%s is said where it is so', (key, change) => {
  expect(keysOf(change)).toEqual([key]);
});

test('every kind of trouble is said for a day, and several at once are all said', () => {
  for (const kind of kinds.filter(isTrouble)) {
    expect(keysOf({ events: [{ at: now - 80_000_000, kind }] })).toEqual([eventWords[kind]]);
    expect(keysOf({ events: [{ at: now - 90_000_000, kind }] })).toEqual([]);
  }
  expect(
    keysOf({
      copiedAt: {},
      events: [
        { at: now, kind: 'full' },
        { at: now, kind: 'lost' },
        { at: now - 9, kind: 'full' },
      ],
    }),
  ).toEqual(['statusNoCopy', 'eventFull', 'eventLost']);
});

test('sizes are said as disks are sold', () => {
  expect([0, 999, 1_000, 9_940, 739_000, 81e9].map(sayBytes)).toEqual(['0 B', '999 B', '1.0 kB', '9.9 kB', '739 kB', '81 GB']);
});
