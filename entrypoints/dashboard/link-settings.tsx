import { useState } from 'preact/hooks';
import { Field } from '../../components/controls.tsx';
import { word } from '../../components/words.ts';
import type { Settings } from '../../core/model.ts';
import { send } from '../../messages/send.ts';
import type { PageProps } from './page-props.ts';

const parts = [
  { part: 'campaign', name: 'linkCampaign', usual: '' },
  { part: 'medium', name: 'linkMedium', usual: 'social' },
  { part: 'source', name: 'linkSource', usual: '' },
] as const;

/** What links in replies say where the reply does not. */
export function LinkSettings({ settings, editing, notify }: PageProps & { settings: Settings }) {
  const [campaign, setCampaign] = useState(settings.campaign ?? {});
  async function save(event: Event) {
    event.preventDefault();
    if (await editing.attempt(send('settings/save', { patch: { campaign } }))) notify({ text: word('saved') });
  }
  return (
    <section class="card pad stack">
      <h2>{word('linkSettings')}</h2>
      <p class="quiet small">{word('linkSettingsHint')}</p>
      <form class="stack" onSubmit={save}>
        {parts.map(({ part, name, usual }) => (
          <Field
            key={part}
            label={word(name)}
            value={campaign[part] ?? ''}
            maxLength={200}
            placeholder={part === 'source' ? word('linkSourceUsual') : usual}
            onInput={(value) => setCampaign((before) => ({ ...before, [part]: value }))}
          />
        ))}
        <div>
          <button type="submit">{word('save')}</button>
        </div>
      </form>
    </section>
  );
}
