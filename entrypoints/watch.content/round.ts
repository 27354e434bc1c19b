/** The tab of a round: the strip stands in every page of it, and the page the round has come to says when it is loaded and read. */
import { send } from '../../messages/send.ts';
import type { Session } from './session.ts';
import { showStrip } from './strip-host.ts';

const askEvery = 1_000;
/** A search that has shown nothing for this long has found nothing. */
const patience = 4_000;

export function goRound(session: Session, address: string, signal: AbortSignal): void {
  showStrip(signal);
  if (!URL.canParse(address)) return;
  const wanted = pageOf(new URL(address));
  const begun = performance.now();
  let told: number | undefined;

  const timer = setInterval(() => {
    const posts = session.scanned();
    const isRead = posts > 0 || performance.now() - begun > patience;
    if (posts === told || !isRead || document.hidden || pageOf(location) !== wanted || asksToSignIn()) return;
    told = posts;
    send('round/read', { url: address, posts }).catch(() => {
      told = undefined;
    });
  }, askEvery);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

/** Sites send a search on to its address with a slash, or with `www.`; a sign-in page is elsewhere. */
const pageOf = ({ hostname, pathname }: { hostname: string; pathname: string }): string =>
  hostname.replace(/^www\./, '') + pathname.replace(/\/+$/, '');

/** Some sites ask for it without leaving the address. */
export function asksToSignIn(): boolean {
  const field = document.querySelector<HTMLElement>('input[type="password"]');
  return field?.checkVisibility({ visibilityProperty: true }) ?? false;
}
