import type { Keyword, Reply } from '../core/model.ts';
import type { Notify } from './notices.tsx';
import { type WordKey, word } from './words.ts';

/** How keywords and replies reach the one who writes them down. Supplied by each page. */
export interface Keeper {
  saveKeyword: (keyword: Keyword) => Promise<unknown>;
  removeKeyword: (id: string) => Promise<unknown>;
  saveReply: (reply: Reply) => Promise<unknown>;
  removeReply: (id: string) => Promise<unknown>;
}

/** Saving and removing as a person sees it: what could not be kept is said and stays in its form; what was removed can come back. */
export function makeEditing(keeper: Keeper, notify: Notify) {
  async function attempt(action: Promise<unknown>, failed: WordKey = 'couldNotSave'): Promise<boolean> {
    try {
      await action;
      return true;
    } catch (error) {
      notify({ text: word(failed, error instanceof Error ? error.message : String(error)), bad: true });
      return false;
    }
  }
  async function remove(name: string, action: Promise<unknown>, back: () => Promise<unknown>) {
    if (await attempt(action)) notify({ text: word('removed', name), undo: () => void attempt(back()) });
  }
  return {
    attempt,
    saveKeyword: (keyword: Keyword) => attempt(keeper.saveKeyword(keyword)),
    removeKeyword: (keyword: Keyword) => remove(keyword.name, keeper.removeKeyword(keyword.id), () => keeper.saveKeyword(keyword)),
    saveReply: (reply: Reply) => attempt(keeper.saveReply(reply)),
    removeReply: (reply: Reply) => remove(reply.title, keeper.removeReply(reply.id), () => keeper.saveReply(reply)),
  };
}

export type Editing = ReturnType<typeof makeEditing>;
