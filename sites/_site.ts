/**
 * The frame every site file fills in. A site is data and one reading function; it is inert when imported and is handed the page, so that it
 * runs as well over a saved page as over a live one.
 */
import type { Author, Gone, PostCounts, PostKind } from '../core/model.ts';

// A slip that reaches for the global page does not compile in a site that repeats this line.
export interface Page {
  /** The address the document is shown under. `hostname`, never `host`: a port is not part of a site. */
  readonly url: URL;
  readonly document: Document;
}

/** A post as read from the page. Its words are still in the page: `text` names the elements that hold them, in reading order. */
export interface Post {
  id: string;
  /** Absolute https address of this very post, without tracking parameters. */
  url?: string;
  kind: PostKind;
  author: Author;
  /** Elements whose own words are the author's own words; quotes, counters and buttons inside them are named in `skip`. */
  text: readonly Element[];
  /** Subtrees inside `text` that are not the author's words (a quoted post, a "show more" button). */
  skip?: readonly Element[];
  /** Words that are in no text node (an attribute, say). They are matched and kept, but cannot be highlighted. */
  extraText?: string;
  /** True where line breaks and runs of spaces in text nodes are shown as they are (`white-space: pre-wrap`). */
  preformatted?: boolean;
  /** Where cards beside the words lead, absolute: a preview of a page, the page a link post is about. Links among the words are not named. */
  shared?: readonly string[];
  /** The language the site states for the post (BCP 47), where it is not a `lang` attribute on or around its words. */
  lang?: string;
  postedAt?: number;
  rating?: number;
  community?: string;
  /** The post this one answers, where the page says so otherwise than by standing in it. */
  parent?: string;
  promoted?: boolean;
  edited?: boolean;
  own?: boolean;
}

export interface Site {
  /** As people write it: "Hacker News". */
  readonly name: string;
  /** Host names, compared on a label boundary: `x.com` covers `mobile.x.com` and not `netflix.com`. */
  readonly hosts: readonly string[];
  /** Of hosts that mostly show other things: the beginnings of the paths where the site's posts are. Nowhere else there a script runs. */
  readonly paths?: Readonly<Record<string, readonly string[]>>;
  /** For software that runs on many hosts: is this page one of its? Asked where no site claims the host. */
  readonly detect?: (page: Page) => boolean;
  /** Selectors of post roots, newest markup first, each with the month it was last known to work. All of them are tried. */
  readonly posts: readonly string[];
  /** Reads one root; undefined where it is no post after all, or not filled yet (it is read again when it changes). */
  readonly read: (root: Element, page: Page) => Post | undefined;
  /**
   * True where all posts are known to stand in the document's own tree, and not in shadow roots: then nobody looks into each element for one,
   * which costs several times what reading the posts does. Only for sites that build their pages themselves.
   */
  readonly flat?: true;
  /** What the page counts beside a post ("1.2K" is 1200); what cannot be read for sure is left out. Only asked of posts that are kept. */
  readonly counts?: (root: Element, page: Page) => PostCounts;
  /** Posts that the page names, in their place or as what it should show, and says are gone. Never that something is merely not there. */
  readonly gone?: (page: Page) => readonly Gone[];
  /** Selectors of the fields that replies are written in. */
  readonly composers: readonly string[];
  /** The site's own Reply control of a post. Pressing it opens a box, or a page that holds one. It never sends anything. */
  readonly replyControl?: (root: Element, page: Page) => HTMLElement | undefined;
  /** The post that a reply field answers, where the field does not stand inside the post's root. */
  readonly answered?: (field: Element, page: Page) => Element | undefined;
  /** The post the whole page is about (a thread's first), answered by a field that stands in no post. */
  readonly mainPost?: (page: Page) => Element | undefined;
  /** How long an answer in this field may be, where the page says so (a server's own limit). */
  readonly limitOf?: (field: Element) => number | undefined;
  /** The site's own search for these words on one of its hosts, newest first where it can be asked for. Absent where it has none. */
  readonly searchUrl?: (words: string, host: string) => string;
  /** The word that search has for "or", where its makers say that it has one. */
  readonly searchOr?: string;
  /** Where the site shows what others said to the person: an address, or for software on many hosts a path on each (`notificationsOn`). */
  readonly notificationsUrl?: string;
  /** True for an address of the site that always shows posts: finding none there means that the markup has changed. */
  readonly expectsPosts?: (url: URL) => boolean;
  /** Match patterns of this site's frames that hold posts inside pages of other hosts or of its own (a comment box, a live chat). */
  readonly frames?: readonly string[];
  /** What the selectors rest on: pages saved from the site, its published source code, or only what others report of it. */
  readonly basis: 'saved pages' | 'source code' | 'reports';
}

/** True where `hostname` is `host` or below it. */
export function isOnHost(hostname: string, host: string): boolean {
  return hostname === host || hostname.endsWith(`.${host}`);
}

/** True where the site's posts may stand at this address of one of its hosts. */
export function isOnPath({ paths = {} }: Site, url: URL): boolean {
  const host = Object.keys(paths).find((one) => isOnHost(url.hostname, one));
  return host === undefined || (paths[host] ?? []).some((path) => url.pathname.startsWith(path));
}

/** The address of the person's notifications on one host of a site. */
export function notificationsOn(site: Site, host: string): string | undefined {
  return site.notificationsUrl === undefined ? undefined : new URL(site.notificationsUrl, `https://${host}/`).href;
}

/** The match patterns that cover a site's hosts: one with a star covers the host itself and all below it. */
export function listOrigins(hosts: readonly string[]): string[] {
  return [...new Set(hosts)].map((host) => `https://*.${host}/*`);
}
