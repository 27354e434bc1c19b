/** What each key does, in words, in the groups the sheet and the settings show them in. */
import type { KeyAction } from '../core/keymap.ts';
import type { WordKey } from './words.ts';

export const keyWords = {
  next: 'keyNext',
  previous: 'keyBefore',
  open: 'openPost',
  reply: 'reply',
  replyWith: 'keyReplyWith',
  done: 'done',
  waiting: 'keyWaiting',
  snooze: 'snooze',
  ignore: 'ignore',
  backToNew: 'backToNew',
  star: 'inboxStar',
  tag: 'keyTag',
  note: 'keyNote',
  assign: 'keyAssign',
  notRelevant: 'notRelevant',
  macro: 'macroRun',
  handOff: 'handOffTitle',
  sentiment: 'sentimentCorrect',
  unfold: 'keyUnfold',
  select: 'keySelect',
  selectAll: 'keySelectAll',
  undo: 'undoLast',
  search: 'keySearch',
  help: 'keyHelp',
  goInbox: 'inbox',
  goPeople: 'people',
  goKeywords: 'keywords',
  goReplies: 'replies',
  goInsights: 'insights',
  goGoals: 'goals',
  goReport: 'report',
  goCoverage: 'coverage',
  goData: 'data',
  goSettings: 'settings',
} as const satisfies Record<KeyAction, WordKey>;

export const keyGroups: readonly { readonly title: WordKey; readonly actions: readonly KeyAction[] }[] = [
  { title: 'keysMove', actions: ['next', 'previous', 'unfold', 'search', 'select', 'selectAll'] },
  { title: 'keysOne', actions: ['open', 'reply', 'replyWith', 'note', 'macro', 'sentiment', 'notRelevant', 'handOff'] },
  { title: 'keysMention', actions: ['done', 'waiting', 'snooze', 'ignore', 'backToNew', 'star', 'tag', 'assign'] },
  { title: 'keysMore', actions: ['undo', 'help'] },
  {
    title: 'keysGo',
    actions: ['goInbox', 'goPeople', 'goKeywords', 'goReplies', 'goInsights', 'goGoals', 'goReport', 'goCoverage', 'goData', 'goSettings'],
  },
];
