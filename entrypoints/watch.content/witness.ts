/**
 * Tells the background of posts that may have to do with answers: the person's own, those that read like what was just put in, and what the
 * other side writes beside them. What they mean is decided there.
 */
import { likenessTo } from '../../core/likeness.ts';
import { cut, defined, keepField, keepUrl } from '../../core/mention.ts';
import type { SeenPost } from '../../core/model.ts';
import type { Reading } from './reader.ts';

interface Options {
  site: string;
  /** The post that this one stands in. */
  parentOf: (reading: Reading) => string | undefined;
  /** The post the whole page is about. */
  thread: () => string | undefined;
  send: (posts: SeenPost[]) => Promise<unknown>;
  signal: AbortSignal;
}

export interface Witness {
  see: (reading: Reading, own: boolean, isMention: boolean) => void;
  /** A text was put in, here or on the page before. */
  expect: (text: string) => void;
}

const pause = 400;
const most = { batch: 50, page: 300, length: 5_000, expected: 8 };
/** Somewhat less than the background asks for: it looks closer. */
const nearly = 0.6;

export function createWitness({ site, parentOf, thread, send, signal }: Options): Witness {
  const expected: ((text: string) => number)[] = [];
  const mine = new Set<string>();
  const heard = new Set<string>();
  const told = new Set<string>();
  const waiting: SeenPost[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function tell({ post, text }: Reading, own: boolean, parent: string | undefined) {
    const above = thread();
    const key = [post.id, parent, above].join(' ');
    if (told.has(key) || told.size >= most.page) return;
    told.add(key);
    const seen = {
      site,
      postId: post.id,
      url: keepUrl(post.url),
      handle: keepField(post.author.handle),
      own,
      text: cut(text.text, most.length),
      postedAt: post.postedAt,
      community: keepField(post.community),
      parent,
      thread: above === post.id ? undefined : above,
    };
    waiting.push(defined(seen) as SeenPost);
    timer ??= setTimeout(leave, pause);
  }

  function leave() {
    timer = undefined;
    const posts = waiting.splice(0, most.batch);
    if (waiting.length > 0) timer = setTimeout(leave, pause);
    send(posts).catch(() => {});
  }

  return {
    see(reading, own, isMention) {
      const { post, text } = reading;
      const { handle } = post.author;
      const isNear = own || expected.some((like) => like(text.text) >= nearly);
      // Not every site says which posts are the person's own.
      if (isNear) mine.add(post.id);
      if (!own && isMention && handle) heard.add(handle);
      if (mine.size === 0) return;
      const parent = post.parent ?? parentOf(reading);
      if (isNear || (parent && mine.has(parent)) || (handle && heard.has(handle))) tell(reading, own, parent);
    },
    expect(text) {
      expected.unshift(likenessTo(text));
      expected.length = Math.min(expected.length, most.expected);
    },
  };
}
