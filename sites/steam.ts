import type { PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { dateIn } from './_dates.ts';
import { linkOf, pathOf, rememberElement, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const card = '.apphub_Card'; // reviews among screenshots, in a game's community
const box = '.review_box'; // reviews in the shop
const full = '#ReviewText'; // a review's own page
const comment = '.commentthread_comment';
const opening = '.forum_op';
const topic = '.forum_topic';

const community = 'https://steamcommunity.com';
/** Of a file, a guide or a review: the game it belongs to. */
const aboutGame = rememberElement('.breadcrumbs a[href*="/app/"], .apphub_OtherSiteInfo a[href*="/app/"]');
const whoAmI = rememberElement('#global_actions a.user_avatar');
/** Ways to say what is not theirs: when, what they were given for it, and what they quote. */
const notTheirs = '.date_posted, .early_access_review, .received_compensation, .refunded, .gradient, .bb_blockquote';
const recommended = /^\/((?:id|profiles)\/[^/]+)\/recommended\/(\d+)/;

const personIn = (path: string): string | undefined => /^\/((?:id|profiles)\/[^/]+)/.exec(path)?.[1];

/** "id/somebody" or "profiles/7656…": a person may have both, and a page uses one. */
function readAuthor(link: Element | null | undefined, fallback = ''): Post['author'] {
  const person = personIn(pathOf(link)) ?? personIn(fallback);
  return { handle: person?.split('/')[1], name: wordsOf(link), url: person && `${community}/${person}` };
}

/** `/app/440/…`, in the community and in the shop. */
const gameOf = (path: string): string | undefined => /^\/app\/(\d+)/.exec(path)?.[1];

/** When it was written, to the second where the page says so, else the day. */
function readTime(element: Element | null | undefined, page: Page): number | undefined {
  const seconds = Number(element?.getAttribute('data-timestamp') ?? Number.NaN);
  return seconds > 0 ? seconds * 1000 : dateIn(element?.textContent, page.document.documentElement.lang);
}

/** A thumb up or down is no number of stars, so reviews have no rating here. */
function readReview(root: Element, page: Page): Post | undefined {
  const text = root.matches(full) ? root : root.querySelector('.apphub_CardTextContent, .content');
  const name = [...root.querySelectorAll('.apphub_CardContentAuthorName a, .persona_name a')].find((link) => wordsOf(link));
  const shown = [
    root.getAttribute('data-modal-content-url'),
    root.querySelector('a.vote_header[href], a[href*="/recommended/"]:not(.num_reviews a)')?.getAttribute('href'),
  ];
  const paths = [page.url.pathname, ...shown.map((href) => linkOf(page, href)?.pathname ?? '')];
  const found = paths.map((path) => recommended.exec(path)).find(Boolean);
  const author = root.matches(full)
    ? readAuthor(page.document.querySelector('.profile_small_header_name a, .persona_name a'), page.url.pathname)
    : readAuthor(name, found?.[0]);
  const game = found?.[2] ?? gameOf(page.url.pathname);
  if (!text?.textContent?.trim() || !author.url || !game) return undefined;
  return {
    id: `${author.handle}/recommended/${game}`,
    url: `${author.url}/recommended/${game}/`,
    kind: 'review',
    author,
    text: [text],
    postedAt: readTime(
      root.querySelector('.date_posted, .postedDate') ?? page.document.querySelector('#ReviewTitle ~ .recommendation_date'),
      page,
    ),
    community: `app/${game}`,
  };
}

/** Comments stand below profiles, reviews, files and topics; each has a number and an anchor. */
function readComment(root: Element, page: Page): Post | undefined {
  const id = /^comment_(\d+)$/.exec(root.id)?.[1];
  const text = root.querySelector('.commentthread_comment_text');
  const link = root.querySelector('.commentthread_author_link') ?? root.querySelector('.commentthread_comment_author a');
  if (!id || !text) return undefined;
  const game = gameOf(page.url.pathname) ?? gameOf(pathOf(aboutGame(page)));
  const file = page.url.searchParams.get('id');
  return {
    id: `comment_${id}`,
    url: `https://${page.url.hostname}${page.url.pathname}${file ? `?id=${file}` : ''}#c${id}`,
    kind: 'comment',
    author: readAuthor(link ?? root.querySelector('.commentthread_comment_avatar a')),
    text: [text],
    postedAt: readTime(root.querySelector('.commentthread_comment_timestamp'), page),
    community: game && `app/${game}`,
  };
}

const topicPath = /^\/(?:app\/\d+|groups\/[^/]+|discussions)(?:\/.*)?\/(\d{15,20})\/?$/;

/** A topic, on its own page or in the list of a forum. */
function readTopic(root: Element, page: Page): Post | undefined {
  const link = root.querySelector('a.forum_topic_overlay[href]');
  const path = root.matches(topic) ? (linkOf(page, link?.getAttribute('href'))?.pathname ?? '') : page.url.pathname;
  const number = topicPath.exec(path)?.[1];
  const title = root.querySelector('.topic, .forum_topic_name');
  const body = root.matches(opening) ? root.querySelector('.content') : null;
  if (!number || !title) return undefined;
  const author = readAuthor(root.querySelector('a.forum_op_author'));
  const game = gameOf(path);
  return {
    id: `topic_${number}`,
    url: `https://${page.url.hostname}${path}`,
    kind: 'post',
    author: author.handle ? author : { name: wordsOf(root.querySelector('.forum_topic_op')) },
    text: body ? [title, body] : [title],
    postedAt: root.matches(opening) ? readTime(root.querySelector('.date[data-timestamp]'), page) : undefined,
    community: game && `app/${game}`,
  };
}

function read(root: Element, page: Page): Post | undefined {
  const post = root.matches(comment)
    ? readComment(root, page)
    : root.matches(`${opening}, ${topic}`)
      ? readTopic(root, page)
      : readReview(root, page);
  if (!post) return undefined;
  post.skip = post.text.flatMap((element) => [...element.querySelectorAll(notTheirs)]);
  const me = personIn(pathOf(whoAmI(page)));
  if (me && post.author.url === `${community}/${me}`) post.own = true;
  return post;
}

/** A review counts who found it helpful, in words of the reader's language; a forum counts the answers to each topic. */
const counts = (root: Element, page: Page): PostCounts => ({
  likes: countOf(page, root.querySelector('.found_helpful, .vote_info, .ratingBar')),
  replies: countOf(page, root.querySelector('.apphub_CardCommentCount, .forum_topic_reply_count')),
});

const site: Site = {
  name: 'Steam',
  hosts: ['steamcommunity.com', 'store.steampowered.com'],
  basis: 'reports',
  posts: [card, box, full, comment, opening, topic], // 2026-04, the shop 2023-12
  read,
  composers: ['textarea.commentthread_textarea', 'textarea.forumtopic_reply_textarea'],
  counts,
  mainPost: (page) => page.document.querySelector(`${opening}, ${full}`) ?? undefined,
  notificationsUrl: 'https://steamcommunity.com/my/commentnotifications/',
};
export default site;
