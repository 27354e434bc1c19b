/** Where the figures of insights lead: to the inbox, filtered to the very mentions they were counted from. */
import type { LeadTo } from '../../../components/lead.tsx';
import { type Calendar, hoursOf, type Period, startOfHour } from '../../../core/calendar.ts';
import type { InboxFilter } from '../../../core/inbox-filter.ts';
import type { HeardPost, Volume } from '../../../core/insights.ts';
import type { Driver, KeptTurningPoint } from '../../../core/model.ts';
import { printFilter } from '../inbox/use-inbox-filter.ts';
import type { Details, View } from './use-insights.ts';

/** One or any of several, as a filter of the inbox says it. */
export const ofKeywords = (ids: readonly string[]): InboxFilter => {
  const [only] = ids;
  if (only === undefined) return {};
  return ids.length === 1 ? { keywordId: only } : { keywordIds: ids };
};

/** Mentions of keywords that are no more are in the inbox, and are not counted. */
const askedKeywords = ({ filter, keywords, hasStrays }: View): readonly string[] =>
  filter.keywordIds ?? (hasStrays ? keywords.map(({ id }) => id) : []);

const hasKeyword = ({ keywordId, keywordIds }: InboxFilter): boolean => keywordId !== undefined || keywordIds !== undefined;

/** What the page is filtered by, in the period or a part of it, and what narrows it further. */
export function filterOf(view: View, part: InboxFilter, period: Period = view.period): InboxFilter {
  const { kind, site, community } = view.filter;
  const { from, to } = hoursOf(period, view.calendar);
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(site === undefined ? {} : { site }),
    ...(community === undefined ? {} : { community }),
    ...(hasKeyword(part) ? {} : ofKeywords(askedKeywords(view))),
    since: from,
    until: to,
    counted: true,
    ...part,
  };
}

export const hrefOf = ({ keywords }: Pick<View, 'keywords'>, filter: InboxFilter): string =>
  `#inbox/filter/${encodeURIComponent(printFilter(filter, keywords).toWellFormed())}`;

/** Nowhere where there is nothing. */
export function leadTo(view: View, count: number, part: InboxFilter = {}, period?: Period): LeadTo | undefined {
  return count > 0 ? { href: hrefOf(view, filterOf(view, part, period)), count } : undefined;
}

const partOfDriver: Record<Driver['kind'], ((value: string) => InboxFilter) | undefined> = {
  site: (site) => ({ site }),
  community: (community) => ({ community }),
  term: (topic) => ({ topic }),
  person: (personId) => ({ personId }),
  // It has its own address.
  post: undefined,
};

/** What drives a turning point is counted from when it began to when it was seen, whatever the page is filtered by. */
export function leadToDriver(
  view: Pick<View, 'keywords'>,
  { keywordId, since, until }: KeptTurningPoint,
  driver: Driver,
): LeadTo | undefined {
  const part = partOfDriver[driver.kind]?.(driver.value);
  const { count } = driver;
  return part && { href: hrefOf(view, { keywordId, since, until: until + 1, counted: true, ...part }), count };
}

/** Those of a brand of the person's, where some are told of apart from all else. */
export const mineOf = ({ ofBrands, keywords }: View): InboxFilter =>
  ofBrands ? ofKeywords(keywords.filter(({ kind }) => kind === 'brand').map(({ id }) => id)) : {};

/** Where a count of what became of mentions leads: to no older ones than were read, where there are too many of them. */
export function leadToAnswers(view: View, { since }: Pick<Details, 'since'>, count: number, part: InboxFilter): LeadTo | undefined {
  const { from } = hoursOf(view.period, view.calendar);
  return leadTo(view, count, { ...mineOf(view), ...(since === undefined || since <= from ? {} : { since }), ...part });
}

/** Of all these times the clock on the wall shows the same hour as where their hour (UTC) began, by which a filter asks: not where it is half past then. */
export const areWholeHours = ({ hourOf }: Pick<Calendar, 'hourOf'>, times: readonly { readonly seenAt: number }[]): boolean =>
  times.every(({ seenAt }) => hourOf(seenAt) === hourOf(startOfHour(seenAt)));

/** Where a count of a part of the page's posts leads. Of untold ones it is not known which they are, and of others the mention is gone. */
export function leadToPart(
  view: View,
  { mentions, untold }: Pick<Volume, 'mentions' | 'untold'>,
  isIn: (post: HeardPost) => boolean,
  part: InboxFilter,
  period?: Period,
): LeadTo | undefined {
  return leadTo(view, mentions - untold - goneOf(view).filter(isIn).length, part, period);
}

const gone = new WeakMap<View, readonly HeardPost[]>();

function goneOf(view: View): readonly HeardPost[] {
  const known = gone.get(view) ?? view.now.posts.filter((post) => post.gone);
  gone.set(view, known);
  return known;
}

/** How many of the posts stand in the inbox: of the others the mention itself was let go. */
export const countKept = (posts: readonly HeardPost[]): number => posts.reduce((sum, { gone }) => sum + Number(!gone), 0);
