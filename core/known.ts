/** From when on a measure is known, and what there has to be for it. */
import { allSince, anySince, heardBy, type Listened, listenedSince, type Unheard, unheard } from './listened.ts';
import type { Goal, KeywordKind, Measure } from './model.ts';

/** What of `MeasureRows` tells of keywords. */
export interface KeywordRows {
  readonly kinds: ReadonlyMap<string, KeywordKind>;
  readonly listened?: ReadonlyMap<string, Pick<Listened, 'createdAt' | 'paused'>>;
}

export interface KnownKeyword extends Listened {
  readonly kind: KeywordKind;
}

export const listKeywordsOf = ({ kinds, listened }: KeywordRows): KnownKeyword[] =>
  [...kinds].map(([id, kind]) => ({ id, kind, createdAt: Number.NEGATIVE_INFINITY, ...listened?.get(id) }));

/** Why nothing can be said, whatever is read: a keyword of the measure is no more, or there is no one to be heard beside. */
export type Gap = 'keyword' | 'brand' | 'competitor';

/** Of whom share of voice is: those whose voice is the person's, and competitors. */
function listSides({ keywordIds }: Measure, rows: KeywordRows): { mine: KnownKeyword[]; theirs: KnownKeyword[] } {
  const all = listKeywordsOf(rows);
  return {
    mine: all.filter(({ id, kind }) => (keywordIds ? keywordIds.includes(id) : kind === 'brand')),
    theirs: all.filter(({ kind }) => kind === 'competitor'),
  };
}

export function findGap(measure: Measure, rows: KeywordRows): Gap | undefined {
  if (measure.keywordIds?.some((id) => !rows.kinds.has(id))) return 'keyword';
  if (measure.kind !== 'share-of-voice') return undefined;
  const { mine, theirs } = listSides(measure, rows);
  if (mine.length === 0) return 'brand';
  return theirs.length === 0 ? 'competitor' : undefined;
}

/** All keywords whose share of voice is told, as far as they could be heard by then; undefined where one of the sides could not. */
export function listVoicesBy(measure: Measure, rows: KeywordRows, to: number): KnownKeyword[] | undefined {
  const { mine, theirs } = listSides(measure, rows);
  const [heard, others] = [heardBy(mine, to), heardBy(theirs, to)];
  return heard.length > 0 && others.length > 0 ? [...heard, ...others] : undefined;
}

/** Who was added since a goal's baseline was taken: what is now tells of more than that, and of no way from it. */
export function listSinceBaseline({ measure, baseline }: Pick<Goal, 'measure' | 'baseline'>, rows: KeywordRows): Unheard[] {
  const { kind, keywordIds } = measure;
  if (baseline?.value === undefined || (kind !== 'rate' && kind !== 'share-of-voice')) return [];
  const { mine, theirs } = listSides(measure, rows);
  const ofRate = listKeywordsOf(rows).filter(({ id }) => keywordIds?.includes(id) ?? true);
  const told = kind === 'rate' ? ofRate : [...mine, ...theirs];
  return told.filter((keyword) => listenedSince(keyword) >= baseline.to).map(unheard);
}

/** Undefined where nothing of it could be known by then. Counts add up what was heard; of a rate also what was read has to be of the same time. */
export function knownSince(measure: Measure, rows: KeywordRows, to: number): number | undefined {
  const { kind, keywordIds } = measure;
  if (kind === 'read' || kind === 'open') return Number.NEGATIVE_INFINITY;
  if (findGap(measure, rows)) return undefined;
  if (kind === 'share-of-voice') {
    const voices = listVoicesBy(measure, rows, to);
    return voices && allSince(voices);
  }
  const heard = heardBy(listKeywordsOf(rows), to).filter(({ id }) => keywordIds?.includes(id) ?? true);
  if (heard.length === 0) return undefined;
  if (kind !== 'rate') return Number.NEGATIVE_INFINITY;
  return keywordIds ? allSince(heard) : anySince(heard);
}
