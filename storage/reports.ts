import type { Period } from '../core/measures.ts';
import type { KeptTurningPoint, ReportDraft } from '../core/model.ts';
import { reading, write } from './db.ts';

export const getReportDraft = (id: string): Promise<ReportDraft | undefined> => reading((db) => db.reports.get(id));

export const countReportDrafts = (): Promise<number> => reading((db) => db.reports.count());

export const saveReportDraft = (draft: ReportDraft): Promise<unknown> => write(['reports'], (db) => db.reports.put(draft));

/** Where the talk about a keyword turned in the time, as far as that was told by now. */
export const listTurnsIn = ({ from, to }: Period): Promise<KeptTurningPoint[]> =>
  reading(async (db) => {
    const turns: KeptTurningPoint[] = await db.table('turningPoints').where('at').aboveOrEqual(from).toArray();
    return turns.filter(({ since }) => since >= from && since < to);
  });
