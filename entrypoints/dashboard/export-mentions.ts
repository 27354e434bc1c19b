/** Mentions → a file in one of four forms, each in the browser's own download. */
import { word } from '../../components/words.ts';
import { printBackup } from '../../core/backup.ts';
import {
  type ExportWords,
  htmlFoot,
  htmlHead,
  markdownTitle,
  mentionColumns,
  toCells,
  toHtml,
  toMarkdown,
} from '../../core/mention-export.ts';
import type { Keyword, Mention } from '../../core/model.ts';
import { eachMention, type MentionChoice } from '../../storage/chosen-mentions.ts';
import { newestVersion } from '../../storage/db.ts';
import { printCsv } from './csv.ts';
import { download, nameFile } from './download.ts';
import { nameSite } from './site-names.ts';

export const exportForms = ['csv', 'json', 'markdown', 'html'] as const;
export type ExportForm = (typeof exportForms)[number];

interface Form {
  ending: string;
  type: string;
  print: (mentions: readonly Mention[], keywords: readonly Keyword[], words: ExportWords) => string;
}

const forms: Record<ExportForm, Form> = {
  csv: {
    ending: 'csv',
    type: 'text/csv',
    print: (mentions, _, words) => printCsv([mentionColumns, ...mentions.map((mention) => toCells(mention, words))]),
  },
  // The same file as a backup, so that it can be taken in again.
  json: {
    ending: 'json',
    type: 'application/json',
    print: (mentions, keywords) => {
      const used = new Set(mentions.flatMap(({ keywordIds }) => keywordIds));
      const tables = { keywords: keywords.filter(({ id }) => used.has(id)), mentions };
      return printBackup('backup', tables as unknown as Parameters<typeof printBackup>[1], { now: Date.now(), schema: newestVersion });
    },
  },
  markdown: {
    ending: 'md',
    type: 'text/markdown',
    print: (mentions, _, words) => [markdownTitle(words), ...mentions.map((mention) => toMarkdown(mention, words))].join('\n'),
  },
  html: {
    ending: 'html',
    type: 'text/html',
    print: (mentions, _, words) => [htmlHead(words), ...mentions.map((mention) => toHtml(mention, words)), htmlFoot].join(''),
  },
};

/** @returns how many there were; where there were none no file is made. */
export async function exportMentions(form: ExportForm, choice: MentionChoice, keywords: readonly Keyword[]): Promise<number> {
  const mentions: Mention[] = [];
  await eachMention(choice, (mention) => mentions.push(mention));
  if (mentions.length === 0) return 0;
  const names = new Map(keywords.map(({ id, name }) => [id, name]));
  const words: ExportWords = { keywordName: (id) => names.get(id), siteName: nameSite, title: word('exportTitle') };
  const { ending, type, print } = forms[form];
  download(nameFile('mentions', ending, Date.now()), print(mentions, keywords, words), type);
  return mentions.length;
}
