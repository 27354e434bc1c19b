/** The tab was opened to answer a mention: finds the post, opens the site's own reply box for it and offers the replies there. */
import { send } from '../../messages/send.ts';
import type { Answering } from './answering.ts';
import { fieldInUse, findComposer, listComposers } from './fields.ts';
import { pressReply } from './press-reply.ts';
import type { Session } from './session.ts';
import { scrollToPost } from './show.ts';

interface Task {
  postId: string;
  pressed: boolean;
}

const patience = { post: 30_000, box: 10_000, settle: 400 };

export async function runErrand(session: Session, answering: Answering, task: Task, signal: AbortSignal): Promise<void> {
  const field = task.pressed ? await waitForBox(session, new Set(), signal) : await openBox(session, answering, task.postId, signal);
  if (signal.aborted) return;
  if (field) {
    field.focus();
    answering.open(field);
  }
  await send('page/answering', { state: 'done' });
}

async function openBox(session: Session, answering: Answering, postId: string, signal: AbortSignal): Promise<HTMLElement | undefined> {
  const { site } = session.named;
  const root = await session.waitFor(postId, patience.post);
  if (signal.aborted) return undefined;
  if (!root) return findComposer(site);
  scrollToPost(root);
  await sleep(patience.settle);
  const before = new Set<Element>(listComposers(site));
  // Told before it is pressed: on some sites the control leads to another page, and this one ends here.
  await send('page/answering', { state: 'pressed' });
  answering.expect(root);
  if (!pressReply(site, root, session.page())) return findComposer(site);
  return (await waitForBox(session, before, signal)) ?? findComposer(site);
}

/** A reply field that was not there before, or one that has taken the focus. */
async function waitForBox(session: Session, before: Set<Element>, signal: AbortSignal): Promise<HTMLElement | undefined> {
  const { site } = session.named;
  const end = performance.now() + patience.box;
  while (!signal.aborted && performance.now() < end) {
    const focused = fieldInUse(site);
    if (focused?.contains(document.activeElement)) return focused;
    const fresh = listComposers(site).find((field) => !before.has(field));
    if (fresh) return fresh;
    await sleep(100);
  }
  return undefined;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
