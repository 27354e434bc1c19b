/** Pages that mean harm, or were made without thought: more of everything than any person reads. */
import { pageOf } from './watch-page.ts';

/** What is run in them. Each storm ends when the page has done it. */
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
let best = Infinity;
function work() {
  const start = performance.now();
  let sum = 0;
  for (let i = 0; i < 2_000_000; i += 1) sum = (sum * 31 + i) | 0;
  return { sum, took: performance.now() - start };
}
/** How much longer a fixed piece of work takes than it took at its best. */
async function measureLoad() {
  const took = [];
  for (let i = 0; i < 15; i += 1) { took.push(work().took); await pause(5); }
  best = Math.min(best, ...took);
  return took.sort((a, b) => a - b)[7] / best;
}
const storms = {
  /** Five thousand nodes a second: a hundred posts of a few nodes, twenty times a second; old ones go. */
  stream: async (seconds) => {
    const end = performance.now() + seconds * 1000;
    while (performance.now() < end) {
      const batch = document.createDocumentFragment();
      for (let i = 0; i < 36; i += 1) batch.append(post('Acme is at it again, number ' + made));
      feed.append(batch);
      while (feed.childElementCount > 400) feed.firstChild.remove();
      await pause(50);
    }
  },
  /** Tens of thousands of posts at once, each put in by itself. */
  forge: async (count) => {
    for (let i = 0; i < count; i += 1) feed.append(post('Acme and Acme and Acme'));
  },
  giant: async (size) => {
    const words = 'Acme said so, and so it was said. ';
    const giant = post('');
    giant.lastChild.textContent = words.repeat(size / words.length);
    feed.append(giant);
    for (let i = 0; i < 5; i += 1) { giant.lastChild.firstChild.data += ' more'; await pause(50); }
  },
  deep: async (depth) => {
    let at = feed;
    for (let i = 0; i < depth; i += 1) { const one = post('Acme ' + i); at.append(one); at = one; }
    for (let i = 0; i < 20; i += 1) { at.append('Acme'); await pause(20); }
  },
  dense: async (count) => {
    feed.style.cssText = 'font-size:1px;line-height:1px';
    const batch = document.createDocumentFragment();
    for (let i = 0; i < count; i += 1) batch.append(post('Acme '.repeat(200)));
    feed.append(batch);
    await pause(500);
  },
  /** A post as any other page has it. */
  calm: async (count) => { for (let i = 0; i < count; i += 1) feed.append(post('Acme is calm again')); },
  clear: async () => feed.replaceChildren(),
};
`;

export const hostilePage = pageOf('', '').replace('</body>', `<script>${script}</script></body>`);
