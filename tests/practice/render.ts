/** Posts to HTML, with the semantics a well-made site has: articles, authors, times, permalinks, microdata. */
import { type PracticeComment, type PracticePost, people } from './posts.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (c) => escapes[c] ?? c);
const paragraph = (text: string) => `<p>${escapeHtml(text).replace(/\*([^*]+)\*/g, '<em>$1</em>')}</p>`;

const initials = (name: string) =>
  name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('');

function ago(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h`;
}

function renderHead(by: string, minutesAgo: number, permalink: string, now: number, room = ''): string {
  const { name, hue } = people[by] ?? { name: by, hue: 0 };
  const when = new Date(now - minutesAgo * 60_000);
  return `<header>
    <span class="face" style="--hue: ${hue}" aria-hidden="true">${initials(name)}</span>
    <a class="author" rel="author" href="/@${by}" itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">${escapeHtml(name)}</b> <span class="handle" itemprop="alternateName">@${by}</span></a>
    <a class="when" rel="bookmark" itemprop="url" href="${permalink}"><time datetime="${when.toISOString()}" itemprop="datePublished">${ago(minutesAgo)}</time></a>
    ${room && `<span class="room">${room}</span>`}
  </header>`;
}

function renderBox(id: string, name: string, rich: boolean): string {
  const label = `Reply to ${escapeHtml(name)}`;
  const field = rich
    ? `<div class="field" role="textbox" aria-multiline="true" aria-label="${label}" contenteditable="true"></div>`
    : `<textarea class="field" aria-label="${label}" rows="3" placeholder="${label}…"></textarea>`;
  return `<form class="box" id="box-${id}" hidden>${field}<div class="row"><span class="hint">Nothing leaves this computer.</span><button class="send" type="submit">Post reply</button></div></form>`;
}

const replyButton = (id: string) =>
  `<button type="button" class="reply" aria-expanded="false" aria-controls="box-${id}"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M6.5 3 2 7.2l4.5 4.2V8.8c3.6 0 5.9 1 7.5 3.7C13.600 8.500 11.400 5.700 6.500 5.600Z"/></svg>Reply</button>`;

export function renderComment(comment: PracticeComment, postId: string, now: number): string {
  const { id, by, minutesAgo, text, replies = [] } = comment;
  const nested = replies.map((one) => renderComment(one, postId, now)).join('');
  return `<article class="comment" id="${id}" itemprop="comment" itemscope itemtype="https://schema.org/Comment">
  ${renderHead(by, minutesAgo, `/post/${postId}#${id}`, now)}
  <div class="words" itemprop="text">${text.map(paragraph).join('')}</div>
  <footer>${replyButton(id)}</footer>
  ${renderBox(id, people[by]?.name ?? by, false)}
  <div class="comments">${nested}</div>
</article>`;
}

function renderStars(stars: number): string {
  return `<p class="stars" role="img" aria-label="${stars} of 5 stars" itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><meta itemprop="ratingValue" content="${stars}"><meta itemprop="bestRating" content="5">${'★'.repeat(stars)}<span>${'★'.repeat(5 - stars)}</span></p>`;
}

export function renderPost(post: PracticePost, now: number): string {
  const { id, by, minutesAgo, text, stars, likes, room, rich = false, comments = [] } = post;
  const type = stars ? 'Review' : 'SocialMediaPosting';
  return `<article class="post" id="${id}" itemscope itemtype="https://schema.org/${type}">
  ${renderHead(by, minutesAgo, `/post/${id}`, now, room)}
  ${stars ? renderStars(stars) : ''}
  <div class="words" itemprop="${stars ? 'reviewBody' : 'articleBody'}">${text.map(paragraph).join('')}</div>
  <footer>${replyButton(id)}<button type="button" class="like" aria-pressed="false"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 13.500 2.700 8.400a3.200 3.200 0 0 1 4.500-4.600l.8.800.8-.8a3.200 3.200 0 0 1 4.500 4.600Z"/></svg><span>${likes}</span></button></footer>
  ${renderBox(id, people[by]?.name ?? by, rich)}
  <section class="comments" aria-label="Comments">${comments.map((one) => renderComment(one, id, now)).join('')}</section>
</article>`;
}

export function renderPage(title: string, inner: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/feed.css">
<script src="/feed.js" defer></script>
</head>
<body>
<header class="bar"><a class="brand" href="/"><span aria-hidden="true"></span>Common Room</a><span class="tag">practice feed</span></header>
<div class="page">
<main>${inner}</main>
<aside aria-label="Try Earshot here">
  <h2>Try Earshot here</h2>
  <ol>
    <li>Open Earshot and add <b>Tidepool</b> as your brand, <b>Foxglove Desk</b> as a competitor.</li>
    <li>Watch the words light up below. Load more: new posts are heard too.</li>
    <li>Press <b>Reply</b> on a post, then pick a canned reply from Earshot.</li>
    <li>Read it, change it, and post it yourself. Earshot never does.</li>
  </ol>
  <p>Every person and product here is invented. The page is served by your own computer, and what you post stays in this tab.</p>
</aside>
</div>
</body>
</html>`;
}
