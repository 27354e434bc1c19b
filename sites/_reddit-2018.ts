/** The Reddit between the old one and today's (2018 to 2023): saved pages still hold it, and other front ends copy its marks. */
import { pathOf, wordsOf } from './_read.ts';

export const redesignedPost = '.Post[class*="t3_"]';
export const redesignedComment = '.Comment[class*="t1_"]';

export interface Redesigned {
  id: string;
  path?: string;
  /** The link to who wrote it. */
  author?: Element;
  text: Element[];
  promoted?: true;
}

const body = '.RichTextJSON-root, .md';

const idOf = (root: Element): string | undefined => /(?:^|\s)(t[13]_[a-z0-9]+)(?:\s|$)/.exec(root.className)?.[1];

/** Links in the words, and those to a post that is shared again, lead elsewhere. */
function findPath(root: Element, id: string): string | undefined {
  const links = [...root.querySelectorAll('a[href*="/comments/"]')].filter((link) => !link.closest(body));
  return links.map(pathOf).find((path) => path.split('/').includes(id.slice(3)));
}

function findAuthor(root: Element, mark: string): Element | undefined {
  const links = [...root.querySelectorAll(`a[data-testid="${mark}"], a[href*="/user/"]`)];
  return links.find((link) => !link.closest(body) && wordsOf(link));
}

export function readRedesigned(root: Element): Redesigned | undefined {
  const id = idOf(root);
  if (!id) return undefined;
  const isComment = root.matches(redesignedComment);
  const words = root.querySelector(isComment ? `[data-testid="comment"], [data-test-id="comment"], ${body}` : body);
  const author = findAuthor(root, isComment ? 'comment_author_link' : 'post_author_link');
  const title = isComment ? null : root.querySelector('[data-adclicklocation="title"] :is(h1, h3), h1, h3');
  if (!title && !(isComment && words)) return undefined; // Deleted, or not filled yet.
  return {
    id,
    path: findPath(root, id),
    author,
    text: [title, words].filter((element) => element !== null),
    promoted: root.matches('.promotedlink') || undefined,
  };
}
