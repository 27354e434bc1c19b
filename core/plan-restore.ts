/** What a backup or a team pack would do here, table by table, before anything is changed. */
import { inOrder, type Tables } from './backup.ts';
import { mergeRow, type Prefer } from './merge-rows.ts';
import type { Fields } from './safe-json.ts';

/** How many rows of a table are new here, change what is here, are here already, or are older than what is here and left out. */
export interface TablePlan {
  readonly table: string;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly kept: number;
}

/** What stands here: `all` of a table of things people write, and of others those rows that have the key of one in the file. */
export interface Here {
  all(table: string): Promise<readonly Fields[]>;
  /** In the order of `rows`. */
  find(table: string, rows: readonly Fields[]): Promise<readonly (Fields | undefined)[]>;
}

const squeeze = (value: unknown): string =>
  String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();

const omit = (row: Fields, names: readonly string[]): string =>
  JSON.stringify(
    Object.entries(row)
      .filter(([name]) => !names.includes(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const names = ['id', 'createdAt', 'updatedAt', 'order'];

/** The same for two rows that say the same under different ids. */
const contentOf: Readonly<Record<string, (row: Fields) => string>> = {
  // Within braces a keyword minds its case.
  keywords: ({ query, kind }) => `${/[{]/.test(String(query)) ? squeeze(query) : squeeze(query).toLowerCase()}\n${kind === 'person'}`,
  replies: ({ body }) => squeeze(body),
  macros: (row) => omit(row, [...names, 'name']),
  rules: (row) => omit({ ...row, query: squeeze(row.query) }, [...names, 'name', 'on']),
  views: ({ query, sort }) => `${squeeze(query)}\n${sort}`,
  plays: (row) => omit(row, names),
};

const keywordFields = ['keywordId', 'keywordIds'];
const replyFields = ['replyId', 'suggested'];

type Ids = ReadonlyMap<string, string>;

const rename = (value: unknown, ids: Ids): unknown => {
  if (Array.isArray(value)) return [...new Set(value.map((one) => rename(one, ids)))];
  return typeof value === 'string' ? (ids.get(value) ?? value) : value;
};

/** A row that speaks of a keyword or reply which is here under another id speaks of that one. */
function renameIn(row: Fields, keywords: Ids, replies: Ids): Fields {
  const renamed = Object.entries(row).map(([name, value]) => {
    if (keywordFields.includes(name)) return [name, rename(value, keywords)];
    if (replyFields.includes(name)) return [name, rename(value, replies)];
    if (name === 'hits' && Array.isArray(value)) return [name, value.map((hit: Fields) => renameIn(hit, keywords, replies))];
    return [name, value];
  });
  return Object.fromEntries(renamed) as Fields;
}

const canonical = (row: Fields): string =>
  JSON.stringify(row, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, one]) => one !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  );

const isSame = (a: Fields, b: Fields): boolean => canonical(a) === canonical(b);

/** What each row that is here says once the file's own row of that id is merged into it. */
function sayAfter(table: string, rows: readonly Fields[], here: readonly Fields[], prefer: Prefer): Map<string, string> {
  const content = contentOf[table] ?? String;
  const incoming = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    here.map((row) => {
      const file = incoming.get(row.id);
      return [content(file ? mergeRow(table, row, file, prefer) : row), String(row.id)];
    }),
  );
}

/** Of rows that say the same the first is kept, and each other is called by its id. */
function findTwins(table: string, rows: readonly Fields[], here: readonly Fields[], prefer: Prefer) {
  const content = contentOf[table];
  const twins = new Map<string, string>();
  if (!content) return { fresh: [...rows], twins };
  const ids = new Set(here.map(({ id }) => id));
  const known = sayAfter(table, rows, here, prefer);
  const fresh = rows.filter((row) => {
    const key = content(row);
    const twin = known.get(key);
    if (twin === undefined) known.set(key, String(row.id));
    if (twin === undefined || twin === row.id || ids.has(row.id)) return true;
    twins.set(String(row.id), twin);
    return false;
  });
  return { fresh, twins };
}

interface Outcome {
  plan: TablePlan;
  put: Fields[];
}

function outcomeOf(table: string, rows: readonly Fields[], found: readonly (Fields | undefined)[], twins: number, prefer: Prefer): Outcome {
  const plan = { table, added: 0, changed: 0, same: twins, kept: 0 };
  const put: Fields[] = [];
  rows.forEach((row, i) => {
    const here = found[i];
    const merged = here ? mergeRow(table, here, row, prefer) : row;
    if (!here) plan.added += 1;
    else if (!isSame(merged, here)) plan.changed += 1;
    else if (isSame(row, here)) plan.same += 1;
    else plan.kept += 1;
    if (!here || !isSame(merged, here)) put.push(merged);
  });
  return { plan, put };
}

/** Counts by day come last: with each mention that is put they change. */
const toApply = (tables: readonly string[]): string[] => [
  ...inOrder(tables).filter((name) => name !== 'tallies'),
  ...tables.filter((name) => name === 'tallies'),
];

/**
 * The tables in the order in which they speak of one another. `apply` is given the rows to put of each before the next one is looked at;
 * without it nothing is changed.
 */
export async function planRestore(
  tables: Tables,
  here: Here,
  prefer: Prefer,
  apply: (table: string, rows: readonly Fields[]) => Promise<void> = async () => {},
): Promise<TablePlan[]> {
  const none: Ids = new Map();
  const ids: Record<string, Ids> = {};
  const plans: TablePlan[] = [];
  for (const table of toApply(Object.keys(tables))) {
    const incoming = (tables[table] ?? []).map((row) => renameIn(row, ids.keywords ?? none, ids.replies ?? none));
    const { fresh, twins } = findTwins(table, incoming, table in contentOf ? await here.all(table) : [], prefer);
    ids[table] = twins;
    const { plan, put } = outcomeOf(table, fresh, await here.find(table, fresh), twins.size, prefer);
    plans.push(plan);
    await apply(table, put);
  }
  return plans;
}
