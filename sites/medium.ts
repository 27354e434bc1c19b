import type { PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { addressOf, contentId, isSmallest, linkOf, pathOf, rememberElement, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const preview = 'article[data-testid="post-preview"], [data-testid="post-preview"]';
/** The story a page is about. */
const story = 'article:not([data-testid])';
/** Responses have no mark: each is a box with a link to somebody and their words. */
const panel = '[data-testid="responsesSection"], .pw-responses-thread, [role="dialog"]:has(.pw-responses-thread, pre)';
const response = ['[data-testid="responsesSection"]', '.pw-responses-thread', '[role="dialog"]']
  .map((at) => `${at} div:has(a[href*="/@"], a[href*=".medium.com/"]):has(pre)`)
  .join(', ');

/** Every story ends in twelve digits of its own, wherever it is shown. */
const storyId = /(?:^|-|\/)([0-9a-f]{9,12})\/?$/;
const personPath = /^\/@([\w.-]+)\/?$/;

const handleOf = (url: URL | undefined): string | undefined => {
  if (!url) return undefined;
  const below = /^([\w-]+)\.medium\.com$/.exec(url.hostname)?.[1];
  return personPath.exec(url.pathname)?.[1] ?? (below && /^\/?$/.test(url.pathname) ? below : undefined);
};

function findPerson(root: Element, page: Page): { link: Element; handle: string } | undefined {
  const links = [...root.querySelectorAll('a[data-testid="authorName"], a[href*="/@"], a[href*=".medium.com"]')].filter(
    (link) => !link.closest('pre, p, blockquote'),
  );
  const found = links
    .map((link) => ({ link, handle: handleOf(linkOf(page, link.getAttribute('href'))) }))
    .filter((one) => one.handle !== undefined);
  return (found.find(({ link }) => link.textContent?.trim()) ?? found[0]) as { link: Element; handle: string } | undefined;
}

function readAuthor(root: Element, page: Page): Post['author'] {
  const person = findPerson(root, page);
  const name =
    wordsOf(root.querySelector('[data-testid="authorName"]')) ?? (person?.link.textContent?.trim() ? wordsOf(person.link) : undefined);
  return { handle: person?.handle, name, url: person && `https://medium.com/@${person.handle}` };
}

/** A card is pressed as a whole: its address stands in an attribute, or in the link around its title. */
function readPreview(root: Element, page: Page): Post | undefined {
  if (root.parentElement?.closest(preview)) return undefined;
  const title = root.querySelector('h2, h3');
  const written = root.querySelector('[data-href]')?.getAttribute('data-href') ?? title?.closest('a')?.getAttribute('href');
  const others = [...root.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'));
  const url = [written, ...others].map((href) => linkOf(page, href)).find((one) => one && storyId.test(one.pathname));
  const id = storyId.exec(url?.pathname ?? '')?.[1];
  if (!url || !id || !title) return undefined;
  const line = [...root.querySelectorAll('h3, p')].find(
    (one) => one !== title && !one.closest('a[href*="/@"]') && wordsOf(one) && follows(title, one),
  );
  const text = line && line.closest('div')?.querySelector('time') === null ? [title, line] : [title];
  return { id, url: `https://${url.hostname}${url.pathname}`, kind: 'post', author: readAuthor(root, page), text };
}

const follows = (first: Element, second: Element): boolean =>
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function readStory(root: Element, page: Page): Post | undefined {
  const id = storyId.exec(page.url.pathname)?.[1];
  const title = root.querySelector('h1');
  if (!id || !title || root.parentElement?.closest('article')) return undefined;
  const body = [
    ...root.querySelectorAll(
      '.pw-post-body-paragraph, section p, section h2, section h3, section li, section blockquote, section pre, p.graf',
    ),
  ].filter(
    (one, _, all) =>
      !one.closest(panel) &&
      !one.closest('figure, header, [data-testid="authorName"]') &&
      !all.some((other) => other !== one && other.contains(one)),
  );
  return {
    id,
    url: addressOf(page, page.url.pathname),
    kind: 'post',
    author: readAuthor(root.closest('main') ?? page.document.body, page),
    text: [title, ...body],
    skip: [...root.querySelectorAll('figure, [role="tooltip"]')],
  };
}

/** A response is a story of its own; where no link leads to it, it is known by who wrote what. */
function readResponse(root: Element, page: Page): Post | undefined {
  const holds = (element: Element): boolean => element.querySelectorAll('pre').length === 1 && findPerson(element, page) !== undefined;
  if (!isSmallest(root, holds)) return undefined;
  const author = readAuthor(root, page);
  const body = root.querySelector('pre');
  const link = [...root.querySelectorAll('a[href]')].find(
    (one) => !one.closest('pre') && storyId.test(pathOf(one)) && /\/(?:p\/|@[^/]+\/)?[^/]*[0-9a-f]{9,12}\/?$/.test(pathOf(one)),
  );
  const id = storyId.exec(pathOf(link))?.[1];
  if (!body || !author.handle) return undefined;
  const post: Post = {
    id: id ?? '',
    url: link && linkOf(page, pathOf(link))?.href,
    kind: 'comment',
    author,
    text: [body],
    skip: [...body.querySelectorAll('button')],
    preformatted: true,
    own: pathOf(ownLink(page)) === `/@${author.handle}` ? true : undefined,
  };
  return id ? post : { ...post, id: contentId('medium', post) };
}

const ownLink = rememberElement('[data-testid="headerUserIcon"] a[href*="/@"], [data-testid="user-menu"] a[href*="/@"]');

function read(root: Element, page: Page): Post | undefined {
  if (root.matches(preview)) return readPreview(root, page);
  return root.matches(story) ? readStory(root, page) : readResponse(root, page);
}

const words = /^(reply|respond|antworten|responder|répondre|rispondi)$/i;

function replyControl(root: Element): HTMLElement | undefined {
  if (!root.matches(response)) return root.querySelector<HTMLElement>('button[aria-label="responses"]') ?? undefined;
  return [...root.querySelectorAll<HTMLElement>('button')].find((button) => words.test(button.textContent?.trim() ?? ''));
}

const mainPost = (page: Page): Element | undefined =>
  [...page.document.querySelectorAll(story)].find((root) => readStory(root, page) !== undefined);

/** A field for an answer stands in the response it answers, any other answers the story. */
function answered(field: Element, page: Page): Element | undefined {
  for (let at = field.parentElement; at && !at.matches(panel); at = at.parentElement) {
    const [only, ...others] = [...at.querySelectorAll(response)].filter((root) => readResponse(root, page) !== undefined);
    if (only && others.length === 0) return only;
  }
  return mainPost(page);
}

/** A story's claps and responses, above and below it; responses are counted by nobody. */
function counts(root: Element, page: Page): PostCounts {
  if (!root.matches(`${preview}, ${story}`)) return {};
  return {
    likes: countOf(page, root.querySelector('.pw-multi-vote-count')),
    replies: countOf(page, root.querySelector('.pw-responses-count')),
  };
}

const site: Site = {
  name: 'Medium',
  hosts: ['medium.com'],
  // Publications on hosts of their own name the app that opens them, as no other site does.
  detect: (page) => page.document.querySelector('meta[property="al:android:package"][content="com.medium.reader"]') !== null,
  basis: 'reports',
  posts: [preview, story, response], // 2026-04
  read,
  composers: [
    '[data-testid="responsesSection"] [role="textbox"][contenteditable="true"], .pw-responses-thread [contenteditable="true"]',
    '[role="dialog"] [role="textbox"][contenteditable="true"]',
  ],
  replyControl,
  answered,
  mainPost,
  counts,
  searchUrl: (query) => `https://medium.com/search?q=${encodeURIComponent(query)}`,
  notificationsUrl: 'https://medium.com/me/notifications',
};
export default site;
