/** Small pages for the content script to listen on, and what a test can see of it from outside. */
import { type BrowserName, builtFor, type Driver, launch, type Server, startServer, type Tab, whenWelcomed } from '../driver/index.ts';

export const postOf = (id: string, words: string): string => `
  <article id="${id}"><header><a rel="author" href="/u/${id}">Ann ${id}</a>
  <a href="/posts/${id}"><time datetime="2026-09-01T10:00:00Z">1 Sep</time></a></header><p>${words}</p></article>`;

/** Posts of one author under the names and handles of others are told apart by their ids. */
export const postBy = (handle: string, id: string, words: string): string =>
  postOf(id, words).replace(`/u/${id}">Ann ${id}<`, `/u/${handle}">${handle}<`);

export const pageOf = (
  body: string,
  head = '',
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Talk</title>${head}</head>
  <body><main id="feed">${body}</main></body></html>`;

export interface Keyword {
  id: string;
  query: string;
  kind?: string;
  color?: string;
}

export interface Kept {
  id: string;
  text: string;
  status: string;
  keywordIds: string[];
  edited?: boolean;
  own?: boolean;
  author: { handle?: string };
}

export interface Bench {
  driver: Driver;
  server: Server;
  /** Opens a page of the local server. */
  open: (path: string) => Promise<Tab>;
  /** Sends a message as one of our own pages. */
  send: <T>(name: string, body: object) => Promise<T>;
  listen: (keywords: readonly Keyword[]) => Promise<void>;
  /** Asks the content script of the tab that shows this path. */
  ask: <T>(path: string, name: string, body?: object) => Promise<T>;
  /** What is kept in the database. */
  listKept: () => Promise<Kept[]>;
  ours: Tab;
  close: () => Promise<void>;
}

type Sent = { ok: boolean; value?: unknown; error?: string } | undefined;
declare const browser: {
  tabs: { query: (q: object) => Promise<{ id: number; url?: string }[]>; sendMessage: (id: number, m: object, o: object) => Promise<Sent> };
  runtime: { sendMessage: (m: object) => Promise<Sent> };
};

export async function openBench(name: BrowserName): Promise<Bench> {
  const server = await startServer({ plain: true });
  const driver = await launch(name, { extension: builtFor(name) });
  await whenWelcomed(driver);
  const ours = await driver.open(driver.extensionUrl('popup.html'));
  await ours.evaluate(`globalThis.browser ??= globalThis.chrome; true`);
  const origin = `http://localhost:${server.port}`;
  const unwrap = <T>(sent: Sent): T => {
    if (!sent?.ok) throw new Error(sent?.error ?? 'no answer');
    return sent.value as T;
  };
  const send = async <T>(message: string, body: object) =>
    unwrap<T>(await ours.evaluate(({ message, body }) => browser.runtime.sendMessage({ name: message, body }), { message, body }));
  return {
    driver,
    server,
    ours,
    send,
    open: (path) => driver.open(origin + path),
    listen: async (keywords) => {
      await send('keyword/save', {
        keywords: keywords.map(({ id, query, kind = 'brand', color = 'teal' }) => ({
          id,
          query,
          name: query,
          kind,
          color,
          paused: false,
          createdAt: 1,
        })),
      });
    },
    ask: async <T>(path: string, message: string, body: object = {}) =>
      unwrap<T>(
        await ours.evaluate(
          async ({ url, message, body }) => {
            const tab = (await browser.tabs.query({})).filter((one) => one.url?.startsWith(url)).at(-1);
            return tab && browser.tabs.sendMessage(tab.id, { name: message, body }, { frameId: 0 });
          },
          { url: origin + path, message, body },
        ),
      ),
    listKept: () =>
      ours.evaluate(
        () =>
          new Promise<Kept[]>((resolve, reject) => {
            const opening = indexedDB.open('earshot');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const all = opening.result.transaction('mentions').objectStore('mentions').getAll();
              all.onsuccess = () => {
                opening.result.close();
                resolve(all.result);
              };
            };
          }),
      ),
    close: async () => {
      await driver.close();
      await server.close();
    },
  };
}
