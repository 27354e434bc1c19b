import type { Trying } from '../../components/use-trial.ts';
import { listTriedPosts } from '../../storage/tried-posts.ts';
import { nameSiteOf } from './site-names.ts';

export const trying: Trying = { listPosts: () => listTriedPosts(Date.now()), nameSite: nameSiteOf };
