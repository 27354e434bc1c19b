import { HandleList, type HandleRow } from '../../components/handle-list.tsx';
import { word, wordFor } from '../../components/words.ts';
import type { Settings } from '../../core/model.ts';
import { type HandleChange, isOwnHandle } from '../../core/own.ts';
import { send } from '../../messages/send.ts';
import { listSites } from '../../sites/_index.ts';
import { listCovered } from '../../storage/mutes.ts';
import type { PageProps } from './page-props.ts';
import { nameSite } from './site-names.ts';

type Kept = Required<Pick<Settings, 'myHandles' | 'learntHandles'>>;

const byPlace = (a: HandleRow, b: HandleRow): number => a.placeName.localeCompare(b.placeName) || a.handle.localeCompare(b.handle);

function listRows({ myHandles, learntHandles }: Kept): HandleRow[] {
  const row = (place: string, handle: string, learnt: boolean): HandleRow => ({ place, placeName: nameSite(place), handle, learnt });
  const set = Object.entries(myHandles).flatMap(([place, handles]) => handles.map((handle) => row(place, handle, false)));
  const learnt = Object.entries(learntHandles).flatMap(([place, handles]) =>
    handles
      .filter(({ handle, dismissed }) => !dismissed && !isOwnHandle(myHandles, place, handle))
      .map(({ handle }) => row(place, handle, true)),
  );
  return [...set, ...learnt].sort(byPlace);
}

/** Sites first; then the hosts that are listened to, because one software serves many of them. */
function listPlaces(settings: Settings): { place: string; name: string }[] {
  const sites = listSites()
    .filter(({ site }) => site.hosts.length > 0)
    .map(({ id, site }) => ({ place: id, name: site.name }));
  const known = new Set(sites.map(({ place }) => place));
  const hosts = Object.keys({ ...settings.places, ...settings.learntHandles, ...settings.myHandles }).filter((place) => !known.has(place));
  const named = hosts.map((place) => ({ place, name: nameSite(place) }));
  return [...sites.sort((a, b) => a.name.localeCompare(b.name)), ...named.sort((a, b) => a.name.localeCompare(b.name))];
}

export function MyHandles({ settings, editing, notify }: PageProps & { settings: Settings }) {
  const { myHandles = {}, learntHandles = {} } = settings;
  const kept: Kept = { myHandles, learntHandles };
  const save = (place: string, handle: string, change: HandleChange) => editing.attempt(send('handle/save', { place, handle, change }));

  /** What the inbox holds of one's own already goes with it. */
  async function add(place: string, handle: string): Promise<boolean> {
    if (!(await save(place, handle, 'add'))) return false;
    const now = Date.now();
    const ids = await listCovered([{ id: 'own', kind: 'person', site: place, value: handle, createdAt: now }], now);
    const move = (status: 'ignored' | 'new') => editing.attempt(send('mention/setStatus', { ids, status }));
    if (ids.length > 0 && (await move('ignored')))
      notify({ text: wordFor(ids.length, 'handleFoundOne', 'handleFoundMany'), undo: () => void move('new') });
    return true;
  }
  return (
    <section class="stack" aria-labelledby="handles-title">
      <h2 id="handles-title">{word('handles')}</h2>
      <p class="quiet">{word('handlesIntro')}</p>
      <HandleList
        rows={listRows(kept)}
        places={listPlaces(settings)}
        onAdd={add}
        onRemove={async ({ place, handle, learnt }) => {
          // A learnt one is dismissed: it stays known, so that no page teaches it again.
          if (!(await save(place, handle, learnt ? 'dismiss' : 'remove'))) return;
          notify({ text: word('removed', handle), undo: () => void save(place, handle, learnt ? 'restore' : 'add') });
        }}
      />
    </section>
  );
}
