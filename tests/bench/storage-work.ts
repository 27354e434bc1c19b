/** What a page of ours asks of a large inbox. It runs in such a page, on its own database, with the code that is shipped. */
import type { InboxFilter } from '../../core/inbox-filter.ts';
import { parseInboxFilter } from '../../core/inbox-filter.ts';
import { openDatabase } from '../../storage/db.ts';
import { countInbox, listInbox, listInboxIds } from '../../storage/inbox.ts';
import { readInsightRows } from '../../storage/insights.ts';
import { readMeasureRows } from '../../storage/measuring.ts';
import { changeMentions, putBackMentions } from '../../storage/mention-changes.ts';
import { listPeople } from '../../storage/people-list.ts';
import { takeStep } from '../../storage/upkeep.ts';
import { day } from './storage-fill.ts';

export { fill, findFilled, prepare } from './storage-fill.ts';

/** Some seconds of what the background does beside everything else. @returns true where there is more to do */
export async function make(milliseconds: number): Promise<boolean> {
  for (const end = performance.now() + milliseconds; performance.now() < end; ) if (!(await takeStep(Date.now()))) return false;
  return true;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const page = 50;

/** A person types these; the slowest is the figure. */
const filters = [
  'status:new',
  'status:waiting',
  'keyword:k3 status:new',
  'keyword:k19',
  'site:reddit status:done',
  'tag:launch',
  'tag:press status:done',
  'is:starred',
  'is:starred site:x',
  'sentiment:negative intent:question',
  'keyword:k19 sentiment:negative status:done kind:comment',
  'person:x/person7',
  'site:mastodon NOT earshot',
  'tag:launch is:starred status:waiting',
];
const searches = [
  'needle',
  'earshot',
  'w1',
  'w2zz',
  'wat lit wor',
  'person99 water',
  'nothingofthekind',
  'needle status:new',
  'w5 sentiment:negative',
];

interface Asked {
  text: string;
  ms: number;
  found: number;
  /** What as many rows took, read by the one index that has just these, a moment before. */
  plain: number;
}

async function readPlain(): Promise<unknown> {
  const { mentions } = await openDatabase();
  return mentions.where('[status+seenAt]').between(['new', 0], ['new', Number.MAX_SAFE_INTEGER]).reverse().limit(page).toArray();
}

/** The first page in milliseconds, each of them. */
async function ask(text: string): Promise<Asked> {
  const filter: InboxFilter = parseInboxFilter(text).filter;
  let found = 0;
  const plain = await time(readPlain);
  const ms = await time(async () => {
    found = (await listInbox({ filter, sort: 'time', limit: page })).mentions.length;
  });
  return { text, ms, found, plain };
}

export async function askAll(kind: 'filter' | 'search'): Promise<Asked[]> {
  const answers: Asked[] = [];
  for (const text of kind === 'filter' ? filters : searches) answers.push(await ask(text));
  return answers;
}

export const sort = (by: 'priority' | 'reach'): Promise<number> => time(() => listInbox({ filter: {}, sort: by, limit: page }));
export const count = (text: string): Promise<number> => time(() => countInbox(parseInboxFilter(text).filter));

/** All that goals and a report of this month are reckoned from. */
export const measures = (until: number): Promise<number> => time(() => readMeasureRows({ from: until - 28 * day, to: until }, 'UTC'));
export const people = (until: number): Promise<number> => time(() => listPeople(until));

/** As many as one message changes, and taken back again. */
export async function change(most: number, until: number): Promise<{ change: number; back: number }> {
  const ids = await listInboxIds({}, most);
  let changed: Awaited<ReturnType<typeof changeMentions>> = [];
  const there = await time(async () => {
    changed = await changeMentions(ids, { status: 'done' }, until);
  });
  return { change: there, back: await time(() => putBackMentions(changed)) };
}

/** Down the list that is shown, a window at a time. @returns the longest task of the page meanwhile, in milliseconds; 0 where none was long */
export async function scroll(steps: number): Promise<number> {
  let longest = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  tasks.observe({ entryTypes: ['longtask'] });
  for (let step = 0; step < steps; step++) {
    scrollBy(0, innerHeight);
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  tasks.disconnect();
  return longest;
}

/** A month of everything and the month before, as Insights asks for them. */
export const insights = (until: number): Promise<number> => time(() => readInsightRows({ from: until - 60 * day, to: until }));

export async function sizes(): Promise<Record<string, number>> {
  const db = await openDatabase();
  const { usage = 0 } = await navigator.storage.estimate();
  const segments = await db.segments.toArray();
  const indexed = segments.reduce((sum, { size }) => sum + size, 0);
  return { mentions: await db.mentions.count(), indexed, segments: segments.length, megabytes: Math.round(usage / 1e6) };
}
