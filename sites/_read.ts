/** The few readings that every site needs, so that they are made in one way. */
import type { Page, Post } from './_site.ts';
import { readText } from './_text.ts';

/** Where a link leads, seen from the page; undefined where it leads to no web page. */
export function linkOf(page: Page, href: string | null | undefined): URL | undefined {
  if (!href) return undefined;
  try {
    const url = new URL(href, page.url);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The path of a link, without asking for a URL where it is written as a path already (the hot case). */
export function pathOf(link: Element | null | undefined): string {
  const href = link?.getAttribute('href') ?? '';
  const path = href.startsWith('/') && !href.startsWith('//') ? href : href.replace(/^https?:\/\/[^/?#]*/, '');
  return path.includes('?') || path.includes('#') ? path.replace(/[?#].*$/, '') : path;
}

/** A part of an address as people write it; as it stands where it is no such part. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** An https address on the host the page is shown under. */
export function addressOf(page: Page, path: string): string {
  return `https://${page.url.hostname}${path}`;
}

// Marks that only steer the direction of text; sites wrap names in them.
const steering = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A short text such as a name: images by their alt text, no steering marks, single spaces. */
export function wordsOf(element: Element | null | undefined): string | undefined {
  if (!element) return undefined;
  let words = element.textContent ?? '';
  if (element.firstElementChild && element.querySelector('img')) words = withImages(element);
  const clean = words.replace(steering, '').replace(/\s+/g, ' ').trim();
  return clean === '' ? undefined : clean.slice(0, 300);
}

function withImages(node: Node): string {
  let words = '';
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 3) words += child.nodeValue ?? '';
    else if (child.nodeType === 1)
      words += (child as Element).localName === 'img' ? ((child as Element).getAttribute('alt') ?? '') : withImages(child);
  }
  return words;
}

/** A machine-readable time in milliseconds. Sites write microseconds and zones without a colon, which Firefox does not parse. */
export function timeOf(written: string | null | undefined): number | undefined {
  if (!written) return undefined;
  const clean = written.trim();
  let time = Date.parse(clean);
  if (Number.isNaN(time)) time = Date.parse(clean.replace(/(\.\d{3})\d+/, '$1').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return isPlausible(time) ? time : undefined;
}

/** Nobody posted before the web or far in the future: such a number is not a time. */
export function isPlausible(time: number): boolean {
  return time > 631_152_000_000 && time < 4_102_444_800_000;
}

/** When an id was made that counts milliseconds since `epoch` in its upper bits, as X and Discord do it. Short ids are older than that. */
export function timeOfSnowflake(id: string, epoch: number): number | undefined {
  const time = Number(BigInt(id) >> 22n) + epoch;
  return id.length > 12 && isPlausible(time) ? time : undefined;
}

/** Looks an element up once for a document. A miss is looked up again only now and then, because it searches the whole page. */
export function rememberIn<T>(find: (page: Page) => T | undefined, holds: (found: T) => boolean): (page: Page) => T | undefined {
  const known = new WeakMap<Document, { found?: T; misses: number }>();
  return (page) => {
    let entry = known.get(page.document);
    if (!entry) {
      entry = { misses: 0 };
      known.set(page.document, entry);
    }
    if (entry.found !== undefined && holds(entry.found)) return entry.found;
    if (entry.misses++ % 64 !== 0) return undefined;
    entry.found = find(page);
    if (entry.found !== undefined) entry.misses = 0;
    return entry.found;
  };
}

/** Finds an element once for a document, and again when it has left. */
export function rememberElement(selector: string): (page: Page) => Element | undefined {
  return rememberIn(
    (page) => page.document.querySelector(selector) ?? undefined,
    (element) => element.isConnected,
  );
}

/** The nearest ancestor that matches, out through open shadow roots as well. */
export function closestAcross(element: Element, selector: string): Element | undefined {
  for (let at: Element | undefined = element; at; ) {
    const found = at.closest(selector);
    if (found) return found;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return undefined;
}

/** The root whose words and author stand in a box that repeats the post it answers (composers show it above the field). */
export function findRepeated(
  box: Element,
  roots: Iterable<Element>,
  wordsIn: (root: Element) => { author?: string; text?: string },
): Element | undefined {
  const shown = (box.textContent ?? '').replace(steering, '').replace(/\s+/g, ' ');
  let best: { root: Element; length: number } | undefined;
  for (const root of roots) {
    if (box.contains(root)) continue;
    const { author, text } = wordsIn(root);
    const start = (text ?? '').slice(0, 60).trim();
    if (!author || !shown.includes(author) || !shown.includes(start)) continue;
    if (!best || start.length > best.length) best = { root, length: start.length };
  }
  return best?.root;
}

/** The first element in a root that belongs to this very root: roots nest (replies), and what is in an inner one is its own. */
export function findOwn(root: Element, selector: string, roots: string): Element | undefined {
  for (const element of root.querySelectorAll(selector)) if (element.closest(roots) === root) return element;
  return undefined;
}

/** What stars say in any language: "4,0 von 5 Sternen", "5つ星のうち4.0", "4 stars". The scale is the larger of two numbers. */
export function starsIn(label: string | null | undefined): number | undefined {
  const numbers = (label ?? '').replace(/(\d),(\d)/g, '$1.$2').match(/\d+(?:\.\d+)?/g) ?? [];
  const stars = Math.min(...numbers.slice(0, 2).map(Number));
  return stars >= 1 && stars <= 5 ? stars : undefined;
}

function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}

/** A post that has no id is known by where it stands, who wrote it, and what it says. */
export function contentId(place: string, post: Pick<Post, 'author' | 'text' | 'skip' | 'extraText' | 'preformatted'>): string {
  const who = post.author.handle ?? post.author.name ?? '';
  const words = readText({ id: '', kind: 'post', ...post }).text;
  return `${place}#${hash(`${who}\n${words}`)}${hash(`${words.length}${words}`)}`;
}

/** True for the smallest element of which something holds: for pages whose posts have no mark, only a make-up. */
export function isSmallest(root: Element, holds: (element: Element) => boolean): boolean {
  return holds(root) && ![...root.children].some(holds);
}
