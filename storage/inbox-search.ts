/** The inbox by way of the search index: what may pass is known before a mention is read. */
import { comparePlaces, type InboxPlace, placeOf } from '../core/inbox-match.ts';
import type { Mention } from '../core/model.ts';
import { listNeededTerms } from '../core/search-terms.ts';
import { bounds } from './bounds.ts';
import type { Database, Segment } from './db.ts';
import type { Sought, Walked } from './inbox-walk.ts';
import { type Candidate, findCandidates, listSegments, newestFirst, readUnindexed } from './search-index.ts';

const present = <T>(list: readonly (T | undefined)[]): T[] => list.filter((one) => one !== undefined);

/** A page of what is in memory, in order. */
export function pageOf(mentions: readonly Mention[], { passes, sort, before, limit }: Sought): Walked {
  const rows = mentions
    .filter(passes)
    .map((mention) => ({ mention, place: placeOf(mention, sort) }))
    .filter(({ place }) => !before || comparePlaces(before, place) < 0)
    .sort((a, b) => comparePlaces(a.place, b.place));
  const page = rows.slice(0, limit);
  return { mentions: page.map(({ mention }) => mention), reached: rows.length > limit ? page.at(-1)?.place : undefined };
}

const keyOf = ({ id, seenAt }: Candidate): string => `${seenAt} ${id}`;

class Search {
  private segments: Segment[] = [];
  /** Found and not looked at yet, the newest first. */
  private pool: Candidate[] = [];
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
  ) {}

  private isWithin({ id, seenAt }: Candidate): boolean {
    const { filter, before } = this.sought;
    if (seenAt < (filter.since ?? 0) || seenAt >= (filter.until ?? Infinity)) return false;
    return !before || comparePlaces(before, { seenAt, id }) < 0;
  }

  private take(candidates: readonly Candidate[]): void {
    const direct = new Set(this.direct);
    const fresh = candidates.filter((one) => {
      // One that changed stands in an earlier segment too.
      const isNew = !direct.has(one.id) && !this.seen.has(keyOf(one)) && this.isWithin(one);
      if (isNew) this.seen.add(keyOf(one));
      return isNew;
    });
    this.pool = [...this.pool, ...fresh].sort(newestFirst);
  }

  /** No more of a segment than could be looked at, all together, before the page ends. */
  private candidates(segments: readonly Segment[]): Promise<Candidate[]> {
    const { before, sort } = this.sought;
    const most = bounds.looked + this.direct.length + 1;
    return findCandidates(this.db, { segments, terms: this.terms, ...this.span(), before: sort === 'time' ? before : undefined, most });
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

  private async prepare(): Promise<void> {
    this.segments = await this.listSegments();
    const rows = present(await this.db.mentions.bulkGet([...this.direct])).filter(this.sought.passes);
    this.pool = rows.map(({ id, seenAt }) => ({ id, seenAt })).filter((one) => this.isWithin(one));
    this.pool.sort(newestFirst);
  }

  /** Looks at those that no segment left can come before. @returns true where the page is full, or enough was looked at */
  private async look(): Promise<boolean> {
    const { limit, passes } = this.sought;
    const newest = this.segments[0]?.to ?? -Infinity;
    const certain = this.pool.findIndex(({ seenAt }) => seenAt <= newest);
    const ready = certain < 0 ? this.pool.splice(0) : this.pool.splice(0, certain);
    for (let at = 0; at < ready.length; ) {
      const some = ready.slice(at, at + Math.max(20, Math.min(2 * limit, bounds.looked - this.looked)));
      at += some.length;
      const rows = await this.db.mentions.bulkGet(some.map(({ id }) => id));
      for (const [i, mention] of rows.entries()) {
        // One that was removed and came again stands elsewhere too, at its new time.
        if (!mention || mention.seenAt !== some[i]?.seenAt || !passes(mention)) continue;
        this.found.push(mention);
        if (this.found.length > limit) return true;
      }
      this.looked += some.length;
      const last = some.at(-1);
      this.reached = last && { seenAt: last.seenAt, id: last.id };
      // There may be more, even where nothing is left here: of each segment only so many were taken.
      if (this.looked >= bounds.looked) return true;
    }
    return false;
  }

  async byTime(): Promise<Walked> {
    const { limit } = this.sought;
    await this.prepare();
    let isEnough = await this.look();
    for (let some = 1; !isEnough && this.segments.length > 0; some *= 2) {
      this.take(await this.candidates(this.segments.splice(0, some)));
      isEnough = await this.look();
    }
    if (!isEnough) return { mentions: this.found };
    if (this.found.length <= limit) return { mentions: this.found, reached: this.reached };
    const page = this.found.slice(0, limit);
    return { mentions: page, reached: placeOf(page[limit - 1] as Mention, 'time') };
  }

  /** In another order all have to be known; undefined where that is too many. */
  async byValue(): Promise<Walked | undefined> {
    const segments = await this.listSegments();
    const ids = new Set(this.direct);
    for (let some = 1; segments.length > 0; some *= 2) {
      for (const { id } of await this.candidates(segments.splice(0, some))) ids.add(id);
      if (ids.size > bounds.looked) return undefined;
    }
    return pageOf(present(await this.db.mentions.bulkGet([...ids])), this.sought);
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
