/** Runs in the page: reads it as the content script does, and says what was read in words that can leave the page. */
import type { Gone, PostCounts } from '../../core/model.ts';
import { findSite, listSites } from '../../sites/_index.ts';
import type { Page, Post } from '../../sites/_site.ts';
import { type PostText, rangesOf, readText } from '../../sites/_text.ts';

export interface Read extends Omit<Post, 'text' | 'skip' | 'extraText' | 'preformatted'> {
  text: string;
  counts?: PostCounts;
}

export interface Reading {
  site: string;
  roots: number;
  posts: Read[];
  /** What the page says is gone; absent where it says so of nothing. */
  gone?: readonly Gone[];
  /** Words whose ranges in the page do not say what the text says. */
  wrongRanges: string[];
}

/** Roots in open shadow trees are read like any other. */
function listRoots(tree: ParentNode, selector: string): Element[] {
  const found = [...tree.querySelectorAll(selector)];
  for (const element of tree.querySelectorAll('*')) if (element.shadowRoot) found.push(...listRoots(element.shadowRoot, selector));
  return found;
}

function say(post: Post, text: string, counts: PostCounts | undefined): Read {
  const { skip: _skip, extraText: _extra, preformatted: _preformatted, ...rest } = post;
  const counted = Object.values(counts ?? {}).some((count) => count !== undefined) ? { counts } : {};
  return JSON.parse(JSON.stringify({ ...rest, ...counted, text })) as Read;
}

function findWrongRanges(read: PostText): string[] {
  const wrong: string[] = [];
  for (const word of read.text.matchAll(/[\p{L}\p{N}]{2,}(?: [\p{L}\p{N}]+)?/gu)) {
    const parts = rangesOf(read, word.index, word.index + word[0].length).map((part) => {
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      return range.toString();
    });
    const shown = parts.join('').replace(/\s+/g, ' ');
    // Two nodes may hold one space between them, or words stand in no node at all.
    if (parts.length > 0 && shown.replaceAll(' ', '') !== word[0].replaceAll(' ', '')) wrong.push(`${word[0]} ≠ ${shown}`);
  }
  return wrong;
}

function readPage(address: string, id?: string): Reading {
  const page: Page = { url: new URL(address), document };
  const { id: site, site: adapter } = listSites().find((named) => named.id === id) ?? findSite(page);
  const roots = listRoots(document, adapter.posts.join(','));
  const reading: Reading = { site, roots: roots.length, posts: [], wrongRanges: [] };
  for (const root of roots) {
    const post = adapter.read(root, page);
    if (!post) continue;
    const read = readText(post);
    reading.posts.push(say(post, read.text, adapter.counts?.(root, page)));
    reading.wrongRanges.push(...findWrongRanges(read));
  }
  const gone = adapter.gone?.(page) ?? [];
  return gone.length > 0 ? { ...reading, gone } : reading;
}

/** The sites that say a page is theirs, by host or by markup. */
function listClaims(address: string): string[] {
  const page: Page = { url: new URL(address), document };
  const byHost = listSites().filter(({ site }) =>
    site.hosts.some((host) => page.url.hostname === host || page.url.hostname.endsWith(`.${host}`)),
  );
  const claims = byHost.length > 0 ? byHost : listSites().filter(({ site }) => site.detect?.(page));
  return claims.map(({ id }) => id);
}

/** For each reply field: the id of the post it answers. */
function readAnswered(address: string): (string | undefined)[] {
  const page: Page = { url: new URL(address), document };
  const { site } = findSite(page);
  const composers = site.composers.length > 0 ? site.composers.join(',') : 'textarea';
  return listRoots(document, composers).map((field) => {
    const root = site.answered?.(field, page) ?? field.closest(site.posts.join(',')) ?? site.mainPost?.(page);
    return root ? site.read(root, page)?.id : undefined;
  });
}

/** The ids of posts whose Reply control is found. */
function listReplyControls(address: string): string[] {
  const page: Page = { url: new URL(address), document };
  const { site } = findSite(page);
  return listRoots(document, site.posts.join(',')).flatMap((root) => {
    const post = site.read(root, page);
    return post && site.replyControl?.(root, page) ? [post.id] : [];
  });
}

/** The text of a made-up post, and for each asked word what its ranges show. */
function readMade(made: { html: string; skip?: string; extraText?: string; preformatted?: boolean }, words: readonly string[]) {
  const root = document.createElement('div');
  root.append(...new DOMParser().parseFromString(made.html, 'text/html').body.childNodes);
  document.body.append(root);
  const { extraText, preformatted } = made;
  const skip = made.skip ? [...root.querySelectorAll(made.skip)] : [];
  const post: Post = { id: '1', kind: 'post', author: {}, text: [root], skip, extraText, preformatted };
  const read = readText(post);
  const shown = words.map((word) => {
    const start = read.text.indexOf(word);
    return rangesOf(read, start, start + word.length).map((part) => part.startContainer.nodeValue?.slice(part.startOffset, part.endOffset));
  });
  root.remove();
  return { text: read.text, shown };
}

const probe = { readMade, readPage, listClaims, readAnswered, listReplyControls };
export type Probe = typeof probe;
Object.assign(globalThis, { probe });
