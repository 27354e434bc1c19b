import { type Driver, until } from './tab.ts';

/**
 * Until a new profile has been welcomed: that opens a tab, a while after the start, which takes the front from whatever is there by then. What
 * is behind it is not drawn, and nothing in it can be seen to hold still.
 */
export async function whenWelcomed(driver: Driver): Promise<void> {
  const isThere = async () => {
    for (const tab of await driver.tabs()) if ((await tab.url().catch(() => '')).includes('/welcome.html')) return true;
    return false;
  };
  await until('the welcome page', isThere, 120_000);
}
