import { fileURLToPath } from 'node:url';
import type { BrowserName } from '../../scripts/browsers.mjs';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { Driver, LaunchOptions } from './tab.ts';

export type { BrowserName } from '../../scripts/browsers.mjs';
export type { OwnTask, OwnTime } from './own-tasks.ts';
export { type Answer, type Asked, type Route, readFixture, type Server, type ServerOptions, startServer } from './server.ts';
export { type Driver, type LaunchOptions, type Scope, type Tab, until } from './tab.ts';
export { whenWelcomed } from './welcomed.ts';

/** Both browsers that Earshot is made for; `EARSHOT_BROWSER=firefox` asks for one of them. */
export const browsers: readonly BrowserName[] = (['chromium', 'firefox'] as const).filter((name) =>
  [name, undefined, ''].includes(process.env.EARSHOT_BROWSER),
);

export const launch = (name: BrowserName, options: LaunchOptions = {}): Promise<Driver> =>
  name === 'chromium' ? launchChromium(options) : launchFirefox(options);

/** The built extension that has its permissions from the start (`npm run build:e2e`). `EARSHOT_OUTPUT` names another folder of builds. */
export function builtFor(name: BrowserName): string {
  const output = process.env.EARSHOT_OUTPUT ?? fileURLToPath(new URL('../../.output', import.meta.url));
  return `${output}/${name === 'chromium' ? 'chrome' : 'firefox'}-mv3-e2e`;
}
