/** The pages a post shares by a card beside its words (a preview, a link post): the words themselves need not name them. */
import { linkOf } from './_read.ts';
import { isOnHost, type Page } from './_site.ts';

const most = 5;
/** A page of the site's own that leads on to where the link says. */
const onward = /[?&][a-z_]+=https?(?::|%3a)/i;

/** Its host without what only says which of its pages it is. */
const homeOf = (page: Page): string => page.url.hostname.replace(/^(?:www|m|mobile|old|touch|web)\./, '');

/** Those of some addresses that leave the site, absolute and each once; undefined where none does. */
export function listAway(page: Page, addresses: readonly (string | null | undefined)[]): string[] | undefined {
  const home = homeOf(page);
  const found = new Set<string>();
  for (const address of addresses) {
    const url = /^(?:https?:)?\/\//i.test(address ?? '') ? linkOf(page, address) : undefined;
    if (url && (!isOnHost(url.hostname, home) || onward.test(url.search))) found.add(url.href.slice(0, 2_000));
    if (found.size >= most) break;
  }
  return found.size > 0 ? [...found] : undefined;
}

/** Where those of a post's own links lead that do not stand among its words: what is there is known without it. */
export function listShared(page: Page, links: readonly Element[], text: readonly Element[] = []): string[] | undefined {
  const beside = links.filter((link) => !text.some((block) => block.contains(link) || link.contains(block)));
  return listAway(
    page,
    beside.map((link) => link.getAttribute('href')),
  );
}

const host = /(?:^|\s)((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]+)(?=\s|$)/u;

/** The host that a card names in words ("From example.com"), for links that say nothing of where they lead. */
export function listNamed(cards: readonly Element[]): string[] | undefined {
  const named = cards.flatMap((card) => {
    const labels = [card.getAttribute('aria-label'), card.textContent].map((words) => host.exec(words ?? '')?.[1]);
    return labels.find(Boolean) ?? [];
  });
  return named.length > 0 ? [...new Set(named)].slice(0, most).map((name) => `https://${name.toLowerCase()}/`) : undefined;
}
