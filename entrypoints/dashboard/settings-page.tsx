import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Field, Switch } from '../../components/controls.tsx';
import { SiteMark } from '../../components/site-mark.tsx';
import { useObservable } from '../../components/use-observable.ts';
import { word, wordFor } from '../../components/words.ts';
import type { Place, Settings } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import { watchQuery } from '../../storage/db.ts';
import { countRecent } from '../../storage/recent-posts.ts';
import { AnsweringRules } from './answering-rules.tsx';
import { IntentSection } from './intent-section.tsx';
import { KeySettings } from './key-settings.tsx';
import { LinkSettings } from './link-settings.tsx';
import { MyHandles } from './my-handles.tsx';
import { NoticeSection } from './notice-section.tsx';
import type { PageProps } from './page-props.ts';
import { listPlaces, type PlaceRow } from './places.ts';
import { RulesSection } from './rules-section.tsx';
import { SiteChecks } from './site-checks.tsx';
import { TaughtSection } from './taught-section.tsx';
import { useRoute } from './use-route.ts';

/** `#settings/wants` leads to the section whose heading is called so. */
function useAskedSection(isThere: boolean): void {
  const section = useRoute().split('/')[1];
  useEffect(() => {
    const heading = isThere && section ? document.getElementById(`${section}-title`) : null;
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }, [section, isThere]);
}

export function SettingsPage(props: PageProps) {
  const { settings } = props.data;
  useAskedSection(settings !== undefined);
  if (!settings) return null;
  return (
    <div class="stack narrow wide-gaps">
      <SiteChecks {...props} />
      <AboutMe {...props} settings={settings} />
      <MyHandles {...props} settings={settings} />
      <RulesSection {...props} />
      <IntentSection {...props} settings={settings} />
      <TaughtSection {...props} />
      <NoticeSection {...props} settings={settings} />
      <AnsweringRules {...props} settings={settings} />
      <LinkSettings {...props} settings={settings} />
      <KeySettings {...props} settings={settings} />
      <Places {...props} settings={settings} />
      <Privacy {...props} settings={settings} />
      <p>
        <a class="button" href="/welcome.html">
          {word('reopenWelcome')}
        </a>
      </p>
    </div>
  );
}

type Props = PageProps & { settings: Settings };

function AboutMe({ settings, editing, notify }: Props) {
  const [name, setName] = useState(settings.me.name);
  const problem = name.length > 300 ? word('tooLong', 300, name.length) : undefined;
  const save = async (patch: Partial<Pick<Settings, 'me' | 'theme' | 'strip' | 'shortcuts'>>) => {
    if (await editing.attempt(send('settings/save', { patch }))) notify({ text: word('saved') });
  };
  return (
    <section class="card pad stack">
      <h2>{word('aboutMe')}</h2>
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!problem) void save({ me: { name: name.trim() } });
        }}
      >
        <Field label={word('myName')} value={name} hint={word('myNameHint')} problem={problem} onInput={setName} />
        <button type="submit">{word('save')}</button>
      </form>
      <fieldset class="segments">
        <legend class="label">{word('theme')}</legend>
        {(['system', 'light', 'dark'] as const).map((theme) => (
          <label key={theme}>
            <input type="radio" name="theme" checked={settings.theme === theme} onChange={() => void save({ theme })} />
            <span>{word(themeWords[theme])}</span>
          </label>
        ))}
      </fieldset>
      <Switch checked={settings.strip !== false} onChange={(strip) => void save({ strip })}>
        {word('stripSetting')}
      </Switch>
      <Switch checked={settings.shortcuts !== false} onChange={(shortcuts) => void save({ shortcuts })}>
        {word('shortcutsSetting')}
      </Switch>
    </section>
  );
}

function Privacy({ settings, editing }: Props) {
  const kept = useObservable(() => watchQuery(countRecent), []).value ?? 0;
  const keep = (keepRecent: boolean) => void editing.attempt(send('settings/save', { patch: { keepRecent } }));
  return (
    <section class="card pad stack">
      <h2>{word('privacy')}</h2>
      <p>{word('privacyText')}</p>
      <p>{word('privacyHighlights')}</p>
      <div>
        <Switch checked={settings.keepRecent !== false} onChange={keep}>
          <strong>{word('keepRecent')}</strong>
        </Switch>
        <p class="quiet small prose">
          {word('keepRecentHint')} <span class="number">{wordFor(kept, 'keepRecentCountOne', 'keepRecentCountMany')}</span>
        </p>
      </div>
    </section>
  );
}

const themeWords = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;

function Places({ settings, editing, notify }: Props) {
  const [rows, refresh] = usePlaces(settings);
  const save = async (row: PlaceRow, change: Partial<Place>) => {
    await editing.attempt(send('place/save', { places: { [row.place]: change }, origins: row.origins }));
    refresh();
  };
  async function listen(row: PlaceRow, on: boolean) {
    // Asked before anything is awaited: browsers show this prompt only as the direct answer to a click.
    if (on && !row.granted && !(await browser.permissions.request({ origins: row.origins }).catch(() => false))) return refresh();
    await save(row, { listen: on });
  }
  async function removeAccess(row: PlaceRow) {
    const removed = await browser.permissions.remove({ origins: row.origins }).catch(() => false);
    notify(removed ? { text: word('accessRemoved', row.name) } : { text: word('accessKept', row.name), bad: true });
    refresh();
  }
  return (
    <section class="stack">
      <h2>{word('sites')}</h2>
      <p class="quiet">{word('sitesIntro')}</p>
      <ul class="list" aria-label={word('sites')}>
        {rows.map((row) => (
          <li key={row.place} class="place">
            <SiteMark site={row.place} name={row.name} />
            <strong class="clip">{row.name}</strong>
            <Switch checked={row.listen} name={word('listenTo', row.name)} onChange={(on) => void listen(row, on)}>
              {word('listen')}
            </Switch>
            <Switch
              checked={row.listen && row.highlight}
              disabled={!row.listen}
              name={word('highlightOn', row.name)}
              onChange={(highlight) => void save(row, { highlight })}
            >
              {word('highlight')}
            </Switch>
            <Switch
              checked={row.listen && row.highlight && row.strip && settings.strip !== false}
              disabled={!row.listen || !row.highlight || settings.strip === false}
              name={word('stripOn', row.name)}
              onChange={(strip) => void save(row, { strip })}
            >
              {word('strip')}
            </Switch>
            <button
              type="button"
              class="plain slim"
              disabled={!row.granted}
              aria-label={word('removeAccessTo', row.name)}
              onClick={() => void removeAccess(row)}
            >
              {word('removeAccess')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function usePlaces(settings: Settings): [PlaceRow[], () => void] {
  const [rows, setRows] = useState<PlaceRow[]>([]);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is how the browser is asked anew.
  useEffect(() => {
    void listPlaces(settings.places).then(setRows);
  }, [settings, asked]);
  return [rows, () => setAsked((n) => n + 1)];
}
