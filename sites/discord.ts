import { timeOf, timeOfSnowflake, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

const line = 'li[id^="chat-messages-"]';
/** The first second of 2015. */
const epoch = 1_420_070_400_000;
const marked = /^chat-messages-(?:(\d+)-)?(\d{15,20})$/;

/** The words of the line itself; a preview above it repeats those of the message it answers. */
function findOwn(root: Element, part: string, id: string): Element | undefined {
  return root.querySelector(`[id="${part}-${id}"]`) ?? undefined;
}

/** Only the first of several messages in a row says who wrote them. */
function findName(root: Element): string | undefined {
  for (let at: Element | null = root; at; at = at.previousElementSibling) {
    const id = marked.exec(at.id)?.[2];
    const name = id ? findOwn(at, 'message-username', id) : undefined;
    if (name) return wordsOf(name.querySelector('[class*="username"]') ?? name)?.replace(/^@/, '');
  }
  return undefined;
}

/** `/channels/SERVER/CHANNEL`, or `@me` for messages between people. */
function readPlace(page: Page): { server?: string; channel?: string } {
  const found = /^\/channels\/(@me|\d+)\/(\d+)/.exec(page.url.pathname);
  return { server: found?.[1], channel: found?.[2] };
}

function read(root: Element, page: Page): Post | undefined {
  const found = marked.exec(root.id);
  const id = found?.[2];
  const body = id ? findOwn(root, 'message-content', id) : undefined;
  if (!id || !body?.textContent?.trim()) return undefined;
  const { server, channel = '' } = readPlace(page);
  const place = found?.[1] ?? channel;
  const name = findName(root);
  const edited = body.querySelector('[class*="edited"]');
  return {
    id,
    url: server && place ? `https://discord.com/channels/${server}/${place}/${id}` : undefined,
    kind: 'message',
    author: { name },
    text: [body],
    skip: [...body.querySelectorAll('blockquote, [class*="timestamp"], [class*="edited"]')],
    postedAt: timeOf(root.querySelector('time[datetime]')?.getAttribute('datetime')) ?? timeOfSnowflake(id, epoch),
    community: wordsOf(page.document.querySelector('section[aria-label] h1, [class*="titleWrapper"] h1')),
    edited: edited ? true : undefined,
  };
}

const site: Site = {
  name: 'Discord',
  hosts: ['discord.com'],
  basis: 'reports',
  posts: [line], // 2026-08
  read,
  composers: ['[role="textbox"][data-slate-editor="true"]'], // 2026-08
};
export default site;
