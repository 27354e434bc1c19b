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
    readonly host: string,
    private readonly reading: Reading,
  ) {
    const { post, text } = reading;
    this.text = text.text;
    this.kind = post.kind;
    this.author = post.author;
    this.community = post.community;
    this.rating = post.rating;
  }

  /** As the post states it. The page's own language is that of its buttons, so it says nothing. */
  get lang(): string | undefined {
    const { post } = this.reading;
    const around = post.text[0]?.closest('[lang]');
    const isPage = around?.matches('html, body') ?? true;
    const stated = post.lang ?? (isPage ? '' : (around?.getAttribute('lang') ?? ''));
    return noLanguage.test(stated) ? undefined : stated;
  }

  /** Where the links among the author's own words lead. */
  get links(): readonly string[] {
    this.gathered ??= listLinks(this.reading);
    return this.gathered;
  }
}

function listLinks({ post }: Reading): string[] {
  const found = new Set<string>();
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
