declare const document: never;

// Unknown pages: only what HTML, ARIA, microdata and the words that everybody uses for comments say by themselves.
export const typed = ['Comment', 'Review', 'SocialMediaPosting', 'DiscussionForumPosting', 'Answer', 'Question']
  .map((type) => `[itemtype*="schema.org/${type}"]`)
  .join(', ');
export const microformat = '.h-entry, .h-cite, .h-review';
export const comments =
  '[id^="comment-"], [id^="comment_"], [data-comment-id], [data-comment_id], .comment, .comment-item, .comment-wrapper, .commentItem, .review, .review-item, li.reply, .h-comment';
/**
 * WordPress themes made of blocks put a post right into the page's main part, or into an item of a list. Not `main:has(…)`: all of a long page
 * would be gone through for it each time something in that part is asked what it stands in.
 */
const blockPosts = '.single main.wp-block-group, li.wp-block-post';
export const articles = `article, [role="article"], ${blockPosts}`;
export const roots = `${typed}, ${comments}, ${articles}, ${microformat}`;

/** Parts of a page that hold no posts, whatever their elements are called. */
export const around = 'nav, [role="navigation"], [role="banner"], [role="contentinfo"], body > header, body > footer, [role="menu"]';
export const aside = 'aside, [role="complementary"]';

export const bodies =
  '[itemprop~="text"], [itemprop~="reviewBody"], [itemprop~="commentText"], [itemprop~="articleBody"], .e-content, .comment-content, .wp-block-comment-content, .comment-text, .comment__content, .comment__text, .comment__body, .comment-message, .comment-copy, .commentText, .review-text, .review-content, .post-content, .entry-content, .post-body, .post__content, .message-body, .markdown-body, .prose';
export const titles = 'h1, h2, h3, h4, [role="heading"], [itemprop~="headline"], [itemprop~="name"], .p-name, .title';
export const authors =
  '[itemprop~="author"], [itemprop~="creator"], [rel~="author"], .p-author, .comment-author, .wp-block-comment-author-name, .wp-block-post-author-name, .wp-block-post-author__name, .comment__author, .comment-user, .author, .byline, .username, .user-name, .author-name';
export const profiles =
  'a[href*="/user/"], a[href*="/users/"], a[href*="/u/"], a[href*="/@"], a[href*="/profile/"], a[href*="/author/"], a[href*="/member"]';
/** Inside a root without a body of its own, these are not its author's words. */
export const furniture =
  'header, footer, nav, aside, form, time, menu, [role="toolbar"], [role="menu"], [role="button"], [itemprop~="author"], [rel~="author"], .author, .comment-author, .byline, .comment-meta, .comment-metadata, .comment-header, .comment-footer, .reply, .actions, .meta, .username, figcaption, [aria-hidden="true"]';

/** Nothing but an article: the element that papers, shops and dashboards put around whatever stands in a box. */
export const isBare = (root: Element): boolean => root.matches(articles) && !root.matches(`${typed}, ${comments}, ${microformat}`);

/** Microdata that says what is in the box, and that it is nothing somebody wrote to others. */
export const isThing = (root: Element): boolean =>
  root.matches('[itemtype]') && !/Article|BlogPosting|CreativeWork|WebPage/.test(root.getAttribute('itemtype') ?? '');

/** A part of the article around it that nobody else signed, such as an update in a live report: its words are that article's. */
export function isPart(root: Element): boolean {
  const outer = isBare(root) ? root.parentElement?.closest(articles) : undefined;
  if (!outer || !isBare(outer)) return false;
  return (
    root.querySelector(`${authors}, ${profiles}`) === null && root.querySelector(`:is(${titles}) a[href], a[href]:has(h2, h3, h4)`) === null
  );
}

export function isComment(root: Element): boolean {
  return (
    root.matches(`${comments}, [itemtype*="schema.org/Comment"], [itemtype*="schema.org/Answer"], .h-cite`) ||
    root.parentElement?.closest(`${comments}, [role="article"], [itemtype*="schema.org/Comment"]`) != null
  );
}

export const isReview = (root: Element): boolean => root.matches('[itemtype*="schema.org/Review"], .h-review, .review, .review-item');
