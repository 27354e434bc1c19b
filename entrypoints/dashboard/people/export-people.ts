/** People as a file that a CRM takes in. */

import { splitPersonId } from '../../../core/people.ts';
import { type Crm, printPeopleTable, type ToldPerson } from '../../../core/people-table.ts';
import type { PersonSummary } from '../../../core/person-summary.ts';
import { printCsv } from '../csv.ts';
import { download, nameFile } from '../download.ts';
import { nameSite } from '../site-names.ts';

function tell({ ids, url, ...person }: PersonSummary): ToldPerson {
  const places = ids.map((id, i) => {
    const { site, handle } = splitPersonId(id);
    return { site: nameSite(site), handle, ...(i === 0 && url ? { url } : {}) };
  });
  return { ...person, places };
}

/** Importers take the mark that spreadsheets ask for to be part of the first column's name: it is left out. */
export function exportPeople(people: readonly PersonSummary[], crm: Crm): void {
  const csv = printCsv(printPeopleTable(people.map(tell), crm)).replace(/^\uFEFF/, '');
  download(nameFile(`people-${crm}`, 'csv', Date.now()), csv, 'text/csv');
}
