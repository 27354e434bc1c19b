/**
 * Pages of sites as they are when a post is answered: real structure, invented people. Each opens its box in its own way, late or in the
 * wrong place, and shows what was sent as that site shows the person's own posts. `sendNow()` is the person pressing the site's send button.
 */
export interface AnswerPage {
  url: string;
  html: string;
  /** What the page calls the box that answers the mention. */
  box: string;
}

const shell = (body: string, script: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Talk</title><body>${body}
  <script>window.sent = 0; const html = (words) => { const t = document.createElement('template'); t.innerHTML = words.trim(); return t.content.firstElementChild; };
  const one = (selector) => document.querySelector(selector); const now = () => new Date().toISOString();
  const field = (extra) => html('<div ' + extra + ' contenteditable="true" role="textbox" style="display:block;min-height:60px;width:400px"></div>');
  ${script}</script></body></html>`;

const tweet = (id: string, who: string, words: string, time: string) =>
  `<article data-testid="tweet" tabindex="-1"><div data-testid="User-Name"><a href="/${who}" role="link"><span>${who}</span></a><a href="/${who}" role="link" tabindex="-1"><span>@${who}</span></a><a href="/${who}/status/${id}"><time datetime="${time}">Sep 1</time></a></div><div data-testid="tweetText" lang="en" dir="auto"><span>${words}</span></div><div role="group"><button data-testid="reply" type="button">Reply</button></div></article>`;

/** The window that opens repeats the post without its address; the box below belongs to the person's own new post. */
export const x: AnswerPage = {
  url: 'https://x.com/ana/status/1900000000000000011',
  box: '[role=dialog] [data-testid="tweetTextarea_0"]',
  html: shell(
    `<main>${tweet('1900000000000000011', 'ana', 'Does anyone use Tidepool?', '2026-09-01T10:00:00.000Z')}</main>`,
    `one('[data-testid=reply]').addEventListener('click', () => setTimeout(() => { const box = html('<div role="dialog" aria-labelledby="modal-header"><article data-testid="tweet"><div data-testid="User-Name"><span>ana</span><span>@ana</span></div><div data-testid="tweetText"><span>Does anyone use Tidepool?</span></div></article></div>');
       box.append(field('data-testid="tweetTextarea_0"')); document.body.append(box); box.lastElementChild.focus(); }, 500));
     const add = (id, who, words) => one('main').append(html(${JSON.stringify(tweet('ID', 'WHO', 'WORDS', 'NOW'))}.replace(/ID/g, id).replace(/WHO/g, who).replace('WORDS', words).replace('NOW', now())));
     window.sendNow = () => { window.sent += 1; const words = one('[role=dialog] [contenteditable]').innerText; one('[role=dialog]').remove(); add('1990000000000000012', 'me_x', words); };
     window.theyWrite = () => add('1990000000000000013', 'ana', 'Wonderful, and on the phone?');`,
  ),
};

const comment = (id: string, who: string, words: string, more = '', time = '2026-06-23T20:00:00.646000+0000') =>
  `<shreddit-comment author="${who}" thingid="t1_${id}" depth="0" permalink="/r/helpdesk/comments/1abc01/comment/${id}/" postid="t3_1abc01"><details role="article" open><summary><div slot="commentMeta"><a href="/user/${who}/">${who}</a><a href="/r/helpdesk/comments/1abc01/comment/${id}/"><faceplate-timeago ts="${time}"><time datetime="${time}">2h ago</time></faceplate-timeago></a></div></summary><div slot="comment" class="md" id="t1_${id}-comment-rtjson-content"><div class="py-0"><p>${words}</p></div></div><shreddit-comment-action-row slot="actionRow" comment-id="t1_${id}"><faceplate-tracker slot="comment-reply"><button type="button">Reply</button></faceplate-tracker>${more}</shreddit-comment-action-row></details></shreddit-comment>`;
const writing =
  '<shreddit-async-loader bundlename="comment_composer"><shreddit-composer><div slot="rte" contenteditable="true" role="textbox" style="min-height:60px"></div></shreddit-composer></shreddit-async-loader>';

/** A box is open, and has the focus, under somebody else's comment. */
export const reddit: AnswerPage = {
  url: 'https://www.reddit.com/r/helpdesk/comments/1abc01/comment/k000002/',
  box: 'shreddit-comment[thingid="t1_k000002"] [contenteditable]',
  html: shell(
    `<shreddit-app user-logged-in="true"><reddit-header-large><rs-current-user display-name="mine_too"></rs-current-user></reddit-header-large><main>
     <shreddit-post permalink="/r/helpdesk/comments/1abc01/t/" created-timestamp="2026-06-23T19:00:00.000000+0000" id="t3_1abc01" post-title="Which one?" subreddit-prefixed-name="r/helpdesk" author="lena_q"><a slot="title">Which one?</a></shreddit-post>
     <shreddit-comment-tree>${comment('k000001', 'cy_m', 'None of them.', writing)}${comment('k000002', 'bo_l', 'Tidepool exports as CSV.')}</shreddit-comment-tree></main></shreddit-app>`,
    `one('[contenteditable]').focus();
     const row = one('shreddit-comment[thingid="t1_k000002"] shreddit-comment-action-row');
     row.querySelector('button').addEventListener('click', () => setTimeout(() => row.append(html(${JSON.stringify(writing)})), 200));
     window.sendNow = () => { window.sent += 1; const words = row.querySelector('[contenteditable]').innerText; row.querySelector('shreddit-async-loader').remove();
       row.parentElement.append(html(${JSON.stringify(comment('k000009', 'mine_too', 'WORDS', '', 'NOW'))}.replace('WORDS', words).replaceAll('NOW', now()))); };`,
  ),
};

/** The box is in a shadow root. */
export const redditShadow = {
  id: 'reddit:t1_k000005',
  url: 'https://www.reddit.com/r/helpdesk/comments/1abc01/comment/k000005/',
  html: shell(
    `<shreddit-app user-logged-in="true"><main><shreddit-comment-tree>${comment('k000005', 'dee_p', 'Tidepool on the phone?')}</shreddit-comment-tree></main></shreddit-app>`,
    `const row = one('shreddit-comment-action-row');
     row.querySelector('button').addEventListener('click', () => setTimeout(() => { const host = html('<shreddit-simple-composer></shreddit-simple-composer>');
       host.attachShadow({ mode: 'open' }).append(field('')); row.append(host); }, 200));`,
  ),
};

const skeet = (key: string, who: string, words: string) =>
  `<div role="link" data-testid="postThreadItem-by-${who}"><div><a href="/profile/${who}" aria-label="View profile" role="link"><span>${who}</span></a><a href="/profile/${who}" role="link"><span>@${who}</span></a><a href="/profile/${who}/post/${key}" dir="auto" role="link">3h</a></div><div dir="auto" data-word-wrap="1">${words}</div><div><button aria-label="Reply" data-testid="replyBtn" type="button">2</button></div></div>`;

/** The box stands in an overlay at the end of the page, below a long thread. */
export const bluesky: AnswerPage = {
  url: 'https://bsky.app/profile/anna.example/post/3mptvzxyf2k4b',
  box: '#over [contenteditable]',
  html: shell(
    `<div id="root"><nav role="navigation"><a href="/" aria-label="Home">Home</a><a href="/profile/mine.bsky.social" aria-label="Profile">Profile</a></nav><main role="main">
     ${skeet('3mptvzxyf2k4b', 'anna.example', 'Tidepool, since May.')}<div style="height:6000px"></div></main></div>`,
    `const key = () => { let n = (BigInt(Date.now()) * 1000n) << 10n; let s = ''; for (let i = 0; i < 13; i += 1) { s = '234567abcdefghijklmnopqrstuvwxyz'[Number(n & 31n)] + s; n >>= 5n; } return s; };
     one('[data-testid=replyBtn]').addEventListener('click', () => setTimeout(() => { const over = html('<div id="over"><div>${'anna.example'} Tidepool, since May.</div></div>');
       over.append(field('class="editor"'), html('<button data-testid="composerPublishBtn" type="button">Reply</button>')); document.body.append(over); }, 100));
     window.sendNow = () => { window.sent += 1; const words = one('#over [contenteditable]').innerText; one('#over').remove();
       one('main').append(html(${JSON.stringify(skeet('KEY', 'mine.bsky.social', 'WORDS'))}.replaceAll('KEY', key()).replace('WORDS', words))); };`,
  ),
};

const linked = (id: string, who: string, words: string) =>
  `<div id="replaceableComment_urn:li:comment:(urn:li:activity:7410000000000000001,${id})" componentkey="replaceableComment_urn:li:comment:(urn:li:activity:7410000000000000001,${id})"><div><a href="https://www.linkedin.com/in/${who}/"><figure><svg role="img" aria-label="View ${who}’s profile"></svg></figure></a><a href="https://www.linkedin.com/in/${who}/"><p>${who}</p><p>Buys software</p></a><button aria-label="View more options for ${who}’s comment" type="button"></button><p componentkey="comment-commentary_${id}"><span data-testid="expandable-text-box">${words}</span></p><button aria-label="Reply" type="button">Reply</button></div></div>`;

/** The post's own box is open; the reply's opens within the comment. Nothing says whose the reply is. */
export const linkedin: AnswerPage = {
  url: 'https://www.linkedin.com/feed/update/urn:li:activity:7410000000000000001/',
  box: '#reply-here [contenteditable]',
  html: shell(
    `<main><div data-testid="mainFeed" componentkey="container-update-list_mainFeed-lazy-container"><div role="listitem" componentkey="expandedQWxpY2UxMjM0FeedType_MAIN_FEED_RELEVANCE"><div componentkey="QWxpY2UxMjM0"><h2><span>Feed post</span></h2>
     <button aria-label="Open control menu for post by Mira Okafor" type="button"></button><div><a href="https://www.linkedin.com/in/mira-okafor/"><figure><svg role="img" aria-label="View Mira Okafor’s profile"></svg></figure></a><a href="https://www.linkedin.com/in/mira-okafor/"><div><p>Mira Okafor</p><p>3h • </p></div></a></div>
     <p componentkey="feed-commentary_8f1"><span data-testid="expandable-text-box">Nine inboxes in one.</span></p><div data-testid="ReactionFacepileCollection-urn:li:activity:7410000000000000001"><span>646 reactions</span></div><button aria-label="Comment" type="button">Comment</button>
     <div componentkey="commentBox-QWxpY2UxMjM0"><div data-testid="ui-core-tiptap-text-editor-wrapper"><div role="textbox" contenteditable="true" style="min-height:40px" aria-label="Text editor for creating comment"></div></div></div>
     <div id="list" componentkey="commentsSectionContainerQWxpY2UxMjM0FeedType_MAIN_FEED_RELEVANCE">${linked('7410000100000000002', 'paul-brandt', 'Tidepool was my second choice, honestly.')}</div></div></div></div></main>`,
    `const said = one('[id^=replaceableComment]');
     said.querySelector('[aria-label=Reply]').addEventListener('click', () => setTimeout(() => { const box = html('<div id="reply-here" data-testid="ui-core-tiptap-text-editor-wrapper"></div>'); box.append(field('')); said.append(box); }, 150));
     window.sendNow = () => { window.sent += 1; const words = one('#reply-here [contenteditable]').innerText; one('#reply-here').remove();
       said.append(html(${JSON.stringify(linked('ID', 'ines-ferro', 'WORDS'))}.replaceAll('ID', String(BigInt(Date.now()) << 22n)).replace('WORDS', words))); };`,
  ),
};

const tube = (id: string, who: string, words: string) =>
  `<ytd-comment-view-model id="comment"><div id="header-author"><a id="author-text" href="/@${who}"><span> @${who} </span></a></div><span id="published-time-text"><a href="/watch?v=tide0000001&amp;lc=${id}">just now</a></span><yt-attributed-string id="content-text"><span>${words}</span></yt-attributed-string><ytd-comment-engagement-bar><div id="toolbar"><ytd-button-renderer id="reply-button-end"><button>Reply</button></ytd-button-renderer></div><div id="reply-dialog"></div></ytd-comment-engagement-bar></ytd-comment-view-model>`;

/** No times, no word of whose a comment is; the box for a comment on the video is there all along. */
export const youtube: AnswerPage = {
  url: 'https://www.youtube.com/watch?v=tide0000001&lc=UgAAA111',
  box: '#reply-dialog #contenteditable-root',
  html: shell(
    `<ytd-app><ytd-comments id="comments"><ytd-commentbox><div id="contenteditable-textarea"><div id="contenteditable-root" contenteditable="true" role="textbox" style="min-height:40px"></div></div></ytd-commentbox>
     <ytd-comment-thread-renderer>${tube('UgAAA111', 'nora-ebb', 'Tidepool saved my week')}<div id="replies"></div></ytd-comment-thread-renderer></ytd-comments></ytd-app>`,
    `one('#reply-button-end button').addEventListener('click', () => setTimeout(() => { const box = html('<ytd-commentbox is-reply><div id="contenteditable-textarea"></div></ytd-commentbox>');
       box.firstElementChild.append(field('id="contenteditable-root"')); one('#reply-dialog').append(box); }, 100));
     window.sendNow = () => { window.sent += 1; const words = one('#reply-dialog #contenteditable-root').innerText; one('#reply-dialog').replaceChildren();
       const thread = html('<ytd-comment-thread-renderer></ytd-comment-thread-renderer>'); thread.append(html(${JSON.stringify(tube('UgAAA111.r1', 'my-channel', 'WORDS'))}.replace('WORDS', words))); one('#replies').append(thread); };`,
  ),
};

const toot = (id: string, who: string, words: string, time: string) =>
  `<article data-id="${id}"><div tabindex="-1"><div class="status__wrapper"><div class="status status--in-thread" data-id="${id}"><div class="status__info"><a href="/@${who}/${id}" class="status__relative-time"><time datetime="${time}">3h</time></a><a href="/@${who}" title="${who}" class="status__display-name"><span class="display-name"><bdi><strong class="display-name__html">${who}</strong></bdi> <span class="display-name__account">@${who}</span></span></a></div><div class="status__content"><div class="status__content__text translate" lang="en"><p>${words}</p></div></div><div class="status__action-bar"><button type="button"><svg class="icon icon-reply"></svg></button></div></div></div></div></article>`;

/** One box for all: it is open for another post, and turns to this one when the control is pressed. */
export const mastodon: AnswerPage = {
  url: 'https://mastodon.social/@anna/116800000000000020',
  box: '.compose-form textarea',
  html: shell(
    `<script id="initial-state" type="application/json">{"meta":{"me":"110000000000000001"},"accounts":{"110000000000000001":{"id":"110000000000000001","username":"mine","acct":"mine"}}}</script>
     <div id="mastodon"><form class="compose-form"><div class="reply-indicator"><a class="detailed-status__display-name"><strong class="display-name__html">zoe</strong><span class="display-name__account">@zoe</span></a><div class="reply-indicator__content"><p>Quite another thing.</p></div></div><textarea class="autosuggest-textarea__textarea" style="width:300px;height:80px"></textarea></form>
     <div role="feed">${toot('116800000000000019', 'zoe', 'Quite another thing.', '2026-06-23T18:00:00.000Z')}${toot('116800000000000020', 'anna', 'Tidepool or something like it?', '2026-06-23T19:00:00.000Z')}</div></div>`,
    `one('textarea').focus();
     one('[data-id="116800000000000020"] button').addEventListener('click', () => setTimeout(() => { one('.reply-indicator').innerHTML = '<a class="detailed-status__display-name"><strong class="display-name__html">anna</strong><span class="display-name__account">@anna</span></a><div class="reply-indicator__content"><p>Tidepool or something like it?</p></div>'; one('textarea').focus(); }, 150));
     window.sendNow = () => { window.sent += 1; const words = one('textarea').value; one('textarea').value = ''; one('.reply-indicator').remove();
       one('[role=feed]').append(html(${JSON.stringify(toot('ID', 'mine', 'WORDS', 'NOW'))}.replaceAll('ID', String(BigInt(Date.now()) << 16n)).replace('WORDS', words).replace('NOW', now()))); };`,
  ),
};

const hnHead = '<center><table id="hnmain"><tr><td><span class="pagetop"><a id="me" href="user?id=mine">mine</a></span></td></tr><tr><td>';
const hnRow = (id: string, who: string, words: string, time: string, parent = '', indent = 0) =>
  `<tr class="athing comtr" id="${id}"><td><table><tr><td class="ind" indent="${indent}"></td><td class="default"><span class="comhead"><a href="user?id=${who}" class="hnuser">${who}</a> <span class="age" title="${time}"><a href="item?id=${id}">2 hours ago</a></span> <span class="navs">${parent ? `<a href="#${parent}" class="clicky">parent</a>` : ''}</span></span><div class="comment"><div class="commtext c00">${words}</div><div class="reply"><p><a href="reply?id=${id}&amp;goto=item">reply</a></p></div></div></td></tr></table></td></tr>`;

/** The control leads to a page of its own, and what is sent leads back to the thread. */
export const hackernews = {
  url: 'https://news.ycombinator.com/item?id=48000004',
  box: 'form[action="comment"] textarea',
  replyUrl: 'https://news.ycombinator.com/reply?id=48000010&goto=item',
  thread: (mine = '') =>
    shell(
      `${hnHead}<table class="fatitem"><tr class="athing submission" id="48000004"><td class="title"><span class="titleline"><a href="https://tide.example/">Ask HN: Which help desk?</a></span></td></tr><tr><td class="subtext"><span class="subline">by <a href="user?id=lena_q" class="hnuser">lena_q</a> <span class="age" title="2026-06-23T20:00:00 1782244800"><a href="item?id=48000004">3 hours ago</a></span></span></td></tr><tr><td><form action="comment" method="post"><input type="hidden" name="parent" value="48000004"><textarea name="text"></textarea></form></td></tr></table>
       <table class="comment-tree">${hnRow('48000010', 'bo_l', 'Tidepool too.', '2026-06-23T21:00:00 1782248400')}${mine && hnRow('48000099', 'mine', mine, `x ${Math.floor(Date.now() / 1000)}`, '48000010', 1)}</table></td></tr></table></center>`,
      '',
    ),
  reply: shell(
    `${hnHead}<table class="fatitem"><tr class="athing" id="48000010"><td class="ind"></td><td class="default"><span class="comhead"><a href="user?id=bo_l" class="hnuser">bo_l</a> <span class="age" title="2026-06-23T21:00:00 1782248400"><a href="item?id=48000010">2 hours ago</a></span></span><div class="comment"><div class="commtext c00">Tidepool too.</div></div></td></tr><tr><td></td><td><form action="comment" method="post"><input type="hidden" name="parent" value="48000010"><textarea name="text" rows="8" cols="80"></textarea></form></td></tr></table></td></tr></table></center>`,
    `window.sendNow = () => { window.sent += 1; location.href = '/commented?text=' + encodeURIComponent(one('textarea').value); };`,
  ),
};
