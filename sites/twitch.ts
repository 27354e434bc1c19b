import { contentId, findOwn, rememberElement, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// The site's own lines, those under a recording, and those of an extension that many viewers have and that draws the chat anew.
const live = '.chat-line__message, [data-a-target="chat-line-message"]';
const recorded = '.vod-message';
const redrawn = '.seventv-user-message';
const roots = `${live}, ${recorded}, ${redrawn}`;

const name = '.chat-author__display-name, [data-a-target="chat-message-username"], .seventv-chat-user-username';
const body = '[data-a-target="chat-line-message-body"], .seventv-chat-message-body, .message, [class*="message-body"]';
const part = '.text-fragment, .mention-fragment, .link-fragment';
const whoAmI = rememberElement('[data-a-target="user-display-name"]');

/** Names in other scripts are followed by the one people sign in with: "名前 (namae)". */
function readAuthor(root: Element): Post['author'] | undefined {
  const element = findOwn(root, name, roots);
  const shown = wordsOf(element)?.replace(/^@|:$/g, '');
  const marked = element?.getAttribute('data-a-user') ?? root.getAttribute('data-a-user') ?? root.getAttribute('data-user');
  const login = marked ?? /\((\w+)\)$/.exec(shown ?? wordsOf(root.querySelector('.chat-line__username')) ?? '')?.[1];
  const handle = (login ?? (/^\w+$/.test(shown ?? '') ? shown : undefined))?.toLowerCase();
  if (!handle && !shown) return undefined;
  return { handle, name: shown?.toLowerCase() === handle ? undefined : shown, url: handle && `https://www.twitch.tv/${handle}` };
}

/** The channel: `/popout/CHANNEL/chat`, `/embed/CHANNEL/chat`, or simply `/CHANNEL`. */
function readChannel(page: Page): string | undefined {
  const [, first, second] = page.url.pathname.split('/');
  const inner = first === 'popout' || first === 'embed' || first === 'moderator' || first === 'u';
  const channel = (inner ? second : first) ?? '';
  return /^\w+$/.test(channel) && !/^(videos|directory|search|settings|clip)$/.test(channel) ? channel.toLowerCase() : undefined;
}

/** Only extensions write a message's own number into the page. */
function readMark(root: Element): string | undefined {
  const marked = root.getAttribute('data-id') ?? root.closest('[msg-id]')?.getAttribute('msg-id') ?? '';
  return /^[0-9a-f-]{36}$/.test(marked) ? marked : undefined;
}

function read(root: Element, page: Page): Post | undefined {
  if (root.parentElement?.closest(roots)) return undefined;
  const author = readAuthor(root);
  const text = findOwn(root, body, roots) ?? findOwn(root, part, roots)?.parentElement;
  if (!author || !text?.textContent?.trim()) return undefined;
  const channel = readChannel(page);
  const post: Post = {
    // The same words by the same person in the same channel are one post: a chat gives no number and no time.
    id: readMark(root) ?? contentId(channel ?? page.url.pathname, { author, text: [text], preformatted: true }),
    kind: 'message',
    author,
    text: [text],
    // Emotes stand in boxes that are shown in the line.
    preformatted: true,
    community: channel,
  };
  const me = wordsOf(whoAmI(page));
  if (me && me.toLowerCase() === (author.name ?? author.handle)?.toLowerCase()) post.own = true;
  return post;
}

const site: Site = {
  name: 'Twitch',
  hosts: ['twitch.tv'],
  basis: 'reports',
  posts: [live, recorded, redrawn], // 2026-06
  read,
  composers: [
    '[data-a-target="chat-input"][contenteditable="true"]', // 2026-06
    '[data-a-target="chat-input"] [contenteditable="true"]',
    'textarea[data-a-target="chat-input"]',
  ],
  replyControl: (root) => (findOwn(root, '.chat-line__reply-icon button', roots) as HTMLElement | undefined) ?? undefined,
  frames: ['https://www.twitch.tv/embed/*'],
};
export default site;
