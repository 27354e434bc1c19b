/** Runs in the page: posts built as X builds them, and the ways to mark them that are compared. */
import Mark from 'mark.js';
import { compileMatcher } from '../../core/matcher.ts';
import type { Watch } from '../../core/model.ts';
import { type Session, startSession } from '../../entrypoints/watch.content/session.ts';
import x from '../../sites/x.ts';
import { spent, timed } from './page-clock.ts';

const syllables = ['ta', 'ri', 'mo', 'ven', 'sol', 'ka', 'dré', 'lin', 'po', 'sha', 'une', 'bex', 'or', 'ith', 'qua', 'ny'];
let seed = 7;
const random = (limit: number) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return seed % limit;
};
const word = () => Array.from({ length: 1 + random(4) }, () => syllables[random(syllables.length)]).join('');

const queries = Array.from({ length: 50 }, (_, i) => `brand${word()}${i}`);
const watch: Watch = {
  revision: 1,
  places: {},
  keywords: queries.map((query, i) => ({ id: `k${i}`, query, name: query, kind: i % 2 ? 'brand' : 'topic', color: 'teal' })),
};
const matcher = compileMatcher(watch.keywords);

let next = 1;
/** Forty-five words in several elements; every fifth post names a keyword. */
function buildPost(): HTMLElement {
  const id = `19${String(next++).padStart(16, '0')}`;
  const words = Array.from({ length: 45 }, word);
  if (next % 5 === 0) words[random(45)] = queries[random(50)] ?? '';
  const span = (part: string[]) => `<span>${part.join(' ')}</span>`;
  const cell = document.createElement('div');
  cell.dataset.testid = 'cellInnerDiv';
  cell.innerHTML = `<div><article data-testid="tweet" role="article" tabindex="0"><div><div><div data-testid="Tweet-User-Avatar"></div><div>
    <div data-testid="User-Name"><div><a role="link" href="/user${next}"><div><span><span>User ${next}</span></span></div></a></div>
    <div><a role="link" tabindex="-1" href="/user${next}"><div><span>@user${next}</span></div></a><a href="/user${next}/status/${id}" role="link">
    <time datetime="2026-09-01T10:00:00.000Z">Sep 1</time></a></div></div>
    <div data-testid="tweetText" lang="en" dir="auto">${span(words.slice(0, 20))}<a href="/hashtag/x"> #${words[20]} </a>${span(words.slice(21))}</div>
    <div role="group"><button data-testid="reply"><div><span>1</span></div></button><button data-testid="retweet"><div><span>2</span></div></button>
    <button data-testid="like"><div><span>3</span></div></button></div></div></div></div></article></div>`;
  return cell;
}

const feed = () => document.querySelector('#feed') as HTMLElement;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function fill(count: number): void {
  const fragment = document.createDocumentFragment();
  for (let i = 0; i < count; i += 1) fragment.append(buildPost());
  feed().replaceChildren(fragment);
  void feed().offsetHeight;
}

function listen(): { session: Session; stop: () => void } {
  const end = new AbortController();
  const outbox = { add() {}, count() {}, flush() {}, remember: () => true, forget() {} };
  const named = { id: 'x', site: x };
  const options = { named, place: 'x', watch, outbox, onCount() {}, isOrphan: () => false, signal: end.signal };
  const session = timed(startSession)(options);
  return { session, stop: () => end.abort() };
}

/** Script time to find and mark everything on a page that is there already. */
export async function markOurs(count: number): Promise<{ ms: number; found: number; longest: number }> {
  fill(count);
  await pause(50);
  Object.assign(spent, { total: 0, longest: 0 });
  const { session, stop } = listen();
  while (session.scanned() < count) await pause(20);
  await pause(300);
  const { total, longest } = spent;
  const found = session.mentions.list().length;
  stop();
  return { ms: total, found, longest };
}

/** What cannot be saved: reading the words of each post and matching them. */
export function markReadOnly(count: number): { ms: number; found: number } {
  fill(count);
  const start = performance.now();
  let found = 0;
  for (const post of document.querySelectorAll('[data-testid="tweetText"]')) {
    let text = '';
    const walker = document.createTreeWalker(post, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) text += (walker.currentNode as Text).data;
    if (matcher.matchText(text).length > 0) found += 1;
  }
  return { ms: performance.now() - start, found };
}

export async function markWithMarkJs(count: number): Promise<{ ms: number; found: number }> {
  fill(count);
  const start = performance.now();
  const found = await new Promise<number>((done) => {
    new Mark(feed()).mark(queries, { accuracy: 'exactly', acrossElements: true, separateWordSearch: false, done });
  });
  return { ms: performance.now() - start, found };
}

const afterPaint = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(0);
    });
  });

/** Wall time per post while the page appends batches as fast as they are painted; the frame rate is not limited. */
export async function stream(withUs: boolean, posts: number, batch = 20): Promise<{ us: number; longest: number }> {
  fill(200);
  const listening = withUs ? listen() : undefined;
  await pause(500);
  Object.assign(spent, { total: 0, longest: 0 });
  let took = 0;
  for (let done = 0; done < posts; done += batch) {
    const cells = Array.from({ length: batch }, buildPost);
    const start = performance.now();
    feed().append(...cells);
    await afterPaint();
    took += performance.now() - start;
    // At most as fast as a person could ever scroll, so that it is the work that is measured and not the allowance.
    await pause(15);
  }
  const { longest } = spent;
  await pause(300);
  listening?.stop();
  return { us: (took * 1000) / posts, longest };
}

let kept: WeakRef<Node>[] = [];
let listening: { session: Session; stop: () => void } | undefined;

/** Marks a page, removes every second post, and remembers the removed nodes weakly. */
export async function removeHalf(count: number): Promise<number> {
  fill(count);
  listening = listen();
  while (listening.session.scanned() < count) await pause(20);
  for (let at = 0; at < document.body.scrollHeight; at += innerHeight * 8) {
    scrollTo(0, at);
    await pause(20);
  }
  scrollTo(0, 0);
  kept = [];
  for (const [i, cell] of [...feed().children].entries()) {
    if (i % 2 === 0) continue;
    const walker = document.createTreeWalker(cell);
    do kept.push(new WeakRef(walker.currentNode));
    while (walker.nextNode());
    cell.remove();
  }
  await pause(300);
  return kept.length;
}

export const countKept = (): number => kept.filter((reference) => reference.deref() !== undefined).length;

export const stopListening = (): void => listening?.stop();
