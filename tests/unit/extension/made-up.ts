/** Invented rows, and a browser with an empty database. */
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Capture, Goal, Keyword, Play, Reply } from '../../../core/model.ts';
import { closeDatabase } from '../../../storage/db.ts';

export const now = Date.UTC(2026, 10, 23, 12, 30);

export const makeCapture = (postId: string | number, change: Partial<Capture> = {}): Capture => ({
  site: 'x',
  postId: String(postId),
  url: `https://x.com/ada/status/${postId}`,
  kind: 'post',
  author: { handle: 'ada', name: 'Ada Byrne', url: 'https://x.com/ada' },
  text: 'Earshot heard me before I had finished.',
  postedAt: now - 60_000,
  seenAt: now,
  hits: [{ keywordId: 'k1', start: 0, end: 7 }],
  keywordIds: [...new Set((change.hits ?? [{ keywordId: 'k1' }]).map(({ keywordId }) => keywordId))],
  ...change,
});

export const makeKeyword = (id: string, change: Partial<Keyword> = {}): Keyword => ({
  id,
  query: id,
  name: id,
  kind: 'brand',
  color: 'teal',
  paused: false,
  createdAt: now,
  ...change,
});

export const makeReply = (id: string, change: Partial<Reply> = {}): Reply => ({
  id,
  title: id,
  body: 'Hello {{author.firstName|there}}',
  shortcut: '',
  tags: [],
  createdAt: now,
  updatedAt: now,
  usedCount: 0,
  ...change,
});

export const makeGoal = (change: Partial<Goal> = {}): Goal => ({
  id: 'g1',
  outcome: 'Every question gets an answer',
  measure: { kind: 'answered' },
  better: 'more',
  target: 0.9,
  from: now - 7 * 86_400_000,
  until: now + 83 * 86_400_000,
  createdAt: now,
  ...change,
});

export const makePlay = (id: string, change: Partial<Play> = {}): Play => ({
  id,
  name: id,
  when: {},
  answer: 'answer',
  order: 0,
  createdAt: now,
  ...change,
});

export const wipeDatabase = (): void => {
  closeDatabase();
  globalThis.indexedDB = new IDBFactory();
  // Dexie looks for the browser's own only once, when it is loaded.
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
};

/** As on the day of installation. */
export const startAnew = (): void => {
  wipeDatabase();
  fakeBrowser.reset();
};
