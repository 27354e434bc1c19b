import { X } from 'lucide';
import { IconButton } from './controls.tsx';
import { word } from './words.ts';
import type { Writing } from './writing.ts';

interface Props {
  sites: Writing['sites'];
  /** Sites that have a wording of their own. */
  own: readonly string[];
  /** The one that is being written; undefined: that for all others. */
  at: string | undefined;
  onChoose: (site: string | undefined) => void;
  onAdd: (site: string) => void;
  onRemove: (site: string) => void;
}

/** Which wording of a reply is being written. */
export function WordingChoice({ sites, own, at, onChoose, onAdd, onRemove }: Props) {
  const nameOf = (site: string) => sites.find(({ id }) => id === site)?.name ?? site;
  return (
    <fieldset class="wordings">
      <legend class="unseen">{word('replyWordingFor')}</legend>
      <button type="button" class="slim" aria-pressed={at === undefined} onClick={() => onChoose(undefined)}>
        {word('replyWordingAll')}
      </button>
      {own.map((site) => (
        <span key={site} class="wording">
          <button type="button" class="slim" aria-pressed={at === site} onClick={() => onChoose(site)}>
            {nameOf(site)}
          </button>
          {at === site && <IconButton icon={X} name={word('replyWordingRemove', nameOf(site))} onClick={() => onRemove(site)} />}
        </span>
      ))}
      <select
        aria-label={word('replyWordingAdd')}
        value=""
        onChange={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.value = '';
          if (value) onAdd(value);
        }}
      >
        <option value="">{word('replyWordingAdd')}</option>
        {sites
          .filter(({ id }) => !own.includes(id))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
    </fieldset>
  );
}
