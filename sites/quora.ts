import { addressOf, decoded, isSmallest, linkOf, pathOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// Classes say how things look, but for those that the site counts by. A post is the smallest box around a head and an answer.
const body = '.spacing_log_answer_content, .puppeteer_test_answer_content';
const answer = `[class*="dom_annotate_question_answer_item"], [class*="dom_annotate_multifeed_bundle"], .q-box:has(${body})`;
const comment = '.q-box:has(a[href*="comment_id="])';
const question = '.puppeteer_test_question_title';

const people = 'a[href*="/profile/"]';
const answerPath = /^(\/(?:unanswered\/)?[^/]+\/answers?\/[^/]+)\/?$/;

function findPerson(root: Element): Element | undefined {
  const links = [...root.querySelectorAll(people)].filter(
    (link) => !link.closest(`${body}, .q-text p`) || link.closest('.spacing_log_answer_header'),
  );
  return links.find((link) => link.textContent?.trim()) ?? links[0];
}

function readAuthor(root: Element, page: Page): Post['author'] {
  const link = findPerson(root);
  const slug = /^\/profile\/([^/]+)/.exec(pathOf(link))?.[1];
  return {
    handle: slug && decoded(slug),
    name: link?.textContent?.trim() ? wordsOf(link) : undefined,
    url: slug && addressOf(page, `/profile/${slug}`),
  };
}

const findAddress = (root: Element): Element | undefined =>
  [...root.querySelectorAll('a[href*="/answer/"], a[href*="/answers/"]')].find(
    (link) => answerPath.test(pathOf(link)) && !link.closest(body),
  );

/** The answer's own address: the link around its date. Answers on a page of their own have the page's. */
function readAnswer(root: Element, page: Page): Post | undefined {
  const holds = (element: Element): boolean =>
    (element.matches(body) || element.querySelector(body) !== null) &&
    findPerson(element) !== undefined &&
    findAddress(element) !== undefined;
  if (root.querySelectorAll(body).length === 0 || !isWhole(root, page, holds)) return undefined;
  const path = answerPath.exec(pathOf(findAddress(root)))?.[1] ?? answerPath.exec(page.url.pathname)?.[1];
  const text = [...root.querySelectorAll(body)][0];
  if (!path || !text) return undefined;
  const title = root.querySelector(question);
  return {
    id: decoded(path),
    url: addressOf(page, path),
    kind: 'post',
    author: readAuthor(root, page),
    text: title && !text.contains(title) ? [title, text] : [text],
    skip: [...text.querySelectorAll('.qt_read_more, .puppeteer_test_read_more_button, [role="button"]')],
    promoted: isPromoted(root),
  };
}

/** One answer in the box, and none of the boxes in it would do; on a page of one answer the address is the page's. */
function isWhole(root: Element, page: Page, holds: (element: Element) => boolean): boolean {
  if (root.querySelectorAll(body).length > 1 && !onlyNested(root)) return false;
  if (isSmallest(root, holds)) return true;
  const bare = (element: Element): boolean => element.querySelector(body) !== null && findPerson(element) !== undefined;
  return answerPath.test(page.url.pathname) && findAddress(root) === undefined && isSmallest(root, bare);
}

/** The two marks of an answer may stand within each other. */
function onlyNested(root: Element): boolean {
  const [first, ...others] = [...root.querySelectorAll(body)];
  return others.every((other) => first?.contains(other));
}

const isPromoted = (root: Element): true | undefined =>
  [...root.querySelectorAll('.q-text, span')].some(
    (one) => one.childElementCount === 0 && /^(promoted|sponsored)\b/i.test(one.textContent?.trim() ?? ''),
  )
    ? true
    : undefined;

/** A comment's date leads to it; its words are the longest text beside its author. */
function readComment(root: Element, page: Page): Post | undefined {
  const links = (element: Element): Element[] => [...element.querySelectorAll('a[href*="comment_id="]')];
  const said = (element: Element): Element | undefined =>
    [...element.querySelectorAll('.q-text')].find((one) => one.querySelector('p') && !one.querySelector(people));
  const holds = (element: Element): boolean =>
    links(element).length === 1 && findPerson(element) !== undefined && said(element) !== undefined;
  if (links(root).length !== 1 || !isSmallest(root, holds)) return undefined;
  const url = linkOf(page, links(root)[0]?.getAttribute('href'));
  const id = url?.searchParams.get('comment_id');
  const text = said(root);
  if (!url || !id || !text) return undefined;
  const kind = url.searchParams.get('comment_type');
  return {
    id,
    url: addressOf(page, `${url.pathname}?comment_id=${id}${kind ? `&comment_type=${kind}` : ''}`),
    kind: 'comment',
    author: readAuthor(root, page),
    text: [text],
  };
}

const read = (root: Element, page: Page): Post | undefined => (root.querySelector(body) ? readAnswer(root, page) : readComment(root, page));

const mainPost = (page: Page): Element | undefined =>
  answerPath.test(page.url.pathname)
    ? [...page.document.querySelectorAll(answer)].find((root) => read(root, page) !== undefined)
    : undefined;

/** The field for a comment stands under the one answer it is about, the field for an answer under none. */
function answered(field: Element, page: Page): Element | undefined {
  for (let at = field.parentElement; at && at.id !== 'mainContent'; at = at.parentElement) {
    const found = [...at.querySelectorAll(answer)].find((root) => root.querySelector(body) && read(root, page) !== undefined);
    if (found) return found;
  }
  return mainPost(page);
}

const site: Site = {
  name: 'Quora',
  hosts: ['quora.com'],
  basis: 'reports',
  posts: [answer, comment], // 2026-04
  read,
  composers: ['.q-box.editor_wrapper .doc[contenteditable="true"]', '[contenteditable="true"][data-placeholder]'],
  answered,
  mainPost,
  searchUrl: (words) => `https://www.quora.com/search?q=${encodeURIComponent(words)}&type=answer&time=week`,
  notificationsUrl: 'https://www.quora.com/notifications',
};
export default site;
