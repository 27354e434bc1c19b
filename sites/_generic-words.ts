import { authors, bodies, furniture, isComment, titles } from './_generic-marks.ts';
import type { Unit } from './_generic-unit.ts';

declare const document: never;

/** Of elements in the order they stand in, those that are in no other of them. */
function listOutermost(found: readonly Element[]): Element[] {
  const outermost: Element[] = [];
  for (const element of found) if (!outermost.at(-1)?.contains(element)) outermost.push(element);
  return outermost;
}

/** A post of more bodies or headings than this is none. */
const mostParts = 200;

/** A comment quotes what it answers. A body that says it is one; else the whole root without its furniture and the posts inside it. */
export function readWords(unit: Unit): { text: Element[]; skip: Element[] } {
  const { root, nested } = unit;
  const body = listOutermost(unit.list(bodies)).slice(0, mostParts);
  const headings = unit
    .list(titles)
    .slice(0, mostParts)
    .filter((title) => !title.closest(authors) && !body.some((found) => found.contains(title)));
  const skip = [...nested, ...unit.list(isComment(root) ? `${hidden}, blockquote` : hidden)];
  if (body.length > 0) return { text: [...headings.slice(0, isComment(root) ? 0 : 1), ...body], skip };
  const title = headings.filter((found) => found.closest('header, hgroup')).slice(0, 1);
  return { text: [...title, root], skip: [...skip, ...title, ...unit.list(furniture)] };
}

const hidden = '[hidden], .sr-only, .screen-reader-text, .visually-hidden, .comment-awaiting-moderation, figure, picture';

/** How many letters the words have, and how many of them stand in no link. */
export function measure(text: readonly Element[], skip: readonly Element[], limit: number): { all: number; plain: number } {
  const skipped = new Set(skip);
  let all = 0;
  let plain = 0;
  const walk = (node: Node, linked: boolean): void => {
    for (let child = node.firstChild; child !== null && plain < limit; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const length = child.nodeValue?.trim().length ?? 0;
        all += length;
        if (!linked) plain += length;
      } else if (
        child instanceof Element &&
        !skipped.has(child) &&
        !/^(script|style|noscript|svg|button|template)$/.test(child.localName)
      ) {
        walk(child, linked || child.localName === 'a');
      }
    }
  };
  for (const element of text) walk(element, element.closest('a') !== null);
  return { all, plain };
}
