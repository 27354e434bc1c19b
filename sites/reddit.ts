import type { Gone, PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { goneAmong } from './_gone.ts';
import { addressOf, closestAcross, pathOf, rememberElement, timeOf, wordsOf } from './_read.ts';
import { readRedesigned, redesignedComment, redesignedPost } from './_reddit-2018.ts';
import { listAway } from './_shared.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// Two generations live side by side: custom elements whose attributes say everything, and the server-rendered "things" of old.reddit.com.
const newPost = 'shreddit-post, shreddit-ad-post, shreddit-comments-page-ad, shreddit-comment-tree-ad';
const newComment = 'shreddit-comment';
const profileComment = 'shreddit-profile-comment';
const searchHit =
  '[data-testid="search-post-unit"], [data-testid="search-post-with-content-preview"], [data-testid="search-comment-unit"], search-telemetry-tracker:has(a[href*="/comments/"])';
const oldThing = '.thing.link, .thing.comment, .thing[data-fullname^="t3_"], .thing[data-fullname^="t1_"]';
const oldSearchHit = '.search-result[data-fullname^="t3_"]';

const threadPath = /^\/(r|user|u)\/([^/]+)\/comments\/([a-z0-9]+)(?:\/([^/]*)(?:\/([a-z0-9]+))?)?/i;

const whoAmI = rememberElement(
  'rs-current-user[display-name], body.loggedin #header .user > a[href*="/user/"], #expand-user-drawer-button a[href*="/user/"], [noun="profile"] a[href*="/user/"]',
);

function handleOfLink(link: Element | null | undefined): string | undefined {
  return /^\/(?:user|u)\/([\w-]+)/i.exec(pathOf(link))?.[1];
}

function ownHandle(page: Page): string | undefined {
  const element = whoAmI(page);
  return element?.getAttribute('display-name') ?? handleOfLink(element);
}

interface Draft extends Partial<Post> {
  id: string;
  handle?: string | null;
  path?: string;
}

/** Everything the generations share: addresses, the author's page, the community, whose it is. */
function finish(draft: Draft, page: Page): Post {
  const { handle, path, ...rest } = draft;
  const writer = handle && handle !== '[deleted]' ? handle : undefined;
  const [, kind, place] = threadPath.exec(path ?? '') ?? [];
  const post: Post = {
    kind: draft.id.startsWith('t1_') ? 'comment' : 'post',
    text: [],
    ...rest,
    author: writer ? { handle: writer, url: addressOf(page, `/user/${writer}`) } : {},
  };
  if (path) post.url = addressOf(page, path);
  if (!post.community && place) post.community = `${kind === 'r' ? 'r' : 'u'}/${place}`;
  if (writer && ownHandle(page) === writer) post.own = true;
  return post;
}

/** An attribute may hold a path or a whole address. */
function pathIn(written: string | null | undefined): string | undefined {
  const path = (written ?? '').replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/, '');
  return path.startsWith('/') ? path : undefined;
}

/** The page a link post is about; pictures and films that Reddit keeps itself are none. */
function listOutbound(page: Page, addresses: readonly (string | null | undefined)[]): string[] | undefined {
  return listAway(
    page,
    addresses.filter((address) => !/^https?:\/\/(?:[\w-]+\.)*(?:redd\.it|redditmedia\.com)\//i.test(address ?? '')),
  );
}

function readNewPost(root: Element, page: Page): Post | undefined {
  const path =
    pathIn(root.getAttribute('permalink')) ?? pathIn(root.querySelector('a[slot="full-post-link"], a[slot="title"]')?.getAttribute('href'));
  const marked = /t3_[a-z0-9]+/.exec(`${root.id} ${root.getAttribute('post-id') ?? ''} ${root.getAttribute('thingid') ?? ''}`)?.[0];
  const id = marked ?? idOfPath(path) ?? idOfPage(root, page);
  if (!id) return undefined;
  const title = root.querySelector('[slot="title"]');
  const body = root.querySelector('[slot="text-body"] .md') ?? root.querySelector('[slot="text-body"]');
  return finish(
    {
      id,
      path: path ?? pathOfPage(page, id),
      handle: root.getAttribute('author') ?? handleOfLink(root.querySelector('[slot="authorName"] a, [noun="user_profile"] > a')),
      text: [...(title ? [title] : []), ...ownWords(body)],
      extraText: title ? undefined : (root.getAttribute('post-title') ?? undefined),
      postedAt: timeOf(root.getAttribute('created-timestamp')) ?? timeOf(root.querySelector('faceplate-timeago[ts]')?.getAttribute('ts')),
      shared: listOutbound(page, [root.getAttribute('content-href')]),
      community: root.getAttribute('subreddit-prefixed-name')?.replace(/^user\//, 'u/'),
      promoted:
        root.localName !== 'shreddit-post' ||
        root.hasAttribute('promoted') ||
        root.querySelector('[slot="promoted-label"]') !== null ||
        undefined,
    },
    page,
  );
}

/** What stands in the place of words that were taken back, or away. */
const isTaken = (words: string | undefined): boolean =>
  /^(?:\[ ?(?:deleted|removed)(?: by \w+)? ?\]|comment (?:deleted by user|removed by moderator)|sorry, this post (?:was|has been) (?:deleted|removed).*)$/i.test(
    words ?? '',
  );

const ownWords = (body: Element | null | undefined): Element[] => (body && !isTaken(wordsOf(body)) ? [body] : []);

/** Replies stand inside the comment they answer, so whatever is found must have this comment as its nearest. */
function findOwn(root: Element, selector: string): Element | undefined {
  for (const element of root.querySelectorAll(selector)) if (element.closest('shreddit-comment') === root) return element;
  return undefined;
}

function readNewComment(root: Element, page: Page): Post | undefined {
  const written = pathIn(root.getAttribute('permalink'));
  const id = root.getAttribute('thingid') ?? idOfPath(written);
  if (!id?.startsWith('t1_')) return undefined;
  const body = findOwn(root, '[slot="comment"]');
  const inner = body && [...body.querySelectorAll('.md')].find((element) => element.closest('shreddit-comment') === root);
  const time = root.getAttribute('created-timestamp') ?? root.getAttribute('created');
  const nobody = (root.getAttribute('author') ?? '[deleted]') === '[deleted]';
  if (nobody && (!body || isTaken(wordsOf(body)))) return undefined; // Only kept to hold its replies, or not filled yet.
  return finish(
    {
      id,
      path: written ?? pathIn(findOwn(root, 'a[href*="/comment/"]')?.getAttribute('href')) ?? below(page, id),
      handle:
        root.getAttribute('author') ??
        handleOfLink(findOwn(root, '[noun="comment_author"] a[href*="/user/"], [slot="commentMeta"] a[href*="/user/"]')),
      text: inner ? [inner] : body ? [body] : [],
      postedAt: timeOf(time) ?? timeOf(findOwn(root, '[slot="commentMeta"] time[datetime], time[datetime]')?.getAttribute('datetime')),
      edited: findOwn(root, '[slot="commentMeta"] .edited-time, [data-testid="edited"]') !== undefined || undefined,
    },
    page,
  );
}

/** A comment without an address of its own stands below the page's post. */
function below(page: Page, id: string): string | undefined {
  const [, kind, place, post] = threadPath.exec(page.url.pathname) ?? [];
  return post && `/${kind}/${place}/comments/${post}/comment/${id.slice(3)}/`;
}

function readProfileComment(root: Element, page: Page): Post | undefined {
  const marks = ['thingid', 'comment-id', 'thing-id', 'id'].map((name) => root.getAttribute(name) ?? '').join(' ');
  const link = root.querySelector('a[href*="/comment/"]');
  const path = pathIn(root.getAttribute('permalink')) ?? pathIn(root.getAttribute('href')) ?? pathIn(link?.getAttribute('href'));
  const id = /t1_[a-z0-9]+/.exec(marks)?.[0] ?? idOfPath(path);
  if (!id?.startsWith('t1_')) return undefined;
  const body = root.querySelector('[slot="comment"]') ?? root.querySelector('.md, [id*="-content"]');
  const handle = root.getAttribute('author') ?? /^\/(?:user|u)\/([\w-]+)/.exec(page.url.pathname)?.[1];
  const time =
    root.getAttribute('created-timestamp') ??
    root.querySelector('[ts]')?.getAttribute('ts') ??
    root.querySelector('time')?.getAttribute('datetime');
  return finish({ id, path, handle, text: body ? [body] : [], postedAt: timeOf(time) }, page);
}

function idOfPath(path: string | undefined): string | undefined {
  const [, , , post, , comment] = threadPath.exec(path ?? '') ?? [];
  return comment ? `t1_${comment}` : post && `t3_${post}`;
}

const threadLink = 'a[href*="/comments/"]';

/** A box around several hits matches as well. */
function isOneHit(box: Element): boolean {
  const threads = [...box.querySelectorAll(threadLink)].map((link) => threadPath.exec(pathOf(link))?.[3]);
  return new Set(threads.filter((thread) => thread)).size === 1;
}

/** A hit is wrapped in several boxes that all match; the outermost that holds nothing else is the hit. */
function isHit(root: Element): boolean {
  const outer = root.parentElement?.closest(searchHit);
  return isOneHit(root) && !(outer && isOneHit(outer));
}

function readSearchHit(root: Element, page: Page): Post | undefined {
  if (!isHit(root)) return undefined;
  const links = [...root.querySelectorAll(threadLink)];
  const comment = links.find((link) => idOfPath(pathOf(link))?.startsWith('t1_'));
  const marked = root.querySelectorAll('[data-testid="post-title-text"], [data-testid="post-title"]');
  const title = [...marked, ...links].find((element) => wordsOf(element));
  const path = pathOf(comment ?? links[0]);
  const id = idOfPath(path);
  if (!id) return undefined;
  const body = root.querySelector('[data-testid="search-comment-content"], [id$="-rtjson-content"], .md');
  const writer = [...root.querySelectorAll('a[href*="/user/"]')].map(handleOfLink).find((handle) => handle);
  const time = root.querySelector('faceplate-timeago[ts]')?.getAttribute('ts') ?? root.querySelector('time')?.getAttribute('datetime');
  const text = [comment ? undefined : title, body].filter((element) => element !== undefined && element !== null);
  return finish({ id, path, handle: writer, text, postedAt: timeOf(time) }, page);
}

/** Where both are data they are whole; else they are shown, votes before comments. A score that is hidden yet is none. */
function counts(root: Element, page: Page): PostCounts {
  const of = (...names: string[]) => {
    const written = names.map((name) => root.getAttribute(name)).find((value) => /^-?\d+$/.test(value ?? ''));
    return written === undefined ? undefined : Number(written);
  };
  const [likes, replies] = [of('score', 'data-score'), of('comment-count', 'data-comments-count')];
  const shown = listShown(root, page);
  return { likes: likes ?? shown.likes, replies: replies ?? shown.replies };
}

function listShown(root: Element, page: Page): PostCounts {
  if (root.matches('.thing, .search-result')) {
    const entry = entryOf(root);
    const score = entry.querySelector('.score.unvoted') ?? root.querySelector(':scope > .midcol > .score.unvoted, .search-score');
    const comments = entry.querySelector('a.comments, a.search-comments');
    return { likes: countOf(page, score, 'title') ?? countOf(page, score), replies: countOf(page, comments) };
  }
  if (root.matches(`${redesignedPost}, ${redesignedComment}`)) {
    const votes = root.querySelector('[id^="vote-arrows-"] > div');
    return { likes: countOf(page, votes), replies: countOf(page, root.querySelector('[data-click-id="comments"]')) };
  }
  const action = root.querySelector(
    ':scope > shreddit-comment-action-row[score], shreddit-profile-comment shreddit-comment-action-row[score]',
  );
  if (action && root.matches(profileComment)) return { likes: countOf(page, action, 'score') };
  const numbers = root.querySelectorAll('[data-testid="search-counter-row"] faceplate-number');
  const [votes, comments] = [...numbers].map((one) => countOf(page, one, 'number') ?? countOf(page, one));
  return numbers.length === 2 ? { likes: votes, replies: comments } : {};
}

/** A thing's own part; its replies follow in `.child`. */
function entryOf(root: Element): Element {
  return [...root.children].find((child) => child.classList.contains('entry')) ?? root;
}

function readOldThing(root: Element, page: Page): Post | undefined {
  const entry = entryOf(root);
  const marked = root.getAttribute('data-fullname') ?? /t[13]_[a-z0-9]+/.exec(`${root.id} ${root.className}`)?.[0];
  const isComment = marked ? marked.startsWith('t1_') : root.matches('.comment');
  const link = entry.querySelector(isComment ? 'a.bylink' : 'a.bylink.comments, a.comments, a.search-comments');
  const path = pathIn(root.getAttribute('data-permalink')) ?? pathIn(link?.getAttribute('href'));
  const id = marked ?? idOfPath(path);
  if (!id || !/^t[13]_/.test(id)) return undefined;
  const title = isComment ? null : entry.querySelector('a.title, a.search-title');
  const body = entry.querySelector('.usertext-body .md, .search-result-body .md');
  const time = Number(root.getAttribute('data-timestamp') ?? Number.NaN);
  const handle = root.getAttribute('data-author') ?? handleOfLink(entry.querySelector('a.author'));
  if (isComment && !handle && !link) return undefined; // Deleted, and only kept to hold its replies.
  return finish(
    {
      id,
      path,
      handle,
      text: [...(title ? [title] : []), ...ownWords(body)],
      postedAt: time > 0 ? time : timeOf(entry.querySelector('time[datetime]:not(.edited-timestamp)')?.getAttribute('datetime')),
      shared: isComment ? undefined : listOutbound(page, [root.getAttribute('data-url')]),
      community: root.getAttribute('data-subreddit-prefixed') ?? undefined,
      promoted: root.matches('.promoted, .promotedlink, [data-promoted="true"]') || undefined,
      edited: entry.querySelector('time.edited-timestamp') !== null || undefined,
    },
    page,
  );
}

function readBetween(root: Element, page: Page): Post | undefined {
  const found = readRedesigned(root);
  if (!found) return undefined;
  const { author, path, ...rest } = found;
  const outbound = root.querySelector('a[data-testid="outbound-link"]')?.getAttribute('href');
  return finish(
    { ...rest, shared: listOutbound(page, [outbound]), path: path ?? pathOfPage(page, found.id), handle: handleOfLink(author) },
    page,
  );
}

/** On a thread's page the one post without a mark is the one the page is about. */
function idOfPage(root: Element, page: Page): string | undefined {
  const id = threadPath.exec(page.url.pathname)?.[3];
  return id && root.localName === 'shreddit-post' && page.document.querySelector('shreddit-post') === root ? `t3_${id}` : undefined;
}

/** The post a page is about need not link to itself. */
function pathOfPage(page: Page, id: string): string | undefined {
  const [, kind, place, post, slug] = threadPath.exec(page.url.pathname) ?? [];
  if (post === undefined || id !== `t3_${post}`) return undefined;
  return `/${kind}/${place}/comments/${post}/${slug ? `${slug}/` : ''}`;
}

function read(root: Element, page: Page): Post | undefined {
  if (root.matches(`${redesignedPost}, ${redesignedComment}`)) return readBetween(root, page);
  if (root.matches(newComment)) return readNewComment(root, page);
  if (root.matches(newPost)) return readNewPost(root, page);
  if (root.matches(profileComment)) return readProfileComment(root, page);
  if (root.matches(`${oldThing}, ${oldSearchHit}`)) return readOldThing(root, page);
  return readSearchHit(root, page);
}

function replyControl(root: Element): HTMLElement | undefined {
  if (root.matches('.thing')) return entryOf(root).querySelector<HTMLElement>('.reply-button a') ?? undefined;
  // The button before what is around it: pressing around a button presses nothing.
  if (root.matches(newComment))
    return (findOwn(root, '[slot="comment-reply"] button') ?? findOwn(root, '[slot="comment-reply"]')) as HTMLElement | undefined;
  const page = root.ownerDocument;
  return (
    page.querySelector<HTMLElement>(
      'comment-composer-host [data-testid="trigger-button"], comment-composer-host faceplate-textarea-input',
    ) ?? undefined
  );
}

function mainPost(page: Page): Element | undefined {
  const [, , , id, , comment] = threadPath.exec(page.url.pathname) ?? [];
  if (!id) return undefined;
  const things = page.document.querySelector(`.thing[data-fullname="t3_${id}"]`);
  return (comment ? undefined : things) ?? page.document.getElementById(`t3_${id}`) ?? things ?? undefined;
}

/** Old forms name what they answer; new ones stand inside the comment, or belong to the page's post. */
function answered(field: Element, page: Page): Element | undefined {
  const id = field.closest('form')?.querySelector<HTMLInputElement>('input[name="thing_id"]')?.value;
  if (id && /^t[13]_[a-z0-9]+$/.test(id)) return page.document.querySelector(`.thing[data-fullname="${id}"]`) ?? undefined;
  return closestAcross(field, 'shreddit-comment') ?? mainPost(page);
}

/** An author may be gone whose words still stand there; what counts is what stands in their place. */
const gone = (page: Page): Gone[] => [
  ...goneAmong(page, newComment, (root) => {
    const words = wordsOf(findOwn(root, '[slot="comment"]'));
    const taken = root.hasAttribute('is-comment-deleted') || root.hasAttribute('deleted') || isTaken(words);
    return taken && (!words || isTaken(words)) ? { id: root.getAttribute('thingid') ?? undefined } : undefined;
  }),
  ...goneAmong(page, 'shreddit-post[id^="t3_"]', (root) =>
    isTaken(wordsOf(root.querySelector('[slot="text-body"] .md, [slot="text-body"]'))) || root.querySelector('[slot="post-removed-banner"]')
      ? { id: root.id }
      : undefined,
  ),
  ...goneAmong(page, '.thing[data-fullname]', (root) =>
    isTaken(wordsOf(entryOf(root).querySelector('.usertext-body .md')))
      ? { id: root.getAttribute('data-fullname') ?? undefined }
      : undefined,
  ),
];

const site: Site = {
  name: 'Reddit',
  hosts: ['reddit.com'],
  basis: 'saved pages',
  // 2026-09, old things 2026-08, the redesign 2023
  posts: [newPost, newComment, profileComment, searchHit, oldThing, oldSearchHit, redesignedPost, redesignedComment],
  read,
  composers: [
    'shreddit-composer [contenteditable="true"][role="textbox"]', // 2026-09
    'shreddit-composer [contenteditable="true"]',
    'shreddit-simple-composer [contenteditable]',
    'shreddit-markdown-composer textarea',
    'div.textarea-container textarea', // inside the markdown composer's shadow root
    'form.usertext textarea[name="text"]', // old, 2026-08
  ],
  replyControl,
  answered,
  mainPost,
  counts,
  gone,
  searchUrl: (words) => `https://www.reddit.com/search/?q=${encodeURIComponent(words)}&type=posts&sort=new`,
  searchOr: 'OR',
  notificationsUrl: 'https://www.reddit.com/notifications',
  expectsPosts: ({ pathname }) => /^\/(?:r\/(?:all|popular)\/?)?(?:(?:best|hot|new|top|rising)\/?)?$/.test(pathname),
};
export default site;
