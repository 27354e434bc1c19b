/** What is said when a site can no longer be read: enough to mend its file, and nothing of what stands in the page. */
import type { SiteCheck } from './model.ts';

const longestPage = 300;

/** Host and path. What comes after may name people, searches or tokens. */
export const pageOf = ({ hostname, pathname }: { hostname: string; pathname: string }): string =>
  `${hostname}${pathname}`.slice(0, longestPage);

const depthOf = (page: string): number => page.split('/').filter(Boolean).length;
const hostOf = (page: string): string => page.split('/', 1)[0] ?? '';

/** Names and numbers in a path differ from page to page; how deep it lies in its site tells a feed from a thread well enough. */
export const isSameKindOfPage = (a: string, b: string): boolean => hostOf(a) === hostOf(b) && depthOf(a) === depthOf(b);

/** The report as text, every line of which the person can see before it goes anywhere. */
export function writeReport(check: SiteCheck, about: { version: string; browser: string }): string {
  return [
    `site: ${check.id}`,
    `page: ${check.page}`,
    `when: ${new Date(check.at).toISOString()}`,
    'found:',
    ...check.found.map(({ selector, count }) => `  ${count} × ${selector}`),
    `Earshot: ${about.version}`,
    `browser: ${about.browser}`,
  ].join('\n');
}
