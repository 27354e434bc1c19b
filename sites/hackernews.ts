import type { Site } from './_site.ts';

const site: Site = {
  name: 'Hacker News',
  hosts: ['news.ycombinator.com'],
  posts: ['tr.athing[id]'],
  read: () => undefined,
  composers: ['form[action="comment"] textarea'],
};
export default site;
