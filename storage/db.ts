/**
 * The one connection to the database `earshot`. Only our own origin opens it: in a content script the same name would be the site's own
 * database. Reading is open to every page of ours; writing goes through `write`, and only the background calls what calls it.
 */
import Dexie, { liveQuery, type Table } from 'dexie';
import type {
  Answer,
  Audit,
  Correction,
  Coverage,
  Draft,
  Exposure,
  Goal,
  KeptTurningPoint,
  Keyword,
  Macro,
  Mention,
  Mute,
  Notice,
  Person,
  Play,
  RecentPost,
  Reply,
  ReportDraft,
  Round,
  Rule,
  Settings,
  SiteCheck,
  Tally,
  View,
} from '../core/model.ts';
import type { Bucket } from '../core/postings.ts';
import * as v1 from './versions/v1.ts';
import * as v2 from './versions/v2.ts';
import * as v3 from './versions/v3.ts';
import * as v4 from './versions/v4.ts';
import * as v5 from './versions/v5.ts';

/** What a mute kept away: `id` is the mute's, `posts` are 32-bit hashes of post ids. */
export interface KeptAway {
  id: string;
  posts: number[];
}

/** `posts` are 32-bit hashes of post ids. */
export interface ScannedPosts {
  id: string;
  hour: number;
  posts: number[];
}

/** How many mentions there are of a kind (counts.ts). Where something is gone through in steps, `after` says how far that is. */
export interface Count {
  id: string;
  count: number;
  after?: string;
}

/** `bucket` past the last holds what the segment itself holds: see search-index.ts. */
export type Posting = { segment: number; bucket: number } & (Bucket | { ids: string; times: Float64Array });

export interface Segment {
  id: number;
  /** When the first and the last of its mentions were seen. */
  from: number;
  to: number;
  size: number;
  /** When the first mention of each row of names was seen: they are in order of time. */
  times: Float64Array;
}

export interface Database extends Dexie {
  mentions: Table<Mention, string>;
  keywords: Table<Keyword, string>;
  replies: Table<Reply, string>;
  people: Table<Person, string>;
  exposures: Table<Exposure, string>;
  answers: Table<Answer, string>;
  goals: Table<Goal, string>;
  settings: Table<Settings, string>;
  tallies: Table<Tally, [string, string, number]>;
  scannedPosts: Table<ScannedPosts, string>;
  mutes: Table<Mute, string>;
  keptAway: Table<KeptAway, string>;
  recentPosts: Table<RecentPost, string>;
  coverage: Table<Coverage, [string, string, number]>;
  rounds: Table<Round, string>;
  siteChecks: Table<SiteCheck, string>;
  macros: Table<Macro, string>;
  rules: Table<Rule, string>;
  views: Table<View, string>;
  notices: Table<Notice, string>;
  corrections: Table<Correction, string>;
  turningPoints: Table<KeptTurningPoint, string>;
  counts: Table<Count, string>;
  postings: Table<Posting, [number, number]>;
  segments: Table<Segment, number>;
  unindexed: Table<{ id: string; mark: number }, string>;
  audits: Table<Audit, string>;
  plays: Table<Play, string>;
  reports: Table<ReportDraft, string>;
  drafts: Table<Draft, string>;
}

export type TableName = keyof typeof v5.stores;

/** The data was written by a later Earshot. It is shown and never written to: this code does not know what it means. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError';
  constructor() {
    super('This data belongs to a newer version of Earshot. It can be read, not changed. Please update Earshot.');
  }
}

export const databaseName = 'earshot';
const versions = [v1, v2, v3, v4, v5];
const newest = v5.version;
/** The schema this code writes. */
export const newestVersion: number = newest;

let opened: Database | undefined;
let opening: Promise<Database> | undefined;
let readOnly = false;

/** In the browser's own count, in which Dexie multiplies versions by ten; 0 where there is none. */
async function lookForVersion(): Promise<number> {
  return (await indexedDB.databases()).find(({ name }) => name === databaseName)?.version ?? 0;
}

/**
 * Where Dexie finds a later version than was declared it asks for whatever is there, and what it takes for damage it "repairs", one version
 * up. So that this never befalls a database of a later Earshot which came after we looked, "whatever is there" is what was seen.
 */
const openAt = (seen: number, onBegun: () => void) => ({
  open: (name: string, version = seen) => {
    const request = indexedDB.open(name, version);
    request.addEventListener('upgradeneeded', onBegun);
    return request;
  },
  deleteDatabase: (name: string) => indexedDB.deleteDatabase(name),
  databases: () => indexedDB.databases(),
});

/**
 * By default Dexie would close on `versionchange` and quietly open again, and old code would write old rows into new tables. Here a
 * connection that was told of a newer version stays closed: what is tried on it fails, and the page has to be loaded again.
 */
function refuseAfterUpgrade(db: Dexie): void {
  db.on('versionchange', ({ newVersion }) => {
    db.close({ disableAutoOpen: true });
    if (newVersion !== null) for (const tell of outdatedListeners) tell();
    return false;
  });
}

const outdatedListeners = new Set<() => void>();

/** Calls `tell` once a later version has taken the database over, and this page can do nothing more with it. */
export function watchOutdated(tell: () => void, { signal }: { signal: AbortSignal }): void {
  outdatedListeners.add(tell);
  signal.addEventListener('abort', () => outdatedListeners.delete(tell), { once: true });
}

type OnBlocked = (over: Promise<void>) => void;
let onBlocked: OnBlocked | undefined;

/** `tell` hears when a page with an older version in it keeps the database from being brought up to date, and by `over` when it no longer does. */
export function watchBlocked(tell: OnBlocked): void {
  onBlocked = tell;
}

const heldUpAfter = 5_000;

/**
 * The browser says so once, to whoever asked first, and the opening then waits for as long as that page holds on. Where the first was a
 * background that has been stopped since, nobody is told: an upgrade that has not even begun after a while is taken for held up as well.
 * `upgrade` is over once it begins; undefined where none is needed.
 */
async function openUnlessBlocked(db: Dexie, upgrade: Promise<void> | undefined): Promise<void> {
  const opening = Promise.resolve(db.open());
  let told = false;
  const tell = () => {
    if (!told) onBlocked?.(opening.then(nothing, nothing));
    told = true;
  };
  db.on('blocked', tell);
  const late = upgrade && setTimeout(tell, heldUpAfter);
  const settle = () => clearTimeout(late);
  void upgrade?.then(settle);
  await opening.finally(settle);
}

const nothing = (): void => {};

async function open(): Promise<Database> {
  const seen = await lookForVersion();
  readOnly = Math.floor(seen / 10) > newest;
  let onBegun = nothing;
  const begun = new Promise<void>((resolve) => {
    onBegun = resolve;
  });
  // Relaxed transactions were measured to lose up to 36 seconds of acknowledged rows in a power cut; strict ones lost none.
  const db = new Dexie(databaseName, {
    chromeTransactionDurability: 'strict',
    ...(!readOnly && { indexedDB: openAt(Math.max(seen, newest * 10), onBegun) }),
  });
  // Without declared versions Dexie takes the tables as they are.
  if (!readOnly) for (const { version, stores } of versions) db.version(version).stores(stores);
  refuseAfterUpgrade(db);
  await openUnlessBlocked(db, seen > 0 && seen < newest * 10 ? begun : undefined);
  // Where the tables were not declared, Dexie gives them no names of their own.
  for (const table of db.tables) if (!(table.name in db)) Object.defineProperty(db, table.name, { value: table });
  opened = db as Database;
  return opened;
}

/** A browser that finds its files corrupt refuses the first to ask, deletes them, and gives the next an empty database. */
const pauses = [200, 800];

async function openPatiently(): Promise<Database> {
  for (const pause of pauses) {
    try {
      return await open();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return open();
}

/** The open database. @throws where the browser refuses one (private mode in Firefox); the next call tries again. */
export function openDatabase(): Promise<Database> {
  opening ??= openPatiently().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

/** For readers: no `await` where the database is open already, because a live query loses its place at a promise that is not Dexie's. */
export function reading<T>(read: (db: Database) => PromiseLike<T>): Promise<T> {
  return opened ? Promise.resolve(read(opened)) : openDatabase().then(read);
}

/** One strict transaction over `tables`: all of `change` or nothing. @throws NewerDatabaseError */
export async function write<T>(tables: readonly TableName[], change: (db: Database) => PromiseLike<T>): Promise<T> {
  const db = await openDatabase();
  if (readOnly) throw new NewerDatabaseError();
  // The function must be declared async: by that Dexie knows that native promises are awaited in it, and keeps the transaction open.
  return db.transaction('rw', [...tables], async () => await change(db));
}

/** True where the data was written by a later version. */
export async function isReadOnly(): Promise<boolean> {
  await openDatabase();
  return readOnly;
}

export interface Watched<T> {
  subscribe(onValue: (value: T) => void, onError?: (error: unknown) => void): { unsubscribe(): void };
}

/** Runs `read` now and again after each change to what it read, made in any tab or in the background. */
export function watchQuery<T>(read: () => T | Promise<T>): Watched<T> {
  return {
    subscribe(onValue, onError = console.error) {
      let inner: { unsubscribe(): void } | undefined;
      let stopped = false;
      openDatabase().then(() => {
        if (!stopped) inner = liveQuery(read).subscribe(onValue, onError);
      }, onError);
      return {
        unsubscribe() {
          stopped = true;
          inner?.unsubscribe();
        },
      };
    },
  };
}

/** Lets go of the connection. The next use opens it again. */
export function closeDatabase(): void {
  opened?.close();
  opened = undefined;
  opening = undefined;
}
