/** The same tests in each browser. Apart from `index.ts`, which is also used where there is no test runner. */
import { describe } from 'vitest';
import { type BrowserName, browsers } from './index.ts';

/**
 * The browsers go through a file at the same time, as most of a test is waiting for the page; within a browser a test follows the other, in
 * their order.
 */
export function inEachBrowser(title: string, tests: (name: BrowserName) => void): void {
  describe.concurrent.each(browsers)('%s', (name) => {
    describe.sequential(title, () => tests(name));
  });
}
