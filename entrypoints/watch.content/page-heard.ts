import type { Heard } from '../../core/query-tree.ts';
import type { Reading } from './reader.ts';

const mostLinks = 20;
/** Of an article with thousands of comments, whose links are all in it but not its own. */
const mostLooked = 2_000;
/** What sites write where they do not know. */
const noLanguage = /^(?:und|zxx|qme|qam|qct|qht|qst|art|mul)?$/i;

/** A post as queries ask of it. What few of them ask for is only gathered when it is asked. */
export class PageHeard implements Heard {
  readonly text: string;
  readonly kind: Heard['kind'];
  readonly author: Heard['author'];
  readonly community: string | undefined;
  readonly rating: number | undefined;
  private gathered: string[] | undefined;

  constructor(
    readonly site: string,
    private readonly url: URL,
    private readonly reading: Reading,
  ) {
    const { post, text } = reading;
    this.text = text.text;
    this.kind = post.kind;
    this.author = post.author;
    this.community = post.community;
    this.rating = post.rating;
  }

  get host(): string {
    return this.url.hostname;
  }

  /** As the post states it. */
  get lang(): string | undefined {
    const { post } = this.reading;
    const stated = post.lang ?? langWithin(this.reading) ?? langAround(post.text[0]);
    return stated === undefined || noLanguage.test(stated) ? undefined : stated;
  }

  /** Where the links among the author's own words lead, and the cards beside them. */
  get links(): readonly string[] {
    this.gathered ??= listLinks(this.reading);
    return this.gathered;
  }
}

const langOf = (element: Element | null | undefined): string | undefined => element?.getAttribute('lang') ?? undefined;

/** Where a whole post is read, the language may stand at its words only. A few words in another language are not the post's. */
function langWithin({ post, text }: Reading): string | undefined {
  const isSkipped = (element: Element) => post.skip?.some((skipped) => skipped.contains(element)) ?? false;
  const isMost = (element: Element) => (element.textContent?.trim().length ?? 0) * 2 > text.text.length;
  const inside = post.text.flatMap((element) => [...element.querySelectorAll('[lang]')]);
  return langOf(inside.find((element) => isMost(element) && !isSkipped(element)));
}

/** The page's own language is that of its buttons, so it says nothing. */
function langAround(element: Element | undefined): string | undefined {
  const around = element?.closest('[lang]');
  return around?.matches('html, body') ? undefined : langOf(around);
}

function listLinks({ post }: Reading): string[] {
  const found = new Set<string>(post.shared);
  const skip = new Set(post.skip);
  for (const element of post.text) {
    const around = element.closest<HTMLAnchorElement>('a[href]');
    const anchors = [...(around ? [around] : []), ...element.querySelectorAll<HTMLAnchorElement>('a[href]')];
    for (const anchor of anchors.slice(0, mostLooked)) {
      if (found.size >= mostLinks) return [...found];
      if (!isWithin(anchor, skip) && /^https?:/.test(anchor.protocol)) found.add(anchor.href.slice(0, 2_000));
    }
  }
  return [...found];
}

function isWithin(element: Element, some: ReadonlySet<Element>): boolean {
  if (some.size === 0) return false;
  for (let at: Element | null = element; at; at = at.parentElement) if (some.has(at)) return true;
  return false;
}
