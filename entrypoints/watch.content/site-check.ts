/**
 * Sites change their markup. Where an address that always shows posts has been looked at for a while and none could be read, that is said
 * once: the site, the page's host and path, and what each selector found. Never what stands in the page.
 */
import { pageOf } from '../../core/site-report.ts';
import { send } from '../../messages/send.ts';
import { untilHeard } from './heard.ts';
import { asksToSignIn } from './round.ts';
import type { Session } from './session.ts';

/** How long a page is looked at before it is judged, in seconds of being visible; less where only good news is waited for. */
const patience = { doubt: 15, relief: 3 };
const most = { posts: 10_000, selector: 500, selectors: 50 };

/** `doubted`: it was said before that the site cannot be read. */
export function watchReadable(session: Session, doubted: boolean, signal: AbortSignal): void {
  const { id, site } = session.named;
  if (!site.expectsPosts) return;
  let timer: ReturnType<typeof setInterval> | undefined;
  let isDoubted = doubted;
  const { page } = session;
  // One watch of the address for both: where the browser tells of no navigation, only what is read in the page shows one.
  session.onMove(begin);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  begin();

  function begin() {
    clearInterval(timer);
    if (!expects()) return;
    const before = session.scanned();
    let seconds = 0;
    timer = setInterval(() => {
      if (document.hidden || !navigator.onLine) return;
      seconds += 1;
      if (seconds < (isDoubted ? patience.relief : patience.doubt)) return;
      const posts = countReadable() + Math.max(0, session.scanned() - before);
      if (posts === 0 && seconds < patience.doubt) return;
      clearInterval(timer);
      if (expects() && (posts > 0 ? isDoubted : !isDoubted && !asksToSignIn())) tell(posts);
    }, 1_000);
  }

  function expects(): boolean {
    try {
      // What is gone, and said to be, is no other markup.
      return site.expectsPosts?.(page().url) === true && !site.gone?.(page()).length;
    } catch {
      return false;
    }
  }

  const list = (selector: string): Element[] => {
    try {
      return [...document.querySelectorAll(selector)];
    } catch {
      // A selector this browser does not understand finds nothing.
      return [];
    }
  };

  const countReadable = () =>
    site.posts.reduce((sum, selector) => sum + list(selector).filter((root) => session.reader.idOf(root) !== undefined).length, 0);

  function tell(posts: number) {
    isDoubted = posts === 0;
    const found = site.posts
      .slice(0, most.selectors)
      .map((selector) => ({ selector: selector.slice(0, most.selector), count: list(selector).length }));
    const check = { site: id, page: pageOf(page().url), found, posts: Math.min(posts, most.posts) };
    untilHeard(() => send('site/check', check), signal).catch(() => {
      // Nobody to tell; the next visit tries again.
    });
  }
}
