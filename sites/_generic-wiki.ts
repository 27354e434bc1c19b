/** Talk pages of MediaWiki: nobody's words stand in an element of their own, but marks say where each comment begins and ends. */
import { addressOf, decoded, linkOf } from './_read.ts';
import type { Page, Post } from './_site.ts';

declare const document: never;

/** What the mark of a beginning stands in; where a comment has several paragraphs, the first. */
export const wikiComment = ':is(p, dd, li, div):has(> [data-mw-comment-start])';

/** The mark's id is made of who wrote it, when, and what it answers: `c-Bo_Lind-20260601093000-Sources`. */
const idPattern = /^c-(.+?)-(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:-|$)/;
const furniture = '.ext-discussiontools-init-replylink-buttons, .mw-editsection, dl, ul, ol';
const mostParagraphs = 50;

const readName = (written: string): string => decoded(written).replaceAll('_', ' ');

/** From the first paragraph to the one with the mark of the end. Answers stand in lists below, or are marked themselves. */
function listParagraphs(root: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = root; at && found.length < mostParagraphs; at = at.nextElementSibling) {
    if (at !== root && (at.matches(`${wikiComment}, h1, h2, h3, dl, ul, ol`) || at.querySelector('h2'))) break;
    found.push(at);
    if (at.querySelector(':scope > [data-mw-comment-end]')) break;
  }
  return found;
}

export function readWikiComment(root: Element, page: Page): Post | undefined {
  const { id = '' } = root.querySelector(':scope > [data-mw-comment-start]') ?? {};
  const [, who, year, month, day, hour, minute, second = '00'] = idPattern.exec(id) ?? [];
  if (!who) return undefined;
  const text = listParagraphs(root);
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  const person = [...root.querySelectorAll('a[href]')].find((link) => /(?:\/|title=)User:[^/]+$/i.test(link.getAttribute('href') ?? ''));
  const path = page.url.pathname + page.url.search;
  return {
    id: `${page.url.hostname}${path}#${id}`.slice(0, 500),
    url: `${addressOf(page, path)}#${id}`,
    kind: 'comment',
    author: { name: readName(who), url: linkOf(page, person?.getAttribute('href'))?.href },
    text,
    skip: text.flatMap((block) => [...block.querySelectorAll(furniture)]),
    postedAt: Number.isNaN(time) ? undefined : time,
  };
}
