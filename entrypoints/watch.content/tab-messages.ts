import { browser } from 'wxt/browser';
import type { TabContract, TabMessage } from '../../messages/tab-contract.ts';
import { type Answering, siteNameOf } from './answering.ts';
import type { Card } from './card.ts';
import { prepareErrand, runErrand } from './errand.ts';
import { whenLaidOut } from './laid-out.ts';
import type { Session } from './session.ts';
import { showMention } from './show.ts';
import { hideStrip, showStrip } from './strip-host.ts';

type Handlers<Names extends TabMessage> = {
  [N in Names]: (body: TabContract[N]['request']) => TabContract[N]['reply'] | Promise<TabContract[N]['reply']>;
};

interface Running {
  session: Session;
  /** What a frame goes by. */
  name?: string;
  /** A frame has none: of it only its card is asked. */
  answering?: Answering;
  card: Card;
}

const listCardHandlers = (card: Card): Handlers<'tab/card' | 'tab/fitCard' | 'tab/closeCard' | 'tab/step'> => ({
  'tab/card': () => ({ card: card.shown() }),
  'tab/fitCard': ({ id, height, busy }) => {
    card.fit(id, height, busy);
    return {};
  },
  'tab/closeCard': () => {
    card.close();
    return {};
  },
  'tab/step': ({ by }) => card.step(by),
});

/** What our own pages ask of this tab. While nothing is listened for here there is no session, and they are told so by silence. */
export function answerTabMessages(current: () => Running | undefined, signal: AbortSignal): void {
  const listPageHandlers = (session: Session, answering: Answering, card: Card): Handlers<TabMessage> => ({
    ...listCardHandlers(card),
    'tab/mentions': () =>
      soonLaidOut(() => ({
        place: session.place,
        site: session.named.id,
        siteName: siteNameOf(session),
        mentions: session.mentions.list(),
        scanned: session.scanned(),
      })),
    'tab/show': ({ id }) => ({ found: showMention(session, id) !== undefined }),
    'tab/context': answering.context,
    'tab/insert': ({ text, caret }) => answering.insert(text, caret),
    'tab/expand': ({ word, text, caret }) => answering.expand(word, text, caret),
    'tab/offer': ({ replyId }) => ({ shown: answering.offer(replyId) }),
    'tab/picker': ({ open, height, fit = false }) => {
      if (!open) answering.close();
      if (fit && height === undefined) return { shown: answering.isOpen() };
      return { shown: open && (!fit || answering.isOpen()) && answering.open(undefined, height) };
    },
    'tab/round': ({ shown }) => {
      if (shown) showStrip(signal);
      else hideStrip();
      return {};
    },
    'tab/prepare': ({ mentionId }) => prepareErrand(answering, mentionId),
    'tab/answer': (task) => {
      card.close();
      // It may take as long as the site does to open its box; whoever asked need not wait for that.
      void runErrand(session, answering, { ...task, pressed: false, isHere: true }, signal).catch(() => {});
      return {};
    },
  });
  const onMessage = (message: unknown, sender: Sender): Promise<unknown> | undefined => {
    const { name, body, frame } = (message ?? {}) as { name?: TabMessage; body?: never; frame?: string };
    const now = current();
    if (!now || !name || frame !== now.name || !isOurs(sender)) return undefined;
    const { session, answering, card } = now;
    const handlers = answering ? listPageHandlers(session, answering, card) : listCardHandlers(card);
    const handler = Object.hasOwn(handlers, name) ? (handlers as Handlers<TabMessage>)[name] : undefined;
    if (!handler) return undefined;
    return Promise.resolve()
      .then(() => handler(body as never))
      .then((value) => ({ ok: true, value }))
      .catch((error: unknown) => ({ ok: false, error: String(error).slice(0, 300) }));
  };
  browser.runtime.onMessage.addListener(onMessage as never);
  signal.addEventListener('abort', () => quietly(() => browser.runtime.onMessage.removeListener(onMessage as never)), { once: true });
}

interface Sender {
  id?: string;
  origin?: string;
  url?: string;
  tab?: unknown;
}

/** One of our own pages, or the background; not a script of ours in another web page. */
function isOurs(sender: Sender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  const from = sender.url ?? sender.origin;
  return from === undefined ? sender.tab === undefined : /^(chrome|moz)-extension:/.test(from);
}

/** After the extension was reloaded its functions throw in the scripts it left behind. */
function quietly(call: () => void): void {
  try {
    call();
  } catch {
    // Nothing listens any more, which is what was wanted.
  }
}

/** A page that is not shown has no frames, and one that stands still may be long in coming to its next; they are asked all the same. */
function soonLaidOut<T>(measure: () => T): Promise<T> {
  return new Promise((resolve) => {
    let asked = false;
    const answer = () => {
      if (!asked) resolve(measure());
      asked = true;
    };
    setTimeout(answer, document.hidden ? 0 : 1_000);
    whenLaidOut(answer);
  });
}
