/** The same tests in each browser. Apart from `index.ts`, which is also used where there is no test runner. */
import { describe } from 'vitest';
import { type BrowserName, browsers } from './index.ts';

/**
 * The browsers go through a file at the same time, as most of a test is waiting for the page; within a browser a test follows the other, in
 * their order.
 */
export function inEachBrowser(title: string, tests: (name: BrowserName) => void, among: readonly BrowserName[] = browsers): void {
  describe.concurrent.each(among)('%s', (name) => {
    describe.sequential(title, () => tests(name));
  });
}

/**
 * For pages of ours that hang on no browser: Chromium, of which a minute costs less. `EARSHOT_BROWSER=firefox` goes through them in Firefox.
 */
export const forOwnPages: readonly BrowserName[] = process.env.EARSHOT_BROWSER ? browsers : ['chromium'];
