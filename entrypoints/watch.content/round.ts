/** The tab of a round: the strip stands in every page of it, and the page the round has come to says when it is loaded and read. */
import { send } from '../../messages/send.ts';
import type { Session } from './session.ts';
import { showStrip } from './strip-host.ts';

const askEvery = 1_000;
/** A search that has shown nothing for this long has found nothing. */
const patience = 4_000;

export function goRound(session: Session, { url, landed }: { url: string; landed: boolean }, signal: AbortSignal): void {
  showStrip(signal);
  if (!URL.canParse(url)) return;
  const wanted = new URL(url);
  const begun = performance.now();
  let told: number | undefined;

  const timer = setInterval(() => {
    const posts = session.scanned();
    if (posts === told || document.hidden || !isRead(posts) || asksToSignIn()) return;
    told = posts;
    send('round/read', { url, posts }).catch(() => {
      told = undefined;
    });
  }, askEvery);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });

  /** Posts on the page we were sent to, or on the one its site sent us on to; or none, on the very page that was meant. */
  function isRead(posts: number): boolean {
    if (bareHost(location.hostname) !== bareHost(wanted.hostname)) return false;
    const isWanted = barePath(location.pathname) === barePath(wanted.pathname);
    return posts > 0 ? landed || isWanted : isWanted && performance.now() - begun > patience;
  }
}

const bareHost = (hostname: string): string => hostname.replace(/^www\./, '');
const barePath = (pathname: string): string => pathname.replace(/\/+$/, '');

/** Some sites ask for it without leaving the address. */
export function asksToSignIn(): boolean {
  const field = document.querySelector<HTMLElement>('input[type="password"]');
  return field?.checkVisibility({ visibilityProperty: true }) ?? false;
}
