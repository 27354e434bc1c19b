/** Replies that come from a file, macros, and what the person changes of a mention. */
import type { Handlers } from '../../messages/contract.ts';
import { removeMacro, saveMacros } from '../../storage/macros.ts';
import { changeMentions, putBackMentions, runMacro } from '../../storage/mention-changes.ts';
import { importReplies } from '../../storage/reply-imports.ts';
import { removeView, saveViews } from '../../storage/views.ts';
import { setSnoozeAlarm } from './snooze.ts';

/** `authored` is what is done with what the person wrote. `onHeard` tells views that count. */
export function createMacroHandlers(authored: (work: Promise<unknown>) => Promise<Record<never, never>>, onHeard: (added: number) => void) {
  async function changed(): Promise<void> {
    onHeard(0);
    await setSnoozeAlarm();
  }
  return {
    'macro/save': ({ macros }) => authored(saveMacros(macros)),
    'macro/remove': ({ id }) => authored(removeMacro(id)),
    'macro/run': async ({ id, mentionId }) => {
      const done = await runMacro(id, mentionId, Date.now());
      await changed();
      return { done };
    },
    'mention/change': async ({ ids, change }) => {
      const all = await changeMentions(ids, change, Date.now());
      await changed();
      return { changed: all };
    },
    'mention/putBack': async ({ changes }) => {
      const back = await putBackMentions(changes);
      await changed();
      return { back };
    },
    'view/save': ({ views }) => authored(saveViews(views)),
    'view/remove': ({ id }) => authored(removeView(id)),
    'reply/import': (all) => authored(importReplies(all)),
  } satisfies Partial<Handlers>;
}
