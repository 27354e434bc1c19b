/** Whether a mention is one that a filter lets through, and how mentions are put in order. */
import { mayBeOfKind } from './became.ts';
import { foldText } from './fold.ts';
import { heardOf } from './heard.ts';
import type { InboxFilter } from './inbox-filter.ts';
import { compileMatcher } from './matcher.ts';
import type { Mention } from './model.ts';
import { isEmptySearch, isFound, readSearch } from './search-text.ts';
import { isCounted } from './tally.ts';
import { listTerms } from './topic-terms.ts';
import { createHourTest, readWeekHour } from './week-hour.ts';

export type InboxSort = 'time' | 'priority' | 'reach';

type Test = (mention: Mention) => boolean;

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function createTimeTest(hour: string | undefined): ((time: number) => boolean) | undefined {
  const read = hour === undefined ? undefined : readWeekHour(hour);
  return read && createHourTest(read);
}

function listTests(filter: InboxFilter): Test[] {
  const { status, keywordId, keywordIds, site, tag, starred, counted, assignee, personId, kind, community, sentiment, intent } = filter;
  const { answer, since, until, hour, thread } = filter;
  const isHour = createTimeTest(hour);
  const tests: (Test | undefined | false)[] = [
    status !== undefined && ((m) => m.status === status),
    answer !== undefined && ((m) => mayBeOfKind(answer, m.status)),
    since !== undefined && ((m) => m.seenAt >= since),
    until !== undefined && ((m) => m.seenAt < until),
    site !== undefined && ((m) => m.site === site),
    keywordId !== undefined && ((m) => m.keywordIds.includes(keywordId)),
    keywordIds !== undefined && ((m) => m.keywordIds.some((id) => keywordIds.includes(id))),
    counted && isCounted,
    tag !== undefined && ((m) => m.tags?.some((one) => sameText(one, tag)) ?? false),
    starred && ((m) => m.starred === 1),
    assignee !== undefined && ((m) => m.assignee !== undefined && sameText(m.assignee, assignee)),
    personId !== undefined && ((m) => m.author.handle !== undefined && `${m.site}:${m.author.handle}` === personId),
    kind !== undefined && ((m) => m.kind === kind),
    community !== undefined && ((m) => m.community !== undefined && sameText(m.community, community)),
    sentiment !== undefined && ((m) => (m.sentiment?.value ?? 'unknown') === sentiment),
    intent !== undefined && ((m) => m.intents?.includes(intent) ?? false),
    isHour && ((m) => isHour(m.seenAt)),
    thread !== undefined && ((m) => m.thread === thread || m.postId === thread),
  ];
  return tests.filter((test) => typeof test === 'function');
}

/** What costs more is asked last. */
function listTextTests({ words, query, topic }: InboxFilter): Test[] {
  const tests: Test[] = [];
  const term = topic === undefined ? undefined : foldText(topic);
  if (term !== undefined) tests.push(({ text }) => listTerms(text).has(term));
  const search = words === undefined ? undefined : readSearch(words);
  // Words of symbols alone are looked for nowhere: they narrow nothing.
  if (search && !isEmptySearch(search)) tests.push((mention) => isFound(mention, search));
  if (query !== undefined) {
    const matcher = compileMatcher([{ id: 'query', query }]);
    tests.push((mention) => matcher.match(heardOf(mention)).keywordIds.length > 0);
  }
  return tests;
}

/** True for the mentions that a filter lets through, as far as they tell themselves: what of their answers is asked for, only those tell. */
export function compileFilter(filter: InboxFilter): (mention: Mention) => boolean {
  const tests = [...listTests(filter), ...listTextTests(filter)];
  return (mention) => tests.every((test) => test(mention));
}

/** How many people a post may have reached, as far as its page counted: its views, else all who did something with it. */
export function reachOf({ counts }: Pick<Mention, 'counts'>): number | undefined {
  if (!counts) return undefined;
  if (counts.views !== undefined) return counts.views;
  const acts = [counts.likes, counts.replies, counts.reposts].filter((count) => count !== undefined);
  return acts.length > 0 ? acts.reduce((sum, count) => sum + Math.max(0, count), 0) : undefined;
}

/** Where a mention stands in an order. `value`: its priority or reach; absent where it has none, and where time alone counts. */
export interface InboxPlace {
  value?: number;
  seenAt: number;
  id: string;
}

export function placeOf(mention: Mention, sort: InboxSort): InboxPlace {
  const { seenAt, id } = mention;
  const value = sort === 'priority' ? mention.priority : sort === 'reach' ? reachOf(mention) : undefined;
  return value === undefined ? { seenAt, id } : { value, seenAt, id };
}

const byValue = (a: number | undefined, b: number | undefined): number =>
  a === b ? 0 : (b ?? -Infinity) > (a ?? -Infinity) ? 1 : (b ?? -Infinity) < (a ?? -Infinity) ? -1 : 0;

/** Below 0 where `a` comes before `b`: what is most, then newest, first; what has no value after all that has. */
export const comparePlaces = (a: InboxPlace, b: InboxPlace): number =>
  byValue(a.value, b.value) || b.seenAt - a.seenAt || (a.id === b.id ? 0 : a.id < b.id ? 1 : -1);
