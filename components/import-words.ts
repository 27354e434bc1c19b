/** What a file holds and what is wrong with it, in words. */
import type { Format } from '../core/foreign-replies.ts';
import type { Planned, Standing } from '../core/plan-import.ts';
import type { BadRow } from '../core/reply-file.ts';
import type { FileFault } from '../core/safe-json.ts';
import { formatNumber, type WordKey, word } from './words.ts';

const formats = {
  earshot: 'formatEarshot',
  'text-blaze': 'formatTextBlaze',
  briskine: 'formatBriskine',
  espanso: 'formatEspanso',
  prokeys: 'formatProKeys',
  zendesk: 'formatZendesk',
  pairs: 'formatPairs',
  list: 'formatList',
  table: 'formatTable',
} as const satisfies Record<Format, WordKey>;

export const nameFormat = (format: Format): string => word(formats[format]);

const faults = {
  'too-large': 'fileTooLarge',
  'too-deep': 'fileTooDeep',
  'too-many': 'fileTooMany',
  'not-text': 'fileNotText',
  'not-json': 'fileNotJson',
  'not-csv': 'fileNotCsv',
  'open-quote': 'fileOpenQuote',
  'not-yaml': 'fileNotYaml',
  unknown: 'fileUnknown',
  newer: 'fileNewer',
  'bad-row': 'fileBadRow',
  empty: 'fileEmpty',
} as const satisfies Record<FileFault, WordKey>;

export const sayFault = (fault: FileFault, detail: string): string => word(faults[fault], detail);

/** The same of a backup. */
const backupFaults: Partial<Record<FileFault, WordKey>> = { unknown: 'backupUnknown', empty: 'backupEmpty', 'too-many': 'backupTooMany' };

export const sayBackupFault = (fault: FileFault, detail: string): string => word(backupFaults[fault] ?? faults[fault], detail);

const reasons = {
  'too-long': 'rowTooLong',
  empty: 'rowEmpty',
  'unknown-field': 'rowUnknownField',
  'wrong-kind': 'rowWrongKind',
  twice: 'rowTwice',
  'no-text': 'rowNoText',
} as const satisfies Record<BadRow['why'], WordKey>;

export const sayBadRow = ({ row, title, field, why }: BadRow): string =>
  word(title ? 'badRowNamed' : 'badRow', row, word(reasons[why], field || word('rowWhole')), title);

const standings = { new: 'standingNew', same: 'standingSame', changed: 'standingChanged', copy: 'standingCopy' } as const satisfies Record<
  Standing,
  WordKey
>;

export const nameStanding = (standing: Standing): string => word(standings[standing]);

export const sayPercent = (likeness: number): string => word('percent', formatNumber(Math.floor(likeness * 100)));

/** What a person should know of a row before it is taken over. */
export function listRemarks({ alike, taken, unresolved }: Planned): string[] {
  return [
    ...(alike ? [word('remarkAlike', alike.title, sayPercent(alike.likeness))] : []),
    ...(taken ? [word('remarkTaken', taken.shortcut, taken.by)] : []),
    ...(unresolved.length > 0 ? [word('remarkUnresolved', unresolved.slice(0, 6).join(', '))] : []),
  ];
}
