import { authors, bodies, isBare, profiles, typed } from './_generic-marks.ts';
import type { Unit } from './_generic-unit.ts';
import { decoded, linkOf, wordsOf } from './_read.ts';
import type { Page, Post } from './_site.ts';

declare const document: never;

/** A profile link among an article's words is somebody it writes about; in a comment's head it is who wrote it. */
function findAuthor(unit: Unit, comment: boolean): Element | undefined {
  const bare = isBare(unit.root);
  const linked = (): Element | undefined => unit.list(profiles).find((link) => wordsOf(link) && !link.closest(`${bodies}, p`));
  const marked = bare ? unit.list(authors).find((found) => !unit.root.contains(found.closest('td, th'))) : unit.find(authors);
  return (
    marked ?? unit.find(`header :is(${profiles})`) ?? (comment || unit.root.matches(typed) ? linked() : unit.find('[class*="byline" i]'))
  );
}

export function readAuthor(unit: Unit, page: Page, comment: boolean): Post['author'] {
  const marked = findAuthor(unit, comment);
  if (!marked) return {};
  const link = marked.matches('a[href]') ? marked : marked.querySelector('a[href]');
  const url = linkOf(page, link?.getAttribute('href'));
  const named = marked.querySelector('[itemprop~="name"], .fn, .p-name') ?? (marked.children.length > 1 && link ? link : marked);
  const written = named.getAttribute('content') ?? wordsOf(named) ?? wordsOf(marked);
  const name = written
    ?.replace(/^(by|von|par|por|di|door)\s+/i, '')
    .replace(/\s+(says|said|wrote)?:?$/i, '')
    .trim();
  const handle = /^@[\w.-]+(@[\w.-]+)?$/.test(name ?? '')
    ? name?.slice(1)
    : /\/(?:user|users|u|profile|author|members?)\/@?([^/]+)\/?$|\/@([^/]+)\/?$/
        .exec(url?.pathname ?? '')
        ?.slice(1)
        .find(Boolean);
  return { handle: handle && decoded(handle), name: name && name.length <= 80 ? name : undefined, url: url?.href.slice(0, 2_000) };
}
