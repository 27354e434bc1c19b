/** A mention is to be answered in this page. What that takes is a script of its own, loaded when it is first needed. */
import { send } from '../../messages/send.ts';
import type { Answering } from './answering.ts';
import { fieldInUse, isFocused, listComposers } from './fields.ts';
import type { Session } from './session.ts';
import { scrollToPost } from './show.ts';

export interface Task {
  mentionId: string;
  postId: string;
  /** On the page before. */
  pressed: boolean;
  /** The reply that was chosen, filled in. */
  text?: string | undefined;
  /** Where in it the caret is to stand; absent: behind it. */
  caret?: number | undefined;
  /** The reply that is to be chosen in the picker. */
  offer?: string | undefined;
  /** The person looks at the post in this very page, which needs no time to come to itself. */
  isHere?: boolean;
}

/** Where it is done, and with what. */
export interface Place {
  session: Session;
  answering: Answering;
  /** The reply fields that can be seen. */
  list: () => HTMLElement[];
  /** The one that has the focus, if any has. */
  focused: () => HTMLElement[];
  bring: typeof scrollToPost;
}

export const errandKey = Symbol.for('earshot.errand');
export type ErrandWorld = { [errandKey]?: (place: Place, task: Task, signal: AbortSignal) => Promise<void> };

const world = globalThis as ErrandWorld;

/** Has it loaded before it is wanted, as a pointer comes to the button for it. */
export async function prepareErrand(answering: Answering, mentionId: string): Promise<Record<never, never>> {
  answering.prepare();
  return world[errandKey] ? {} : send('page/errand', { mentionId });
}

export async function runErrand(session: Session, answering: Answering, task: Task, signal: AbortSignal): Promise<void> {
  const { site } = session.named;
  if (!world[errandKey]) await send('page/errand', { mentionId: task.mentionId });
  const list = () => listComposers(site, session.reader.trees());
  const focused = () => [fieldInUse(site)].filter((field) => field !== undefined && isFocused(field)) as HTMLElement[];
  await world[errandKey]?.({ session, answering, list, focused, bring: scrollToPost }, task, signal);
}

/** The person asked for it by a key, with the card of the mention before them. */
export async function answerHere(session: Session, answering: Answering, mentionId: string, signal: AbortSignal): Promise<void> {
  const postId = mentionId.slice(session.named.id.length + 1);
  void send('page/answering', { state: 'begin', mentionId });
  await runErrand(session, answering, { mentionId, postId, pressed: false, isHere: true }, signal);
}
