/** What a macro will do, in words. */
import { listSteps, type Step } from '../core/macros.ts';
import type { Macro } from '../core/model.ts';
import { nameStatus } from './mention-words.ts';
import { word, wordFor } from './words.ts';

export function nameHours(hours: number): string {
  if (hours % 24 === 0) return wordFor(hours / 24, 'daysOne', 'daysMany');
  return wordFor(hours, 'hoursOne', 'hoursMany');
}

function sayStep(step: Step): string {
  switch (step.act) {
    case 'insert':
      return word('stepInsert', step.title);
    case 'insert-gone':
      return word('stepInsertGone');
    case 'tags':
      return word(step.tags.length === 1 ? 'stepTag' : 'stepTags', step.tags.join(', '));
    case 'status':
      return word('stepStatus', nameStatus(step.status));
    case 'snooze':
      return word('stepSnooze', nameHours(step.hours));
  }
}

/** One line a step, in the order they are done. */
export function listStepWords(macro: Macro, replies: readonly { id: string; title: string }[]): string[] {
  return listSteps(macro, (id) => replies.find((reply) => reply.id === id)?.title).map(sayStep);
}
