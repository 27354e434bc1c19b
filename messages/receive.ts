/**
 * The gate of the background. A message passes where its name is declared, its sender may say it and its body fits; the sender's class comes
 * from the browser's word alone. Whatever is sent, the answer is a value or a refusal: nothing is thrown and nothing else happens.
 */
import { contract, type Handlers, type MessageName, type Sender } from './contract.ts';

/** What of the browser's `MessageSender` is looked at. `origin` is missing in some versions of Firefox; `url` is not. */
export interface RawSender {
  id?: string | undefined;
  origin?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; incognito: boolean } | undefined;
}

export type Answer = { ok: true; value: unknown } | { ok: false; error: string };

/** `new URL().origin` is "null" for the schemes of extensions in some engines. */
export const originOf = (url: string): string => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0].toLowerCase() ?? '';

/**
 * A page of ours in a tab has a `tab` too, so its absence proves nothing; the origin does. A frame of ours inside a web page has our origin
 * and is still no page the person opened, so it may say less.
 */
export function classify(sender: RawSender, own: { id: string; origin: string }): Sender | undefined {
  if (sender.id !== own.id) return undefined;
  const origin = originOf(sender.origin ?? '') || originOf(sender.url ?? '');
  if (origin !== own.origin.toLowerCase()) return sender.tab ? 'page' : undefined;
  return sender.tab && sender.frameId !== 0 ? 'frame' : 'extension';
}

const isDeclared = (name: unknown): name is MessageName => typeof name === 'string' && Object.hasOwn(contract, name);

const refuse = (error: string): Answer => ({ ok: false, error });

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300);

function readEnvelope(message: unknown): { name: unknown; body: unknown } {
  if (typeof message !== 'object' || message === null) return { name: undefined, body: undefined };
  return message as { name: unknown; body: unknown };
}

async function handle(handlers: Handlers, name: MessageName, body: unknown, sender: RawSender): Promise<Answer> {
  const parsed = contract[name].request.safeParse(body);
  if (!parsed.success)
    return refuse(`${name}: ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? 'malformed'}`);
  // The name and the body were matched just above, which the type of a looked-up handler cannot express.
  const handler = handlers[name] as (request: unknown, from: { tabId?: number; frameId?: number; incognito: boolean }) => Promise<unknown>;
  const from = {
    ...(sender.tab?.id === undefined ? {} : { tabId: sender.tab.id }),
    ...(sender.frameId === undefined ? {} : { frameId: sender.frameId }),
    incognito: sender.tab?.incognito ?? false,
  };
  return { ok: true, value: await handler(parsed.data, from) };
}

/** The one listener of the background. */
export function createReceiver(
  handlers: Handlers,
  own: { id: string; origin: string },
): (message: unknown, sender: RawSender) => Promise<Answer> {
  return async (message, sender) => {
    try {
      const { name, body } = readEnvelope(message);
      const from = classify(sender, own);
      if (!from) return refuse('unknown sender');
      if (!isDeclared(name)) return refuse('unknown message');
      if (!(contract[name].from as readonly Sender[]).includes(from)) return refuse(`${name} is not for a ${from} to say`);
      return await handle(handlers, name, body, sender);
    } catch (error) {
      return refuse(wordsOf(error));
    }
  };
}
