import type { MentionStatus } from '../core/model.ts';
import { type WordKey, word } from './words.ts';

const statusNames = {
  new: 'statusNew',
  waiting: 'statusWaiting',
  done: 'statusDone',
  snoozed: 'statusSnoozed',
  ignored: 'statusIgnored',
} as const satisfies Record<MentionStatus, WordKey>;

export function nameStatus(status: MentionStatus): string {
  return word(statusNames[status]);
}
