import { dateAmong } from './_dates.ts';
import { linkOf, pathOf, wordsOf } from './_read.ts';
import type { Page, Post, Site } from './_site.ts';

declare const document: never;

// City Guide pages as they were while the service ran on the web. No newer page is known: what is not found here is found in no other way.
const tip = 'li.tip, [itemprop="review"], [itemtype*="schema.org/Review"]';
const number = /^[0-9a-f]{24}$/;

function read(root: Element, page: Page): Post | undefined {
  if (root.parentElement?.closest(tip)) return undefined;
  const link = root.querySelector('a[href*="/item/"]');
  const linked = /^\/item\/([0-9a-f]{24})/.exec(pathOf(link))?.[1];
  const id = [root.getAttribute('data-id'), linked, root.id.replace(/^tip-?/, '')].find((one) => one && number.test(one));
  const text = root.querySelector('.tipText, [itemprop="reviewBody"], [itemprop="description"]');
  const who = [...root.querySelectorAll('.userName a, a[href*="/user/"], [itemprop="author"] a')].find((one) => wordsOf(one));
  if (!id || !text?.textContent?.trim()) return undefined;
  const handle = /^\/user\/(\d+)/.exec(pathOf(who))?.[1] ?? (who ? /^\/(\w+)$/.exec(pathOf(who))?.[1] : undefined);
  return {
    id,
    url: `https://foursquare.com/item/${id}`,
    kind: 'review',
    author: { handle, name: wordsOf(who), url: who && linkOf(page, who.getAttribute('href'))?.href },
    text: [text],
    skip: [...text.querySelectorAll('button')],
    postedAt: dateAmong(root, '.tipDate, time, [itemprop="datePublished"]', page.document.documentElement.lang),
    community: /^\/v\/([^/]+)/.exec(page.url.pathname)?.[1],
  };
}

const site: Site = {
  name: 'Foursquare',
  hosts: ['foursquare.com'],
  basis: 'reports',
  posts: [tip], // 2020
  read,
  composers: [],
};
export default site;
