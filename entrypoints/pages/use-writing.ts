import { useMemo } from 'preact/hooks';
import { useObservable } from '../../components/use-observable.ts';
import { makeSample, type Sample, type Writing } from '../../components/writing.ts';
import type { Mention, Settings } from '../../core/model.ts';
import { listSites } from '../../sites/_index.ts';
import { watchQuery } from '../../storage/db.ts';
import { listOutcomes } from '../../storage/outcomes.ts';
import { listPersonFields } from '../../storage/people.ts';
import { listLatestInFull } from '../../storage/samples.ts';

const mostSamples = 30;

const sites = listSites()
  .filter(({ site }) => site.hosts.length > 0)
  .map(({ id, site }) => ({ id, name: site.name }))
  .sort((a, b) => a.name.localeCompare(b.name));

type NameSite = (mention: Mention) => string;

const listSamples = async (nameSite: NameSite): Promise<Sample[]> =>
  (await listLatestInFull(mostSamples)).map((one) => makeSample(one, nameSite(one.mention)));

/** What the forms of replies on this page are given. `nameSite` stays the same from one drawing to the next. */
export function useWriting(settings: Settings | undefined, nameSite: NameSite): Writing {
  const outcomes = useObservable(() => watchQuery(listOutcomes), []).value;
  const personFields = useObservable(() => watchQuery(listPersonFields), []).value;
  return useMemo(
    () => ({ listSamples: () => listSamples(nameSite), sites, settings, outcomes, personFields }),
    [settings, outcomes, personFields, nameSite],
  );
}
