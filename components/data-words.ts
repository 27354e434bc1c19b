/** Tables, events and sizes, as people call them. */
import { formatNumber, type WordKey, word } from './words.ts';

const tableWords: Readonly<Record<string, WordKey>> = {
  mentions: 'tableMentions',
  keywords: 'tableKeywords',
  replies: 'tableReplies',
  people: 'tablePeople',
  answers: 'tableAnswers',
  settings: 'tableSettings',
  mutes: 'tableMutes',
  rounds: 'tableRounds',
  macros: 'tableMacros',
  rules: 'tableRules',
  views: 'tableViews',
  plays: 'tablePlays',
  goals: 'tableGoals',
  exposures: 'tableExposures',
  coverage: 'tableCoverage',
  tallies: 'tableTallies',
  recentPosts: 'tableRecentPosts',
  notices: 'tableNotices',
  drafts: 'tableDrafts',
  quotes: 'tableQuotes',
};

/** A table that has no name for people yet goes by its own. */
export const nameTable = (table: string): string => {
  const key = tableWords[table];
  return key ? word(key) : table;
};

/** "mentions: 1,204 · keywords: 3", without what there is none of. */
export const sayCounts = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([table, count]) => word('tableCount', nameTable(table), formatNumber(count)))
    .join(' · ');

export const eventWords = {
  restored: 'eventRestored',
  lost: 'eventLost',
  newer: 'eventNewer',
  full: 'eventFull',
  refused: 'eventRefused',
  blocked: 'eventBlocked',
  error: 'eventError',
  backup: 'eventBackup',
  'backup-failed': 'eventBackupFailed',
  imported: 'eventImported',
  'import-undone': 'eventImportUndone',
  erased: 'eventErased',
  retained: 'eventRetained',
  'clock-doubted': 'eventClockDoubted',
} as const satisfies Record<string, WordKey>;

/** Events that are trouble: what the status page must not be green beside. */
export const isTrouble = (kind: string): boolean =>
  ['lost', 'newer', 'full', 'refused', 'blocked', 'error', 'backup-failed', 'clock-doubted'].includes(kind);

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** "3.4 MB": powers of a thousand, as disks are sold. */
export function sayBytes(bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const size = bytes / 1000 ** step;
  return `${step > 0 && size < 10 ? size.toFixed(1) : formatNumber(Math.round(size))} ${units[step]}`;
}
