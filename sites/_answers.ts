/** Whom a post answers where all posts of a thread stand one below the other: a quote or a mark in it says so, or the name it begins with. */

/** The last post above this one that somebody wrote; `roots` are the page's, from the first to the last. */
export function lastAbove(root: Element, roots: Iterable<Element>, isTheirs: (other: Element) => boolean): Element | undefined {
  let last: Element | undefined;
  for (const other of roots) {
    if (other === root) return last;
    if (!other.contains(root) && isTheirs(other)) last = other;
  }
  return undefined;
}

/** The link to somebody that the words begin with. */
export function addressedIn(body: Element, links: string): Element | undefined {
  const link = body.querySelector(links) ?? undefined;
  const name = link?.textContent?.trim();
  return name && body.textContent?.trimStart().startsWith(name) ? link : undefined;
}
