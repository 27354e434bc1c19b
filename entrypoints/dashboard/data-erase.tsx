import { Eraser } from 'lucide';
import { useId, useState } from 'preact/hooks';
import { Field, Switch } from '../../components/controls.tsx';
import { sayCounts } from '../../components/data-words.ts';
import { Icon } from '../../components/icon.tsx';
import { useObservable } from '../../components/use-observable.ts';
import { word } from '../../components/words.ts';
import { send } from '../../messages/send.ts';
import { listKeptSites } from '../../storage/chosen-mentions.ts';
import { watchQuery } from '../../storage/db.ts';
import type { PageProps } from './page-props.ts';
import { nameSite } from './site-names.ts';

interface Draft {
  what: 'person' | 'site';
  site: string;
  handle: string;
  /** What they write is not kept from now on. */
  mute: boolean;
}

/** A person or a site out of everything that is kept. Asked twice, for nothing brings it back. */
export function DataErase({ editing, notify }: PageProps) {
  const sites = useObservable(() => watchQuery(listKeptSites), []).value ?? [];
  const [draft, setDraft] = useState<Draft>({ what: 'person', site: '', handle: '', mute: false });
  const [asking, setAsking] = useState(false);
  const site = draft.site || sites[0] || '';
  const name = draft.what === 'person' ? draft.handle.trim().replace(/^@/, '') : nameSite(site);
  const ready = site !== '' && name !== '';
  const erase = async () => {
    const isPerson = draft.what === 'person';
    const what = isPerson ? { kind: 'person' as const, id: `${site}:${name}` } : { kind: 'site' as const, site };
    const { erased } = await send('data/erase', { what, ...(isPerson && draft.mute ? { mute: true } : {}) });
    const counts = sayCounts(erased);
    notify({ text: counts ? word('erasedPerson', name, counts) : word('erasedNothing', name) });
    setDraft({ ...draft, handle: '' });
    setAsking(false);
  };
  if (sites.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="erase-title">
      <h2 id="erase-title">{word('erase')}</h2>
      <p class="quiet prose">{word('eraseIntro')}</p>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) setAsking(true);
        }}
      >
        <EraseFields draft={{ ...draft, site }} sites={sites} onDraft={setDraft} />
        {asking && ready ? (
          <div class="ends" role="alert">
            <p class="grow">{word(draft.what === 'person' ? 'eraseSurePerson' : 'eraseSureSite', name, nameSite(site))}</p>
            <button type="button" onClick={() => setAsking(false)}>
              {word('cancel')}
            </button>
            <button type="button" class="danger" onClick={() => void editing.attempt(erase())}>
              {word('eraseNow')}
            </button>
          </div>
        ) : (
          <div class="ends">
            <button type="submit" disabled={!ready}>
              <Icon of={Eraser} size={15} />
              {word('eraseAsk')}
            </button>
          </div>
        )}
      </form>
    </section>
  );
}

function EraseFields({ draft, sites, onDraft }: { draft: Draft; sites: readonly string[]; onDraft: (draft: Draft) => void }) {
  const id = useId();
  return (
    <>
      <fieldset class="segments">
        <legend class="label">{word('eraseWhat')}</legend>
        {(['person', 'site'] as const).map((what) => (
          <label key={what}>
            <input type="radio" name="erase-what" checked={draft.what === what} onChange={() => onDraft({ ...draft, what })} />
            <span>{word(what === 'person' ? 'erasePerson' : 'eraseSite')}</span>
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for={id}>{word('site')}</label>
        <select id={id} value={draft.site} onChange={(event) => onDraft({ ...draft, site: event.currentTarget.value })}>
          {sites.map((site) => (
            <option key={site} value={site}>
              {nameSite(site)}
            </option>
          ))}
        </select>
      </div>
      {draft.what === 'person' && (
        <>
          <Field
            label={word('eraseHandle')}
            value={draft.handle}
            hint={word('eraseHandleHint')}
            onInput={(handle) => onDraft({ ...draft, handle })}
          />
          <Switch checked={draft.mute} onChange={(mute) => onDraft({ ...draft, mute })}>
            {word('eraseMute')}
          </Switch>
        </>
      )}
    </>
  );
}
