import './quiet-start.ts';
import './style.css';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Gone, SeenPost, Watch } from '../../core/model.ts';
import { readWatch } from '../../messages/notices.ts';
import { send } from '../../messages/send.ts';
import { findSite, placeOf } from '../../sites/_here.ts';
import type { Answering } from './answering.ts';
import { createBadge } from './badge.ts';
import { runErrand } from './errand.ts';
import { untilHeard } from './heard.ts';
import { createKeptAway } from './kept-away.ts';
import { createOutbox } from './outbox.ts';
import { type PageOwn, startFramesOwn, startOwn } from './page-own.ts';
import { takeOver } from './quiet-start.ts';
import { goRound } from './round.ts';
import { type Session, startSession } from './session.ts';
import { watchReadable } from './site-check.ts';
import { answerTabMessages } from './tab-messages.ts';

export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_idle',
  async main(ctx) {
    if (!(document instanceof HTMLDocument)) return;
    takeOver(ctx);
    const { signal } = ctx;
    const place = placeOf(location.hostname);
    // A frame of a known site is heard, and has cards; the button's number, the picker, the strip and errands are the page's own.
    const isTop = window === window.top;
    let running: { session: Session; own: PageOwn | undefined; end: AbortController } | undefined;
    const tellCount = async (count: number) => isTop && send('badge/count', { count });

    function start(watch: Watch | undefined) {
      const end = new AbortController();
      const until = AbortSignal.any([signal, end.signal]);
      const named = findSite({ url: new URL(location.href), document });
      const badge = createBadge(tellCount, until);
      const outbox = isPrivate() ? undefined : openOutbox(until);
      const isOrphan = () => ctx.isInvalid;
      const keptAway = createKeptAway((posts) => (outbox ? send('mute/kept', { posts }) : Promise.resolve()), until);
      const onOwn = outbox && teachOnce((handle) => send('handle/learn', { place, handle }));
      const onMuted = keptAway.add;
      const onGone = outbox && ((posts: Gone[]) => send('post/gone', { site: named.id, posts }));
      const onSeen = outbox && ((posts: SeenPost[]) => send('post/seen', { posts }));
      let own: PageOwn | undefined;
      const onCount = (count: number) => {
        badge(count);
        own?.onCount(count);
      };
      const session = startSession({ named, place, watch, outbox, onCount, onOwn, onMuted, onSeen, onGone, isOrphan, signal: until });
      own = (isTop ? startOwn : startFramesOwn)(session, !isPrivate(), until);
      const leave = () => {
        outbox?.leave();
        keptAway.flush();
      };
      window.addEventListener('pagehide', leave, { signal: until });
      running = { session, own, end };
      if (own.answering) void greet(session, own.answering, until);
    }

    function apply(watch: Watch | undefined) {
      const listen = watch?.places[place]?.listen ?? true;
      if (!listen && running) {
        running.end.abort();
        running = undefined;
        void tellCount(0).catch(ignore);
      } else if (listen && running) {
        running.session.apply(watch);
      } else if (listen) start(watch);
    }

    const refresh = () => void readWatch().then((watch) => !signal.aborted && apply(watch), ignore);
    const onChanged = (changes: Record<string, unknown>, area: string) => {
      if (area === 'local' && 'watch' in changes) refresh();
    };
    browser.storage.onChanged.addListener(onChanged);
    ctx.onInvalidated(() => {
      try {
        browser.storage.onChanged.removeListener(onChanged);
      } catch {
        // An orphan's functions throw; it hears of nothing any more either way.
      }
    });
    // A page that comes back from the back/forward cache slept through every change.
    window.addEventListener(
      'pageshow',
      (event) => {
        if (!event.persisted) return;
        refresh();
        running?.session.reader.refresh();
      },
      { signal },
    );
    answerTabMessages(() => running?.own && { session: running.session, ...running.own }, signal);
    refresh();
  },
});

async function greet(session: Session, answering: Answering, signal: AbortSignal): Promise<void> {
  try {
    const hello = () => send('page/hello', { place: session.place, site: session.named.id });
    const { answering: task, awaited, round, doubted } = await untilHeard(hello, signal);
    if (signal.aborted) return;
    if (awaited) session.await(awaited);
    if (round) goRound(session, round, signal);
    watchReadable(session, doubted === true, signal);
    if (task && !signal.aborted) await runErrand(session, answering, task, signal);
  } catch {
    // Without the background there is no errand; listening goes on, and what is heard waits in storage.
  }
}

function openOutbox(signal: AbortSignal) {
  return createOutbox({
    keep: (batch) => browser.storage.local.set({ [`outbox:${batch.key}`]: batch }),
    send: (batch) => send('capture/save', batch),
    now: Date.now,
    // Not randomUUID, which plain http pages do not have.
    newKey: () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-'),
    signal,
  });
}

/** A page may mark what it likes as one's own: each handle is told once, and no more than anyone has. */
function teachOnce(teach: (handle: string) => Promise<unknown>): (handle: string) => void {
  const told = new Set<string>();
  return (handle) => {
    if (told.has(handle) || told.size >= 20) return;
    told.add(handle);
    teach(handle).catch(ignore);
  };
}

/** Private windows are for leaving no trace. */
const isPrivate = () => browser.extension?.inIncognitoContext === true;

const ignore = () => {};
