import type { ShownName } from '../../../components/alike-list.tsx';
import { splitPersonId } from '../../../core/people.ts';
import type { PersonSummary } from '../../../core/person-summary.ts';

/** A name as it is shown; of those that stand in no list no more is known than the id says. */
export function findName(people: readonly PersonSummary[], id: string): ShownName {
  const person = people.find(({ ids }) => ids.includes(id));
  const { site, handle } = splitPersonId(id);
  const isMain = person?.id === id;
  return { id, site, handle, name: person?.name ?? '', ...(isMain && person.url ? { url: person.url } : {}) };
}

export const addressOf = (id: string): string => `#people/${encodeURIComponent(id.toWellFormed())}`;
