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

type What = 'person' | 'site';

/** A person or a site out of everything that is kept. Asked twice, for nothing brings it back. */
export function DataErase({ editing, notify }: PageProps) {
  const id = useId();
  const sites = useObservable(() => watchQuery(listKeptSites), []).value ?? [];
  const [what, setWhat] = useState<What>('person');
  const [site, setSite] = useState('');
  const [handle, setHandle] = useState('');
  const [mute, setMute] = useState(false);
  const [asking, setAsking] = useState(false);
  const chosen = site || sites[0] || '';
  const name = what === 'person' ? handle.trim().replace(/^@/, '') : nameSite(chosen);
  const ready = chosen !== '' && name !== '';
  const erase = async () => {
    const meant = what === 'person' ? { kind: 'person' as const, id: `${chosen}:${name}` } : { kind: 'site' as const, site: chosen };
    const { erased } = await send('data/erase', { what: meant, ...(what === 'person' && mute ? { mute } : {}) });
    const counts = sayCounts(erased);
    notify({ text: counts ? word('erasedPerson', name, counts) : word('erasedNothing', name) });
    setHandle('');
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
        <fieldset class="segments">
          <legend class="label">{word('eraseWhat')}</legend>
          {(['person', 'site'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="erase-what" checked={what === one} onChange={() => setWhat(one)} />
              <span>{word(one === 'person' ? 'erasePerson' : 'eraseSite')}</span>
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for={id}>{word('site')}</label>
          <select id={id} value={chosen} onChange={(event) => setSite(event.currentTarget.value)}>
            {sites.map((one) => (
              <option key={one} value={one}>
                {nameSite(one)}
              </option>
            ))}
          </select>
        </div>
        {what === 'person' && <Field label={word('eraseHandle')} value={handle} hint={word('eraseHandleHint')} onInput={setHandle} />}
        {what === 'person' && (
          <Switch checked={mute} onChange={setMute}>
            {word('eraseMute')}
          </Switch>
        )}
        {asking && ready ? (
          <div class="ends" role="alert">
            <p class="grow">{word(what === 'person' ? 'eraseSurePerson' : 'eraseSureSite', name, nameSite(chosen))}</p>
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
