import { SiteMark } from '../../components/site-mark.tsx';
import { word } from '../../components/words.ts';
import { listChoices } from './site-choice.ts';

export function SiteChoice({ chosen, onChange }: { chosen: readonly string[]; onChange: (chosen: string[]) => void }) {
  const all = listChoices();
  const every = all.every(({ id }) => chosen.includes(id));
  return (
    <>
      <div class="row">
        <p class="quiet small grow">{word('sitesHint')}</p>
        <button type="button" class="link small" onClick={() => onChange(every ? [] : all.map(({ id }) => id))}>
          {word(every ? 'tickNone' : 'tickAll')}
        </button>
      </div>
      <fieldset class="choices sites">
        <legend class="unseen">{word('sites')}</legend>
        {all.map(({ id, site }) => (
          <label key={id} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((c) => c !== id))}
            />
            <span aria-hidden="true">
              <SiteMark site={id} name={site.name} />
            </span>
            <span class="clip">{site.name}</span>
          </label>
        ))}
      </fieldset>
      <p class="quiet small">{word('otherSitesHint')}</p>
    </>
  );
}
