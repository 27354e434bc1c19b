import type { PostCounts } from '../core/model.ts';
import { countIn } from './_counts.ts';
import { addressOf, commentPage, findAddress } from './_generic-address.ts';
import { readAuthor } from './_generic-author.ts';
import { isEntry, isFurniture, isTeaser, isUnsignedPost } from './_generic-doubts.ts';
import { articles, comments, isComment, isPart, isReview, microformat, roots, typed } from './_generic-marks.ts';
import { Unit } from './_generic-unit.ts';
import { readWikiComment, wikiComment } from './_generic-wiki.ts';
import { measure, readWords } from './_generic-words.ts';
import { contentId, timeOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

function readRating(unit: Unit): number | undefined {
  const value = unit.find('[itemprop~="ratingValue"]') ?? unit.root.querySelector('[itemprop~="reviewRating"] [itemprop~="ratingValue"]');
  const best = unit.root.querySelector('[itemprop~="bestRating"]');
  const read = (element: Element | null | undefined): number =>
    Number.parseFloat((element?.getAttribute('content') ?? element?.textContent ?? '').replace(',', '.'));
  let rating = read(value);
  if (Number.isNaN(rating)) {
    const label = unit.list('[role="img"][aria-label], [aria-label*="star" i]').map((element) => element.getAttribute('aria-label') ?? '');
    rating = Number.parseFloat(
      (label.map((text) => /(\d+(?:[.,]\d+)?)\s*(?:\/|out of|of|von|sur|de|di)\s*5\b/i.exec(text)?.[1]).find(Boolean) ?? '').replace(
        ',',
        '.',
      ),
    );
  }
  if (Number.isNaN(rating) || rating < 0) return undefined;
  const scale = read(best);
  return rating > 10 ? (scale > 10 ? Math.min(10, (rating / scale) * 10) : undefined) : rating;
}

function readTime(unit: Unit): number | undefined {
  const time = unit.find(
    'time[datetime], [itemprop~="datePublished"], [itemprop~="dateCreated"], .dt-published, [class*="relativetime"][title]',
  );
  return timeOf(time?.getAttribute('datetime') ?? time?.getAttribute('content') ?? time?.getAttribute('title'));
}

function read(root: Element, page: Page): Post | undefined {
  if (root.matches(wikiComment)) return readWikiComment(root, page);
  if (isFurniture(root) || isPart(root)) return undefined;
  const unit = new Unit(root);
  const { text, skip } = readWords(unit);
  const { all, plain } = measure(text, skip, 500);
  if (all === 0) return undefined;
  const comment = isComment(root);
  const author = readAuthor(unit, page, comment);
  const postedAt = readTime(unit);
  if (!author.name && !author.handle && !isUnsignedPost(unit, page, plain, postedAt !== undefined)) return undefined;
  if (isTeaser(unit, page, plain) || isEntry(unit, page, plain)) return undefined;
  const url = findAddress(unit, page, comment);
  const post: Post = {
    id: url ? `${url.hostname}${url.pathname.replace(commentPage, '/')}${url.search}${url.hash}`.slice(0, 500) : '',
    url: url && addressOf(url),
    kind: isReview(root) ? 'review' : comment ? 'comment' : 'post',
    author,
    text,
    skip,
    postedAt,
  };
  if (!url) post.id = contentId(page.url.hostname, post);
  if (post.kind === 'review') post.rating = readRating(unit);
  return post;
}

/** Only what the markup itself calls so. */
function counts(root: Element, page: Page): PostCounts {
  const unit = new Unit(root);
  const of = (selector: string) => {
    const found = unit.find(selector);
    return countIn(found?.getAttribute('content') ?? found?.textContent, page.document.documentElement.lang);
  };
  return { likes: of('[itemprop~="upvoteCount"]'), replies: of('[itemprop~="commentCount"], [itemprop~="answerCount"]') };
}

/** Forms name the comment they answer, or are put right below it. */
function answered(field: Element, page: Page): Element | undefined {
  const parent =
    field.closest('form')?.querySelector<HTMLInputElement>('input[name="comment_parent"], input[name="parent_id"]')?.value ?? '';
  const named = /^[1-9]\d*$/.test(parent) ? page.document.getElementById(`comment-${parent}`) : null;
  const root = named ?? field.parentElement?.closest(roots);
  if (!root) return undefined;
  if (read(root, page)) return root;
  const inner = [...root.querySelectorAll(roots)].find((found) => read(found, page));
  return inner ?? root;
}

/** What opens a reply box and can send nothing: a link of the kind blogs have, or a button that is no form's. */
const replyControls = 'a.comment-reply-link, a.reply-link, button[type="button"][class*="reply" i]';

function findReplyControl(root: Element): HTMLElement | undefined {
  return new Unit(root).list(replyControls).find((control): control is HTMLElement => !control.closest('form'));
}

/** The article that holds the page's one title, or is the only one. */
function findMain({ document: page }: Page): Element | undefined {
  const headings = page.getElementsByTagName('h1');
  const titled = headings.length === 1 ? headings[0]?.closest(articles) : undefined;
  const all = titled ? [] : page.querySelectorAll(articles);
  let root = titled ?? (all.length === 1 ? all[0] : undefined);
  for (let outer = root; outer; outer = outer.parentElement?.closest(articles) ?? undefined) root = outer;
  return root?.parentElement?.closest(roots) ? undefined : root;
}

const site: Site = {
  name: 'Other pages',
  hosts: [],
  basis: 'reports',
  posts: [typed, comments, articles, microformat, wikiComment],
  read,
  counts,
  replyControl: findReplyControl,
  composers: [],
  answered,
  mainPost: findMain,
};
export default site;
