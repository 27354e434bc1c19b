/**
 * How many mentions there are of a kind, kept as they change: counting 100,000 rows by an index takes a quarter of a second. `new/tag:x` counts
 * those with the tag that are new. The row `state` says that they are true. What was never counted, or counted by other rules, is counted anew in
 * steps; until that is done, the row `counting` names the mention up to which (by id) it was: who only reads never looks at that one, and so is
 * not asked again after each step.
 */
import type { Mention, MentionStatus } from '../core/model.ts';
import type { Count, Database } from './db.ts';

/** Raised when something else is counted. */
const rules = 1;

const statuses: readonly MentionStatus[] = ['new', 'waiting', 'done', 'snoozed', 'ignored'];

/** Kinds that are counted by status too. */
function listKinds({ keywordIds, site, tags = [], starred, assignee, priority, reach }: Mention): string[] {
  return [
    'all',
    `site:${site}`,
    ...new Set(keywordIds.map((id) => `keyword:${id}`)),
    ...new Set(tags.map((tag) => `tag:${tag.toLowerCase()}`)),
    ...(starred ? ['starred'] : []),
    ...(assignee === undefined ? [] : [`assignee:${assignee.toLowerCase()}`]),
    ...(priority === undefined ? ['no-priority'] : []),
    ...(reach === undefined ? ['no-reach'] : []),
  ];
}

export interface Change {
  old?: Mention | undefined;
  row?: Mention | undefined;
}

function addUp(changes: readonly Change[]): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (mention: Mention, by: number) => {
    for (const kind of listKinds(mention)) for (const id of [kind, `${mention.status}/${kind}`]) sums.set(id, (sums.get(id) ?? 0) + by);
  };
  for (const { old, row } of changes) {
    if (old) add(old, -1);
    if (row) add(row, 1);
  }
  return sums;
}

async function applySums(db: Database, sums: ReadonlyMap<string, number>): Promise<void> {
  const ids = [...sums].flatMap(([id, by]) => (by === 0 ? [] : [id]));
  if (ids.length === 0) return;
  const known = await db.counts.bulkGet(ids);
  const rows = ids.map((id, i) => ({ id, count: (known[i]?.count ?? 0) + (sums.get(id) ?? 0) }));
  await db.counts.bulkPut(rows.filter(({ count }) => count > 0));
  const gone = rows.flatMap(({ id, count }) => (count > 0 ? [] : [id]));
  if (gone.length > 0) await db.counts.bulkDelete(gone);
}

interface State {
  /** All is counted. */
  ready: boolean;
  /** Up to this id it is. */
  after: string;
}

const isReady = (state: Count | undefined): boolean => state?.count === rules && state.after === undefined;

async function readState(db: Database): Promise<State | undefined> {
  const [state, counting] = await db.counts.bulkGet(['state', 'counting']);
  if (isReady(state)) return { ready: true, after: '' };
  return counting?.count === rules ? { ready: false, after: counting.after ?? '' } : undefined;
}

const ours =
  /^(?:state|counting|(?:(?:new|waiting|done|snoozed|ignored)\/)?(?:all|starred|no-priority|no-reach|(?:site|keyword|tag|assignee):.*))$/su;

/** What the search index and the tallies count here is none of ours. */
const forgetCounts = (db: Database) => db.counts.filter(({ id }) => ours.test(id)).delete();

/** Part of each transaction that writes mentions, and called before it does. */
export async function countChanges(db: Database, changes: readonly Change[]): Promise<void> {
  let state = await readState(db);
  if (!state && (await db.mentions.limit(1).count()) === 0) {
    await forgetCounts(db);
    await db.counts.put({ id: 'state', count: rules });
    state = { ready: true, after: '' };
  }
  if (!state) return;
  const { ready, after } = state;
  const counted = ready ? changes : changes.filter(({ old, row }) => ((old ?? row)?.id ?? '') <= after);
  await applySums(db, addUp(counted));
}

/**
 * Part of a transaction that goes through all mentions by id: takes the next of them into the counts.
 * @param last true where there are none after `rows`
 */
export async function countNext(db: Database, rows: readonly Mention[], last: boolean): Promise<void> {
  await applySums(db, addUp(rows.map((row) => ({ row }))));
  if (last) await Promise.all([db.counts.put({ id: 'state', count: rules }), db.counts.delete('counting')]);
  else await db.counts.put({ id: 'counting', count: rules, after: rows.at(-1)?.id ?? '' });
}

/** From where mentions still have to be counted; undefined where all are. What was counted by other rules is forgotten. */
export async function findUncounted(db: Database): Promise<string | undefined> {
  const state = await readState(db);
  if (state) return state.ready ? undefined : state.after;
  await forgetCounts(db);
  return '';
}

/** The counts of these kinds, or undefined where not all is counted yet. */
export async function readCounts(db: Database, ids: readonly string[]): Promise<number[] | undefined> {
  if (!('counts' in db)) return undefined;
  if (!isReady(await db.counts.get('state'))) return undefined;
  return (await db.counts.bulkGet([...ids])).map((row) => row?.count ?? 0);
}

export { statuses };
