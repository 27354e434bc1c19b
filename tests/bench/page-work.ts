/** Runs in the page: posts built as X builds them, and the ways to mark them that are compared. */
import Mark from 'mark.js';
import { compileMatcher } from '../../core/matcher.ts';
import type { Watch } from '../../core/model.ts';
import { createOutbox } from '../../entrypoints/watch.content/outbox.ts';
import { type PageOwn, startOwn } from '../../entrypoints/watch.content/page-own.ts';
import { type Session, startSession } from '../../entrypoints/watch.content/session.ts';
import x from '../../sites/x.ts';
import { spent, timed, unmeasuredTimeout } from './page-clock.ts';

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
  // As shipped, but for the messages it sends.
  let key = 0;
  const outbox = createOutbox({
    keep: async () => {},
    send: async () => {},
    now: () => performance.now(),
    newKey: () => `batch-${key++}`,
    signal: end.signal,
  });
  const named = { id: 'x', site: x };
  let own: PageOwn | undefined;
  const onCount = (count: number) => own?.onCount(count);
  const options = { named, place: 'x', watch, outbox, onCount, isOrphan: () => false, signal: end.signal };
  const session = timed(startSession)(options);
  own = timed(startOwn)(session, true, end.signal);
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

/** Who else is in the page: nobody, an observer that does nothing, mark.js on what is added, or we. */
export type Guest = 'nobody' | 'bare-observer' | 'mark.js' | 'us';

function invite(guest: Guest): () => void {
  if (guest === 'us') return listen().stop;
  if (guest === 'nobody') return () => {};
  const observer = new MutationObserver((records) => {
    if (guest === 'bare-observer') return;
    const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof HTMLElement);
    // Its own marks are no posts.
    for (const node of added.filter((one) => one.dataset.testid === 'cellInnerDiv'))
      new Mark(node).mark(queries, { accuracy: 'exactly', acrossElements: true, separateWordSearch: false, done() {} });
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  return () => observer.disconnect();
}

export interface Flow {
  /** Posts on the page before. */
  from: number;
  posts: number;
  /** Milliseconds between batches of twenty. */
  gap: number;
}

const batch = 20;

/** Wall time per post while the page appends batches; the frame rate is not limited. */
export async function stream(guest: Guest, { from, posts, gap }: Flow): Promise<{ us: number; longest: number; total: number }> {
  fill(from);
  const leave = invite(guest);
  await pause(500 + from / 2);
  Object.assign(spent, { total: 0, longest: 0 });
  let took = 0;
  for (let done = 0; done < posts; done += batch) {
    const cells = Array.from({ length: batch }, buildPost);
    const start = performance.now();
    feed().append(...cells);
    await afterPaint();
    took += performance.now() - start;
    await pause(gap);
  }
  const { longest, total } = spent;
  await pause(300);
  leave();
  return { us: (took * 1000) / posts, longest, total };
}

/** Our script time in a second in which nothing happens, on a page with mentions. */
export async function idle(count: number): Promise<number> {
  fill(count);
  const { session, stop } = listen();
  while (session.scanned() < count) await pause(20);
  await pause(1_500);
  Object.assign(spent, { total: 0, longest: 0 });
  await new Promise((resolve) => unmeasuredTimeout(() => resolve(undefined), 1_000));
  const { total } = spent;
  stop();
  return total;
}

/** The longest of our tasks while a page makes more than anyone could read, one change at a time. */
export async function storm(posts: number): Promise<number> {
  fill(20);
  const leave = invite('us');
  await pause(500);
  const cells = Array.from({ length: 200 }, buildPost);
  Object.assign(spent, { total: 0, longest: 0 });
  for (let i = 0; i < posts; i += 1) feed().append((cells[i % cells.length] as HTMLElement).cloneNode(true));
  const giant = buildPost();
  (giant.querySelector('[data-testid="tweetText"]') as HTMLElement).append('words that go on and on '.repeat(400_000));
  feed().append(giant);
  await pause(4_000);
  const { longest } = spent;
  leave();
  return longest;
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
