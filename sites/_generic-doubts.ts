/** What looks like a post and is none. */
import { isMain, permalinks } from './_generic-address.ts';
import { around, aside, authors, bodies, comments, isBare, isComment, isReview, isThing, profiles, typed } from './_generic-marks.ts';
import type { Unit } from './_generic-unit.ts';
import { linkOf } from './_read.ts';
import type { Page } from './_site.ts';

declare const document: never;

/** A link right in the card, other than the ones every post has: to its author and to itself. */
const storyLink = ':scope > a[href]:not([rel~="author"], [rel~="bookmark"], :has(time))';

/** A card that leads to a story elsewhere: a headline that is a link, and hardly a word besides. */
export function isTeaser(unit: Unit, page: Page, plain: number): boolean {
  const { root } = unit;
  if (root.matches(typed) || isComment(root)) return false;
  const heading = unit.find('h1, h2, h3, h4, h5, [role="heading"]') ?? unit.find('[class*="headline" i], [class*="title" i]');
  const link =
    heading?.querySelector('a[href]') ?? heading?.closest('a[href]') ?? (root.parentElement?.closest('a[href]') || unit.find(storyLink));
  const url = linkOf(page, link?.getAttribute('href'));
  return url !== undefined && url.pathname !== page.url.pathname && plain < 400;
}

export function isFurniture(root: Element): boolean {
  if (root.closest(around) || root.matches('textarea, input, button, a, span, svg, label, script, body, html, blockquote:not([itemtype])'))
    return true;
  if (root.localName === 'main' && root.querySelector('.wp-block-post-content') === null) return true;
  // What another blog says of this one, told by that blog.
  if (root.matches('.pingback, .trackback')) return true;
  if (isBare(root) && isThing(root)) return true;
  return root.closest(aside) !== null && !root.matches(`${typed}, ${comments}`);
}

/** Whole class names for boxes that hold something else than what somebody wrote to others. */
const thing =
  /(?:^|\s)(?:(?:job|vacancy|position|product|property|event|course|recipe|activity|notification|log|audit|search-result|result)s?(?:[-_](?:card|item|listing|row|tile|teaser|entry|post|line))?|type-(?:product|job_listing|tribe_events|course))(?=\s|$)/i;
const search = /\/search\b|[?&](?:q|query|s|search|keywords?)=/i;
const selectable = 'input[type="checkbox"], [role="checkbox"]';

/** A line of a list: a job, a letter that can be ticked, what somebody did, what a search found. */
export function isEntry(unit: Unit, page: Page, plain: number): boolean {
  const { root } = unit;
  if (!isBare(root) || isMain(root, page)) return false;
  if (thing.test(root.className) || root.hasAttribute('aria-selected') || unit.find(selectable)) return true;
  const leads = unit.list('a[href]').filter((link) => !link.matches(`${authors}, ${profiles}, ${permalinks}`) && !link.closest(authors));
  const headed = leads.some((link) => link.closest('h1, h2, h3, h4, h5, [role="heading"]') ?? link.querySelector('h1, h2, h3, h4, h5'));
  if (headed && search.test(page.url.pathname + page.url.search)) return true;
  // "Bo closed Pump 12 in Harbour": what is said is what stands between links.
  return plain < 40 && leads.length > 0 && !unit.find(`p, ${bodies}`) && root.closest('[role="feed"]') === null;
}

/** Pages that sell something describe it at the length of a story. */
const goods = 'meta[property="og:type"][content*="product"], [itemtype*="schema.org/Product"], form[action*="cart"], [name="add-to-cart"]';

/** Without an author it may be a box that happens to be called so: a counter, a form, a card, a step of an order. */
export function isUnsignedPost(unit: Unit, page: Page, plain: number, dated: boolean): boolean {
  const { root } = unit;
  if (!isBare(root)) return dated && (!isReview(root) || root.matches(typed));
  if (isMain(root, page)) return dated || (plain >= 400 && page.document.querySelector(goods) === null);
  return dated && (root.closest('[role="feed"]') !== null || unit.find(permalinks) !== undefined);
}
