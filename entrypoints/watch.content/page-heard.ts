import type { Heard } from '../../core/query-tree.ts';
import type { Reading } from './reader.ts';

const mostLinks = 20;
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
  for (const element of post.text) {
    const around = element.closest<HTMLAnchorElement>('a[href]');
    const anchors = [...(around ? [around] : []), ...element.querySelectorAll<HTMLAnchorElement>('a[href]')];
    for (const anchor of anchors) {
      if (found.size >= mostLinks) return [...found];
      const isSkipped = post.skip?.some((skipped) => skipped.contains(anchor)) ?? false;
      if (!isSkipped && /^https?:/.test(anchor.protocol)) found.add(anchor.href.slice(0, 2_000));
    }
  }
  return [...found];
}
