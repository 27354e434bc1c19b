import type { ReportDraft } from '../core/model.ts';
import { reading, write } from './db.ts';

export const getReportDraft = (id: string): Promise<ReportDraft | undefined> => reading((db) => db.reports.get(id));

export const countReportDrafts = (): Promise<number> => reading((db) => db.reports.count());

export const saveReportDraft = (draft: ReportDraft): Promise<unknown> => write(['reports'], (db) => db.reports.put(draft));
