/** How a page says that a post is gone. Only what it says of a post it names counts; a post that is merely not there may be anywhere. */
import type { Gone } from '../core/model.ts';
import type { Page } from './_site.ts';

/** The post that a page's own address names, where an element of the page says that there is none. */
export function goneFromPage(
  page: Page,
  postId: string | undefined,
  signs: string,
  says: RegExp = /(?:)/,
  what: Gone['what'] = 'unavailable',
): Gone[] {
  if (postId === undefined) return [];
  const found = [...page.document.querySelectorAll(signs)].some(
    (sign) => (sign.textContent?.length ?? 0) < 600 && says.test(sign.textContent?.trim() ?? '') && isShown(sign),
  );
  return found ? [{ postId, what }] : [];
}

/** Sites keep such notices in the page, hidden, for when they are needed. */
const isShown = (element: Element): boolean => typeof element.checkVisibility !== 'function' || element.checkVisibility();

/** Those of some elements that stand for a post whose words are gone. */
export function goneAmong(
  page: Page,
  selector: string,
  read: (element: Element) => { id: string | undefined; what?: Gone['what'] | undefined } | undefined,
): Gone[] {
  return [...page.document.querySelectorAll(selector)].flatMap((element) => {
    const { id, what = 'deleted' } = read(element) ?? {};
    return id ? [{ postId: id, what }] : [];
  });
}
