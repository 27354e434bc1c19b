/** A report on its way out: as files, or on the clipboard. None of it is sent anywhere by us. */
import type { ReportPeriod } from '../../core/report.ts';
import type { ReportPage } from '../../core/report-page.ts';
import { listReportRows, printReportHtml, printReportMarkdown, printReportPlain, printReportRich } from '../../core/report-print.ts';
import { guardCell } from '../../core/spreadsheet-cell.ts';
import { printCsv } from './csv.ts';
import { download, nameFile } from './download.ts';

const nameOf = ({ id }: ReportPeriod): string => `report-${id.replace(':', '-')}`;

export function downloadReport(kind: 'html' | 'md' | 'csv', page: ReportPage, period: ReportPeriod, now: number): void {
  const name = nameFile(nameOf(period), kind, now);
  if (kind === 'html') download(name, printReportHtml(page), 'text/html');
  else if (kind === 'md') download(name, printReportMarkdown(page), 'text/markdown');
  else download(name, printCsv(listReportRows(page).map((row) => row.map(guardCell))), 'text/csv');
}

/** Both kinds at once: the program it is pasted into takes what it can show. */
export function copyReport(page: ReportPage): Promise<void> {
  const part = (text: string, type: string) => new Blob([text], { type });
  const item = new ClipboardItem({
    'text/html': part(printReportRich(page), 'text/html'),
    'text/plain': part(printReportPlain(page), 'text/plain'),
  });
  return navigator.clipboard.write([item]);
}
