import type { Gone, PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { dateIn } from './_dates.ts';
import { goneAmong } from './_gone.ts';
import { findOwn, linkOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const comment = 'li.post';

/** Comments stand in a frame; the page around it is named in the frame's address. */
function readHost(root: Element, page: Page): URL | undefined {
  const time = findOwn(root, 'a.time-ago[href], [data-role="relative-time"][href]', comment);
  const linked = linkOf(page, time?.getAttribute('href'));
  return linked && linked.hostname !== page.url.hostname ? linked : linkOf(page, page.url.searchParams.get('t_u'));
}

function readAuthor(root: Element, page: Page): Post['author'] {
  const link = findOwn(root, '.author a, a[data-role="username"]', comment);
  const path = linkOf(page, link?.getAttribute('href'))?.pathname ?? '';
  const handle = link?.getAttribute('data-username') ?? /^\/by\/([^/]+)/.exec(path)?.[1];
  // Guests have a name and no page.
  const name = wordsOf(link ?? findOwn(root, '.author', comment));
  return { handle, name: name === handle ? undefined : name, url: handle && `https://disqus.com/by/${handle}/` };
}

function read(root: Element, page: Page): Post | undefined {
  const id = /^post-(\d+)$/.exec(root.id)?.[1];
  const text = findOwn(root, '.post-message', comment);
  const author = readAuthor(root, page);
  if (!id || !text?.textContent?.trim() || (!author.handle && !author.name)) return undefined;
  const host = readHost(root, page);
  const time = findOwn(root, 'a.time-ago[title], [data-role="relative-time"][title]', comment)?.getAttribute('title');
  return {
    id,
    url: host && `https://${host.hostname}${host.pathname}${host.search}#comment-${id}`,
    kind: 'comment',
    author,
    text: [text],
    skip: [...text.querySelectorAll('blockquote')],
    postedAt: dateIn(time, page.document.documentElement.lang),
    community: page.url.searchParams.get('f') ?? host?.hostname,
  };
}

const counts = (root: Element, page: Page): PostCounts => ({
  likes: countOf(page, findOwn(root, '[data-role="likes"], .vote-up .count', comment)),
});

/** A comment that is gone, or waits to be allowed, holds the place of its answers. */
const gone = (page: Page): Gone[] =>
  goneAmong(page, `${comment}.minimal[id^="post-"]`, (root) => {
    const said = wordsOf(findOwn(root, '.post-content', comment));
    return findOwn(root, '.post-message', comment) || !/deleted|gelöscht|supprim|eliminad|excluíd/i.test(said ?? '')
      ? undefined
      : { id: root.id.slice('post-'.length) };
  });

const site: Site = {
  name: 'Disqus',
  hosts: ['disqus.com'],
  basis: 'reports',
  posts: [comment], // 2026
  read,
  counts,
  gone,
  composers: ['.textarea-wrapper [contenteditable="true"]', '.textarea[contenteditable="true"]'],
  replyControl: (root) => findOwn(root, '[data-action="reply"], [data-role="reply-link"] a', comment) as HTMLElement | undefined,
  frames: ['https://disqus.com/embed/comments/*'],
};
export default site;
