import type { PostCounts } from '../core/model.ts';
import { countOf } from './_counts.ts';
import { pathOf, rememberElement, timeOf, wordsOf } from './_read.ts';
import { listShared } from './_shared.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

/** The public face of a channel (t.me/s/name), and the same messages shown in frames on other pages. */
const preview = '.tgme_widget_message[data-post]';
// The two apps at web.telegram.org.
const bubble = '.bubble[data-mid]';
const message = '.Message[data-message-id], .Message[id^="message"]';

/** A channel speaks with its own name; in groups and in signed posts the person is named beside it. */
function readPreview(root: Element, page: Page): Post | undefined {
  const [channel, number] = (root.getAttribute('data-post') ?? '').split('/');
  if (!channel || !number || root.matches('.service_message')) return undefined;
  const text = [...root.querySelectorAll('.tgme_widget_message_text, .tgme_widget_message_poll_question')].filter(
    (block) =>
      !block.closest('.tgme_widget_message_reply, .tgme_widget_message_link_preview') &&
      !block.parentElement?.closest('.tgme_widget_message_text'),
  );
  const person = root.querySelector('a.tgme_widget_message_author_name');
  const handle = (/^\/([A-Za-z]\w+)$/.exec(pathOf(person))?.[1] ?? channel).replace(/^@/, '');
  const named = person ?? root.querySelector('.tgme_widget_message_owner_name, .tgme_widget_message_author_name');
  const meta = root.querySelector('.tgme_widget_message_meta');
  const post: Post = {
    id: `${channel}/${number}`,
    url: `https://t.me/${channel}/${number}`,
    kind: person ? 'message' : 'post',
    author: { handle, name: wordsOf(named), url: `https://t.me/${handle}` },
    text,
    shared: listShared(page, [...root.querySelectorAll('a.tgme_widget_message_link_preview[href]')]),
    postedAt: timeOf(root.querySelector('.tgme_widget_message_date time[datetime], time[datetime]')?.getAttribute('datetime')),
    community: channel,
  };
  if (/\bedited\b/.test(meta?.firstChild?.nodeValue ?? '')) post.edited = true;
  return post;
}

/** The chat that is open: `#@name`, `#-1001234` or `#name`. */
function readPeer(page: Page): { peer: string; name?: string } {
  const hash = page.url.hash.slice(1).replace(/[?_/].*$/, '');
  const name = /^@?([A-Za-z]\w{3,})$/.exec(hash)?.[1];
  return { peer: hash || 'chat', name };
}

const chatTitle = rememberElement('.chat-info .peer-title, .MiddleHeader .fullName, .MiddleHeader h3');

function finish(
  page: Page,
  draft: {
    number: string;
    author: Post['author'];
    text: readonly Element[];
    skip: readonly Element[];
    own: boolean;
    peer?: string;
    postedAt?: number;
    edited: boolean;
  },
): Post {
  const { peer, name } = readPeer(page);
  const post: Post = {
    id: `${draft.peer ?? peer}/${draft.number}`,
    url: name && `https://t.me/${name}/${draft.number}`,
    kind: 'message',
    author: draft.author,
    text: draft.text,
    skip: draft.skip,
    preformatted: true,
    postedAt: draft.postedAt,
    community: wordsOf(chatTitle(page)),
  };
  if (draft.own) post.own = true;
  if (draft.edited) post.edited = true;
  return post;
}

/** The app counts the messages of channels from a number of its own. */
const firstNumber = 4_294_967_295;

function plainNumber(number: string): string {
  return Number(number) > firstNumber ? String(Number(number) % firstNumber) : number;
}

function readBubble(root: Element, page: Page): Post | undefined {
  const number = root.getAttribute('data-mid') ?? '';
  const body = root.querySelector('.message');
  if (!/^\d+(\.\d+)?$/.test(number) || !body || root.matches('.service, .is-date')) return undefined;
  const name = root.querySelector('.bubble-content .name .peer-title, .bubble-content .name');
  const seconds = Number(root.getAttribute('data-timestamp') ?? Number.NaN);
  const author = name ? wordsOf(name) : (wordsOf(groupName(root)) ?? wordsOf(chatTitle(page)));
  return finish(page, {
    number: plainNumber(number),
    peer: root.getAttribute('data-peer-id') ?? undefined,
    author: root.matches('.is-out') ? {} : { name: author },
    text: [body.querySelector(':scope > .translatable-message') ?? body],
    skip: [...body.querySelectorAll('.time, .time-inner, .reactions, .reply, .web, .webpage, .bubble-beside-button, .reply-markup, .name')],
    own: root.matches('.is-out'),
    postedAt: seconds > 0 ? timeOf(new Date(seconds * 1000).toISOString()) : undefined,
    edited: body.querySelector('.time .edited, .time i.edited') !== null,
  });
}

/** Of several messages in a row only the first says who wrote them. */
function groupName(root: Element): Element | null | undefined {
  for (let at = root.previousElementSibling; at?.matches('.bubble'); at = at.previousElementSibling) {
    const name = at.querySelector('.bubble-content .name .peer-title, .bubble-content .name');
    if (name) return name;
    if (at.matches('.is-group-last')) return undefined;
  }
  return undefined;
}

function readMessage(root: Element, page: Page): Post | undefined {
  const number = root.getAttribute('data-message-id') ?? /^message-?(\d+)/.exec(root.id)?.[1] ?? '';
  const body = root.querySelector('.text-content');
  if (!/^\d+$/.test(number) || !body) return undefined;
  const sender = senderOf(root);
  return finish(page, {
    number,
    author: root.matches('.own') ? {} : { name: wordsOf(sender) ?? wordsOf(chatTitle(page)) },
    text: [body],
    skip: [...body.querySelectorAll('.MessageMeta, .Reactions, .WebPage, .EmbeddedMessage, .message-title')],
    own: root.matches('.own'),
    postedAt: undefined,
    edited: false,
  });
}

function senderOf(root: Element): Element | undefined {
  const titles = '.message-title .sender-title, .content-inner > .message-title';
  const own = root.querySelector(titles);
  if (own || root.matches('.first-in-group')) return own ?? undefined;
  for (let at = root.previousElementSibling; at?.matches('.Message'); at = at.previousElementSibling) {
    const title = at.querySelector(titles);
    if (title) return title;
    if (at.matches('.first-in-group')) return undefined;
  }
  return undefined;
}

function read(root: Element, page: Page): Post | undefined {
  if (root.matches(preview)) return readPreview(root, page);
  return root.matches(bubble) ? readBubble(root, page) : readMessage(root, page);
}

const counts = (root: Element, page: Page): PostCounts => ({
  views: countOf(page, root.querySelector('.tgme_widget_message_views, .post-views, .message-views')),
});

/** A reply in the apps is chosen in a menu, and then shown above the one field; until then the field answers nothing. */
function answered(field: Element, page: Page): Element | undefined {
  const quoted = field
    .closest('.chat-input, .Composer, .middle-column-footer')
    ?.querySelector('.reply-wrapper .reply, .ComposerEmbeddedMessage, .EmbeddedMessage');
  const number = quoted?.getAttribute('data-mid') ?? quoted?.getAttribute('data-message-id');
  if (!number) return undefined;
  return (
    page.document.querySelector(`.bubble[data-mid="${CSS.escape(number)}"], .Message[data-message-id="${CSS.escape(number)}"]`) ?? undefined
  );
}

const site: Site = {
  name: 'Telegram',
  hosts: ['t.me', 'web.telegram.org', 'telegram.me'],
  basis: 'reports',
  posts: [preview, bubble, message], // 2026-09 · 2026-05 · 2026-05
  read,
  composers: ['.input-message-input[contenteditable="true"]:not(.input-field-input-fake)', '#editable-message-text'], // 2026-05
  answered,
  counts,
  expectsPosts: (url) => url.hostname === 't.me' && /^\/s\/\w+/.test(url.pathname),
  frames: ['https://t.me/*embed=1*'],
};
export default site;
