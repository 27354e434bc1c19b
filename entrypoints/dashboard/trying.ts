import type { Trying } from '../../components/use-trial.ts';
import { listSites } from '../../sites/_index.ts';
import { listTriedPosts } from '../../storage/tried-posts.ts';
import { nameSiteOf } from './site-names.ts';

export const trying: Trying = {
  listPosts: () => listTriedPosts(Date.now()),
  nameSite: nameSiteOf,
  sites: listSites().map(({ id }) => id),
};
