import type { Audit } from '../core/model.ts';
import { reading, write } from './db.ts';

/** Newest first. */
export const listAudits = (): Promise<Audit[]> => reading((db) => db.audits.orderBy('at').reverse().toArray());

export const saveAudit = (audit: Audit): Promise<unknown> => write(['audits'], (db) => db.audits.put(audit));

export const removeAudit = (id: string): Promise<void> => write(['audits'], (db) => db.audits.delete(id));
