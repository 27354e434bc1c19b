/** Serves the practice feed on localhost. Nothing is kept: a reply that is posted lives in the tab that posted it. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { posts } from './posts.ts';
import { renderComment, renderPage, renderPost } from './render.ts';

const asset = (name: string) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
/** So many posts are there when the feed is opened. */
export const atFirst = 8;

export interface PracticeServer {
  /** `http://localhost:PORT/`. */
  url: string;
  /** The replies that somebody really posted. */
  posted: { text: string; post: string }[];
  close(): Promise<void>;
}

const renderFeed = (now: number) =>
  renderPage(
    'Common Room, the practice feed',
    `<div class="feed" role="feed" aria-label="Posts">${posts
      .slice(0, atFirst)
      .map((post) => renderPost(post, now))
      .join('')}</div><button type="button" class="more" data-all="${posts.length}">Load more</button>`,
  );

function renderThread(id: string, now: number): string | undefined {
  const post = posts.find((one) => one.id === id);
  return post && renderPage('A post in Common Room', `<div class="feed">${renderPost(post, now)}</div>`);
}

function renderMore(url: URL, now: number): string {
  const from = Number(url.searchParams.get('from') ?? posts.length);
  return posts
    .slice(from, from + Number(url.searchParams.get('count') ?? 6))
    .map((post) => renderPost(post, now))
    .join('');
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** The words of an answer and their type; undefined where there is nothing. */
function findAnswer(url: URL, now: number): [body: string | undefined, type: string] {
  if (url.pathname === '/') return [renderFeed(now), 'text/html'];
  if (url.pathname === '/feed.css') return [asset('feed.css'), 'text/css'];
  if (url.pathname === '/feed.js') return [asset('feed.js'), 'text/javascript'];
  if (url.pathname === '/more') return [renderMore(url, now), 'text/html'];
  return [renderThread(url.pathname.replace('/post/', ''), now), 'text/html'];
}

export async function startPractice(port = 0): Promise<PracticeServer> {
  const posted: PracticeServer['posted'] = [];
  const started = Date.now();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    let [body, type] = findAnswer(url, started);
    if (request.method === 'POST' && url.pathname === '/posted') {
      const reply = JSON.parse(await readBody(request)) as { text: string; post: string };
      posted.push(reply);
      body = renderComment({ id: `own${posted.length}`, by: 'you', minutesAgo: 0, text: reply.text.split(/\n+/) }, reply.post, Date.now());
      type = 'text/html';
    }
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
    response.end(body ?? 'Nothing here.');
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(port, 'localhost', done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    posted,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
