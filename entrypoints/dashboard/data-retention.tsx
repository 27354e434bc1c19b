import { useId } from 'preact/hooks';
import { word, wordFor } from '../../components/words.ts';
import type { Settings } from '../../core/model.ts';
import { defaultKeepDays } from '../../core/retention.ts';
import { send } from '../../messages/send.ts';
import type { PageProps } from './page-props.ts';

const choices = [30, 90, 180, 365, 730, 0];

/** How long mentions stay. */
export function DataRetention(props: PageProps) {
  const { settings } = props.data;
  return settings ? <Retention {...props} settings={settings} /> : null;
}

function Retention({ settings, editing, notify }: PageProps & { settings: Settings }) {
  const id = useId();
  const kept = settings.keepDays ?? defaultKeepDays;
  const clean = async () => {
    const { removed } = await send('data/retain', {});
    notify({ text: removed > 0 ? wordFor(removed, 'cleanedOne', 'cleanedMany') : word('cleanedNone') });
  };
  return (
    <section class="stack" aria-labelledby="keep-title">
      <h2 id="keep-title">{word('retention')}</h2>
      <p class="quiet prose">{word('retentionIntro')}</p>
      <div class="row wrap">
        <label for={id}>{word('keepFor')}</label>
        <select
          id={id}
          value={kept}
          onChange={(event) => void editing.attempt(send('settings/save', { patch: { keepDays: Number(event.currentTarget.value) } }))}
        >
          {[...new Set([...choices, kept])].map((days) => (
            <option key={days} value={days}>
              {days === 0 ? word('keepForEver') : word('keepDays', days)}
            </option>
          ))}
        </select>
        <button type="button" onClick={() => void editing.attempt(clean())}>
          {word('cleanNow')}
        </button>
      </div>
    </section>
  );
}
