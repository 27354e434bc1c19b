/** The inbox by way of the search index: what may pass is known before a mention is read. */
import { comparePlaces, type InboxPlace, placeOf } from '../core/inbox-match.ts';
import type { Mention } from '../core/model.ts';
import { listNeededTerms } from '../core/search-terms.ts';
import { bounds } from './bounds.ts';
import type { Database, Segment } from './db.ts';
import { paceOf, pick, readShare, type Sought, type Walked } from './inbox-walk.ts';
import {
  type Candidate,
  cutDocuments,
  type Found,
  findDocumentsIn,
  latestOf,
  listSegments,
  nameDocuments,
  newestFirst,
  present,
  readUnindexed,
  takeNewest,
} from './search-index.ts';

/** A page of what is in memory, in order. */
export async function pageOf(db: Database, mentions: readonly Mention[], sought: Sought): Promise<Walked> {
  const { sort, before, limit } = sought;
  const rows = (await pick(db, sought, mentions))
    .map((mention) => ({ mention, place: placeOf(mention, sort) }))
    .filter(({ place }) => !before || comparePlaces(before, place) < 0)
    .sort((a, b) => comparePlaces(a.place, b.place));
  const page = rows.slice(0, limit);
  return { mentions: page.map(({ mention }) => mention), reached: rows.length > limit ? page.at(-1)?.place : undefined };
}

const keyOf = ({ id, seenAt }: Candidate): string => `${seenAt} ${id}`;

/** What was found in a segment and is not named yet. */
interface Lead {
  readonly segment: Segment;
  documents: Uint16Array;
  /** None of them was seen later. */
  top: number;
}

const topFirst = (a: Lead, b: Lead): number => b.top - a.top;

/** So many rows that lie side by side in an index are read in the time of one that is asked for by its id. */
const sideBySide = 5;

class Search {
  private segments: Segment[] = [];
  private leads: Lead[] = [];
  /** Found and not looked at yet, the newest first. */
  private pool: Candidate[] = [];
  private readonly directIds: ReadonlySet<string>;
  private readonly seen = new Set<string>();
  private readonly found: Mention[] = [];
  private looked = 0;
  private reached: InboxPlace | undefined;

  constructor(
    private readonly db: Database,
    private readonly sought: Sought,
    private readonly terms: readonly string[],
    /** Looked at directly: what the index says of them may be out of date. */
    private readonly direct: readonly string[],
  ) {
    this.directIds = new Set(direct);
  }

  private isWithin({ id, seenAt }: Candidate): boolean {
    const { filter, before } = this.sought;
    if (seenAt < (filter.since ?? 0) || seenAt >= (filter.until ?? Infinity)) return false;
    return !before || comparePlaces(before, { seenAt, id }) < 0;
  }

  private take(candidates: readonly Candidate[]): void {
    const fresh = candidates.filter((one) => {
      // One that changed stands in an earlier segment too.
      const isNew = !this.directIds.has(one.id) && !this.seen.has(keyOf(one)) && this.isWithin(one);
      if (isNew) this.seen.add(keyOf(one));
      return isNew;
    });
    this.pool = [...this.pool, ...fresh].sort(newestFirst);
  }

  /** What is asked for, from (in) and to (in), in whole milliseconds; in order of time nothing above what was shown. */
  private span(): { since: number; until: number } {
    const { filter, before, sort } = this.sought;
    return { since: filter.since ?? 0, until: Math.min((filter.until ?? Infinity) - 1, (sort === 'time' && before?.seenAt) || Infinity) };
  }

  private async listSegments(): Promise<Segment[]> {
    const { since, until } = this.span();
    return (await listSegments(this.db)).filter(({ from, to }) => from <= until && to >= since);
  }

  /** What the next segments have, so many of them. */
  private readonly findNext = (count: number): Promise<Found[]> => findDocumentsIn(this.db, this.segments.splice(0, count), this.terms);

  private lead(found: readonly Found[]): Lead[] {
    const { since, until } = this.span();
    return found
      .map(({ segment, documents }) => ({ segment, documents: cutDocuments({ segment, documents }, since, until) }))
      .filter(({ documents }) => documents.length > 0)
      .map((one) => ({ ...one, top: Math.min(latestOf(one), until) }));
  }

  /** The newest segments, as many as tell how often the terms are met: often they are small. */
  private countNewest(): number {
    let size = 0;
    const enough = this.segments.findIndex((segment) => {
      size += segment.size;
      return size >= sideBySide * this.sought.limit;
    });
    return enough < 0 ? this.segments.length : enough + 1;
  }

  /** Going down the index meets the terms so often that it takes less time than asking for each mention that has them. */
  private async isOften(found: readonly Found[], among: number): Promise<boolean> {
    const met = found.reduce((sum, { documents }) => sum + documents.length, 0);
    if (met === 0) return false;
    return (await readShare(this.db, this.sought.filter)) * among <= sideBySide * met;
  }

  private async readDirect(): Promise<void> {
    if (this.direct.length === 0) return;
    const rows = await pick(this.db, this.sought, present(await this.db.mentions.bulkGet([...this.direct])));
    this.pool = rows.map(({ id, seenAt }) => ({ id, seenAt })).filter((one) => this.isWithin(one));
    this.pool.sort(newestFirst);
  }

  private pace(): number {
    return Math.min(paceOf(this.sought, { looked: this.looked, found: this.found.length }), Math.max(1, bounds.looked - this.looked));
  }

  /** Those that come first have names given, as many as may fill the page. @returns false where a segment not opened yet may come before them */
  private async name(): Promise<boolean> {
    const closed = this.segments[0]?.to ?? -Infinity;
    const wanted = this.pace();
    const named: { lead: Lead; documents: Uint16Array }[] = [];
    let count = 0;
    for (const lead of this.leads.sort(topFirst)) {
      if (lead.top < closed || count >= wanted) break;
      const documents = takeNewest(lead.documents, wanted - count);
      named.push({ lead, documents });
      count += documents.length;
    }
    if (named.length === 0) return false;
    const candidates = await nameDocuments(
      this.db,
      named.map(({ lead: { segment }, documents }) => ({ segment, documents })),
    );
    for (const { lead, documents } of named) {
      lead.documents = lead.documents.subarray(0, lead.documents.length - documents.length);
      lead.top = latestOf(lead);
    }
    this.leads = this.leads.filter(({ documents }) => documents.length > 0);
    this.take(candidates);
    return true;
  }

  /** Looks at those that nothing left can come before. @returns true where the page is full, or enough was looked at */
  private async look(): Promise<boolean> {
    const newest = this.leads.reduce((top, lead) => Math.max(top, lead.top), this.segments[0]?.to ?? -Infinity);
    const certain = this.pool.findIndex(({ seenAt }) => seenAt <= newest);
    const ready = certain < 0 ? this.pool.splice(0) : this.pool.splice(0, certain);
    while (ready.length > 0) {
      if (await this.read(ready.splice(0, this.pace()))) return true;
      if (this.looked >= bounds.looked) return true;
    }
    return false;
  }

  /** @returns true where the page is full */
  private async read(some: readonly Candidate[]): Promise<boolean> {
    const rows = await this.db.mentions.bulkGet(some.map(({ id }) => id));
    // One that was removed and came again stands elsewhere too, at its new time.
    this.found.push(...(await pick(this.db, this.sought, present(rows.filter((row, i) => row?.seenAt === some[i]?.seenAt)))));
    this.looked += some.length;
    const last = some.at(-1);
    this.reached = last && { seenAt: last.seenAt, id: last.id };
    return this.found.length > this.sought.limit;
  }

  /** Undefined where going down the index is the shorter way. */
  async byTime(): Promise<Walked | undefined> {
    const { limit } = this.sought;
    this.segments = await this.listSegments();
    const newest = this.countNewest();
    const among = this.segments.slice(0, newest).reduce((sum, { size }) => sum + size, 0);
    const found = await this.findNext(newest);
    if (await this.isOften(found, among)) return undefined;
    this.leads = this.lead(found);
    await this.readDirect();
    for (let some = 2; !(await this.look()); ) {
      if (this.segments.length + this.leads.length === 0) return { mentions: this.found };
      if (await this.name()) continue;
      this.leads.push(...this.lead(await this.findNext(some)));
      some *= 2;
    }
    if (this.found.length <= limit) return { mentions: this.found, reached: this.reached };
    const page = this.found.slice(0, limit);
    return { mentions: page, reached: placeOf(page[limit - 1] as Mention, 'time') };
  }

  /** In another order all have to be known; undefined where that is too many. */
  async byValue(): Promise<Walked | undefined> {
    this.segments = await this.listSegments();
    const { since, until } = this.span();
    const ids = new Set(this.direct);
    for (let some = 1; this.segments.length > 0; some *= 2) {
      const found = this.lead(await this.findNext(some));
      // One that changed may stand in two segments, and some are only near the time that is asked for.
      if (found.reduce((sum, { documents }) => sum + documents.length, 0) > 2 * (bounds.looked + bounds.names)) return undefined;
      for (const { id, seenAt } of await nameDocuments(this.db, found)) if (seenAt >= since && seenAt <= until) ids.add(id);
      if (ids.size > bounds.looked) return undefined;
    }
    return pageOf(this.db, present(await this.db.mentions.bulkGet([...ids])), this.sought);
  }
}

/** Undefined where the index is no help for this. */
export async function searchInbox(db: Database, sought: Sought): Promise<Walked | undefined> {
  const terms = listNeededTerms(sought.filter);
  const direct = terms.length === 0 ? undefined : await readUnindexed(db);
  if (!direct) return undefined;
  const search = new Search(db, sought, terms, direct);
  return sought.sort === 'time' ? search.byTime() : search.byValue();
}
