export type BrowserName = 'chromium' | 'firefox';
/** The path of a browser that is already on this machine. */
export function findBrowser(name: BrowserName): Promise<string | undefined>;
/** The path of a browser, fetched where there was none. @throws with what to do where none could be had. */
export function getBrowser(name: BrowserName): Promise<string>;
