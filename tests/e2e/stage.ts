/** A browser with Earshot in it, a server that stands in for every site, and the practice feed. */
import { afterAll, beforeAll } from 'vitest';
import { inEachBrowser } from '../driver/each-browser.ts';
import { type BrowserName, builtFor, type Driver, launch, type Server, startServer, type Tab, whenWelcomed } from '../driver/index.ts';
import { type PracticeServer, startPractice } from '../practice/server.ts';

export interface Stage {
  driver: Driver;
  server: Server;
  practice: PracticeServer;
  /** A page of the extension's, to ask and tell it things. */
  inside: Tab;
}

/** Runs the same tests in each browser. The stage is there once the tests run. @param zone where the browser's clock is, if not the machine's */
export function onStage(
  title: string,
  tests: (stage: Stage, name: BrowserName) => void,
  among?: readonly BrowserName[],
  zone?: string,
): void {
  inEachBrowser(
    title,
    (name) => {
      const stage = {} as Stage;
      beforeAll(async () => {
        stage.server = await startServer();
        stage.practice = await startPractice();
        stage.driver = await launch(name, { extension: builtFor(name), port: stage.server.port, zone });
        await whenWelcomed(stage.driver);
        stage.inside = await stage.driver.open(stage.driver.extensionUrl('dashboard.html'));
      });
      afterAll(async () => {
        await stage.driver?.close();
        await stage.server?.close();
        await stage.practice?.close();
      });
      tests(stage, name);
    },
    among,
  );
}

/** Says to the background what our own pages say. */
export async function tell(stage: Stage, name: string, body: unknown): Promise<unknown> {
  const answer = await stage.inside.evaluate(
    async (message) => {
      const api = globalThis as unknown as Record<string, { runtime: { sendMessage(message: unknown): Promise<unknown> } }>;
      return (api.browser ?? api.chrome)?.runtime.sendMessage(message);
    },
    { name, body },
  );
  const { ok, value, error } = answer as { ok: boolean; value?: unknown; error?: string };
  if (!ok) throw new Error(`${name}: ${error}`);
  return value;
}

export const makeKeyword = (query: string, kind = 'brand', color = 'teal') => ({
  id: `kw-${query}`,
  query,
  name: query,
  kind,
  color,
  paused: false,
  createdAt: 1,
});

export const makeReply = (title: string, body: string) => ({
  id: `reply-${title}`,
  title,
  body,
  shortcut: '',
  tags: [],
  createdAt: 1,
  updatedAt: 1,
  usedCount: 0,
});
