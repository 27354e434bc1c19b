/** What a suite does from within a page of the extension's. */
import type { Driver, Tab } from '../driver/index.ts';

export const openInside = (driver: Driver): Promise<Tab> => driver.open(driver.extensionUrl('dashboard.html'));

/** Says to the background what our own pages say. */
export async function tell(inside: Tab, name: string, body: unknown): Promise<unknown> {
  const answer = await inside.evaluate(
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

/** One value of the extension's own storage. */
export const readStored = (inside: Tab, key: string): Promise<unknown> =>
  inside.evaluate(async (name) => {
    const api = globalThis as unknown as Record<string, { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } }>;
    return (await (api.browser ?? api.chrome)?.storage.local.get(name))?.[name];
  }, key);

export const makeKeyword = (query: string) => ({
  id: `kw-${query}`,
  query,
  name: query,
  kind: 'brand',
  color: 'teal',
  paused: false,
  createdAt: 1,
});

export const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
