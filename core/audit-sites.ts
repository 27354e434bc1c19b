/** Whether more is said than on the day of another audit: like for like, for which an audit keeps what it counted on each site. */
import type { ComparedLine, Stood } from './audit.ts';
import { type MeasureRows, type Period, take } from './measures.ts';
import type { Audit } from './model.ts';
import { compareSites } from './rate-ratio.ts';

export type AuditSites = Pick<Audit, 'sites'>;

export const countAuditSites = (rows: MeasureRows, period: Period): AuditSites['sites'] => take({ kind: 'rate' }, rows, period).sites ?? [];

/** Sums of fractions are a hair off. */
const hair = 1e-9;

interface Times {
  readonly before: AuditSites & { readonly stood: Stood };
  readonly after: AuditSites & { readonly stood: Stood };
}

/** Unknown where no site was read in both times, and of audits that kept no sites: what is more may be but what was read. */
export function compareAuditRates({ before, after }: Times): Pick<ComparedLine, 'difference' | 'like' | 'noSites'> {
  if (before.stood.value === undefined || after.stood.value === undefined) return { difference: 'unknown' };
  if (!before.sites || !after.sites) return { difference: 'unknown', noSites: true };
  const like = compareSites(after.sites, before.sites);
  if (!like) return { difference: 'unknown' };
  const { ratio } = like;
  if (!ratio || Math.abs(ratio.times - 1) < hair) return { difference: 'same', like };
  if (!ratio.differs) return { difference: 'unsure', like };
  return { difference: ratio.times > 1 ? 'more' : 'less', like };
}
