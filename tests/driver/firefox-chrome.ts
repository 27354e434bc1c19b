/**
 * What Puppeteer has no words for in Firefox: opening an extension's page (it waits for events that Firefox does not send for those), and
 * what only the browser's own code may do. Needs `--remote-allow-system-access`.
 */
import type { Browser, Page } from 'puppeteer-core';
import { until } from './tab.ts';

interface Connection {
  send(command: string, parameters: object): Promise<{ result: unknown }>;
}

/** Not part of Puppeteer's types; there in every release since WebDriver BiDi. */
const connectionOf = (browser: Browser) => (browser as unknown as { connection: Connection }).connection;
const contextOf = (page: Page) => (page.mainFrame() as unknown as { _id: string })._id;

/** Runs an expression with the rights of the browser itself. */
export async function runInBrowser(browser: Browser, expression: string): Promise<unknown> {
  const connection = connectionOf(browser);
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as { contexts: { context: string }[] };
  const context = tree.contexts[0]?.context;
  const answer = (await connection.send('script.evaluate', { expression, target: { context }, awaitPromise: true })).result as {
    type: string;
    result?: { value?: unknown };
    exceptionDetails?: { text: string };
  };
  if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'failed');
  return answer.result?.value;
}

export async function openExtensionPage(browser: Browser, page: Page, url: string): Promise<void> {
  await connectionOf(browser).send('browsingContext.navigate', { context: contextOf(page), url, wait: 'none' });
  const wanted = url.split(/[?#]/)[0];
  await until(url, () => page.evaluate((address) => location.href.startsWith(address ?? '') && document.readyState !== 'loading', wanted));
}
