/** Pages that mean harm, or were made without thought: more of everything than any person reads. */
import { pageOf } from './watch-page.ts';

/**
 * What is run in them. `beats` counts how often the page itself had its turn meanwhile, `longest` is its longest wait for one; both are told
 * by the same page without us, so that nothing depends on how fast the machine is.
 */
const script = `
const feed = document.querySelector('#feed');
let made = 0;
const template = document.createElement('article');
template.innerHTML = '<header><a rel="author">H</a> <a><time datetime="2026-09-01T10:00:00Z">now</time></a></header><p></p>';
const post = (words) => {
  made += 1;
  const article = template.cloneNode(true);
  const [author, link] = article.firstChild.children;
  author.href = '/u/h' + made;
  link.href = '/posts/h' + made;
  article.lastChild.textContent = words;
  return article;
};
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
async function measured(work) {
  let beats = 0, longest = 0, last = performance.now(), over = false;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    beats += 1;
    if (!over) setTimeout(() => port2.postMessage(0), 4);
  };
  port2.postMessage(0);
  await work();
  await pause(200);
  over = true;
  return { beats, longest, made };
}
const storms = {
  /** Five thousand nodes a second: a hundred posts of a few nodes, twenty times a second; old ones go. */
  stream: (seconds) => measured(async () => {
    const end = performance.now() + seconds * 1000;
    while (performance.now() < end) {
      const batch = document.createDocumentFragment();
      for (let i = 0; i < 36; i += 1) batch.append(post('Acme is at it again, number ' + made));
      feed.append(batch);
      while (feed.childElementCount > 400) feed.firstChild.remove();
      await pause(50);
    }
  }),
  /** Tens of thousands of posts at once, each put in by itself. */
  forge: (count) => measured(async () => {
    for (let i = 0; i < count; i += 1) feed.append(post('Acme and Acme and Acme'));
  }),
  giant: (size) => measured(async () => {
    const words = 'Acme said so, and so it was said. ';
    const giant = post('');
    giant.lastChild.textContent = words.repeat(size / words.length);
    feed.append(giant);
    for (let i = 0; i < 10; i += 1) { giant.lastChild.firstChild.data += ' more'; await pause(50); }
  }),
  deep: (depth) => measured(async () => {
    let at = feed;
    for (let i = 0; i < depth; i += 1) { const one = post('Acme ' + i); at.append(one); at = one; }
    for (let i = 0; i < 20; i += 1) { at.append('Acme'); await pause(20); }
  }),
  dense: (count) => measured(async () => {
    feed.style.cssText = 'font-size:1px;line-height:1px';
    const batch = document.createDocumentFragment();
    for (let i = 0; i < count; i += 1) batch.append(post('Acme '.repeat(200)));
    feed.append(batch);
    await pause(1_500);
  }),
  clear: () => measured(async () => feed.replaceChildren()),
};
`;

export const hostilePage = pageOf('', '').replace('</body>', `<script>${script}</script></body>`);

export interface Storm {
  /** How often the page had its turn. */
  beats: number;
  /** The longest it waited for one, in milliseconds. */
  longest: number;
  /** Posts made so far. */
  made: number;
}
