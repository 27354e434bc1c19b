/** A web server that stands in for every site: it answers by host name and path, so a page is shown under the site's real address. */
import { readFileSync } from 'node:fs';
import { createServer as createPlainServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

export interface Asked {
  hostname: string;
  /** The path alone, without the query. */
  path: string;
  url: URL;
  method: string;
}

export interface Answer {
  body: string | Buffer;
  type?: string;
  status?: number;
  headers?: Record<string, string>;
}

/** A string is an HTML page. */
export type Route = string | Answer | ((asked: Asked) => string | Answer | undefined);

export interface ServerOptions {
  /** Keys are `https://host/path` or `host/path`; a key that ends in `*` covers all that begins so. */
  routes?: Record<string, Route>;
  /** Asked first. */
  handler?: (asked: Asked) => string | Answer | undefined;
  /** Plain http instead of https (a practice page on localhost). */
  plain?: boolean;
  port?: number;
}

export interface Server {
  port: number;
  /** What was asked for, in order, as `METHOD host/path`. */
  log: string[];
  route(key: string, route: Route): void;
  close(): Promise<void>;
}

function readAsked(request: IncomingMessage, plain: boolean): Asked {
  const host = request.headers.host ?? 'localhost';
  const url = new URL(request.url ?? '/', `${plain ? 'http' : 'https'}://${host}`);
  return { hostname: url.hostname, path: url.pathname, url, method: request.method ?? 'GET' };
}

const bare = (key: string) => key.replace(/^https?:\/\//, '');

function findRoute(routes: Map<string, Route>, asked: Asked): Route | undefined {
  const address = asked.hostname + asked.path;
  const exact = routes.get(address + asked.url.search) ?? routes.get(address);
  if (exact !== undefined) return exact;
  const prefixes = [...routes.keys()].filter((key) => key.endsWith('*') && address.startsWith(key.slice(0, -1)));
  const longest = prefixes.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : routes.get(longest);
}

function respond(response: ServerResponse, route: Route | undefined, asked: Asked): void {
  const made = typeof route === 'function' ? route(asked) : route;
  const answer: Answer =
    made === undefined ? { body: 'not here', status: 404, type: 'text/plain' } : typeof made === 'string' ? { body: made } : made;
  response.writeHead(answer.status ?? 200, {
    'content-type': answer.type ?? 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...answer.headers,
  });
  response.end(answer.body);
}

async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'earshot.test' }], { keySize: 2048, algorithm: 'sha256' });
  return { key: made.private, cert: made.cert };
}

export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const plain = options.plain ?? false;
  const routes = new Map(Object.entries(options.routes ?? {}).map(([key, route]) => [bare(key), route]));
  const log: string[] = [];
  const listener: RequestListener = (request, response) => {
    const asked = readAsked(request, plain);
    log.push(`${asked.method} ${asked.hostname}${asked.path}`);
    respond(response, options.handler?.(asked) ?? findRoute(routes, asked), asked);
  };
  const server = plain ? createPlainServer(listener) : createServer(await makeCertificate(), listener);
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    log,
    route: (key, route) => void routes.set(bare(key), route),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** A saved page: its first line names the address it is shown under, as `<!-- {"url":"…"} -->`. */
export function readFixture(path: string): { url: string; html: string } {
  const html = readFileSync(path, 'utf8');
  const head = /^<!--\s*(\{.*?\})\s*-->/.exec(html);
  if (!head?.[1]) throw new Error(`${path}: the first line must be <!-- {"url":"…"} -->`);
  return { url: (JSON.parse(head[1]) as { url: string }).url, html };
}
