import { Plus } from 'lucide';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { setAll, spans, toggle } from './round-choice.ts';
import { SiteMark } from './site-mark.tsx';
import type { Rounds, RoundTools } from './use-rounds.ts';
import { formatNumber, word } from './words.ts';

interface Props {
  rounds: Rounds;
  tools: RoundTools;
}

/** More keywords than this are not drawn one by one; they are in. */
const mostShown = 100;

/** Which sites, keywords and notifications a round goes through. */
export function RoundChooser({ rounds, tools }: Props) {
  return (
    <div class="stack">
      <SiteChoice rounds={rounds} />
      <KeywordChoice rounds={rounds} />
      <div class="row round-options">
        <label class="row">
          <input
            type="checkbox"
            checked={rounds.kept.notifications}
            onChange={({ currentTarget: { checked } }) => rounds.keep(() => ({ notifications: checked }))}
          />
          {word('roundWithNotifications')}
        </label>
        <label class="row">
          {word('roundWithin')}
          <select
            value={String(rounds.kept.within)}
            onChange={({ currentTarget: { value } }) => rounds.keep(() => ({ within: Number(value) }))}
          >
            {spans.map((span) => (
              <option key={span} value={String(span)}>
                {nameSpan(span)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {rounds.unallowed.length > 0 && <Unallowed rounds={rounds} tools={tools} />}
    </div>
  );
}

function nameSpan(hours: number): string {
  if (hours === 0) return word('roundWithinNever');
  return hours > 24 ? word('roundWithinDays', hours / 24) : word('roundWithinHours', hours);
}

function SiteChoice({ rounds: { sites, kept, keep } }: { rounds: Rounds }) {
  const shown = sites.filter(({ id }, i) => sites.findIndex((other) => other.id === id) === i);
  if (shown.length === 0) return null;
  const ids = shown.map(({ id }) => id);
  return (
    <fieldset class="round-choices">
      <legend class="label">{word('roundSites')}</legend>
      <AllOrNone
        named="roundSites"
        chosen={ids.filter((id) => !kept.withoutSites.includes(id)).length}
        of={ids.length}
        onAll={(all) => keep(({ withoutSites }) => ({ withoutSites: setAll(withoutSites, ids, !all) }))}
      />
      {shown.map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={!kept.withoutSites.includes(id)}
            onChange={({ currentTarget: { checked } }) =>
              keep(({ withoutSites }) => ({ withoutSites: toggle(withoutSites, id, !checked) }))
            }
          />
          <span aria-hidden="true">
            <SiteMark site={id} name={name} />
          </span>
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface AllProps {
  named: 'roundSites' | 'roundKeywords';
  chosen: number;
  of: number;
  onAll: (all: boolean) => void;
}

/** Taking forty away one by one is no choice. */
function AllOrNone({ named, chosen, of, onAll }: AllProps) {
  if (of < 3) return null;
  return (
    <div class="row all-or-none">
      <button
        type="button"
        class="slim"
        aria-label={word('roundAllOf', word(named))}
        aria-disabled={chosen === of}
        onClick={() => onAll(true)}
      >
        {word('roundAll')}
      </button>
      <button
        type="button"
        class="slim"
        aria-label={word('roundNoneOf', word(named))}
        aria-disabled={chosen === 0}
        onClick={() => onAll(false)}
      >
        {word('roundNoneOfThem')}
      </button>
      <span class="quiet small number">{word('roundChosen', formatNumber(chosen), formatNumber(of))}</span>
    </div>
  );
}

function KeywordChoice({ rounds: { keywords, kept, keep } }: { rounds: Rounds }) {
  if (keywords.length === 0) return null;
  const more = keywords.length - mostShown;
  // Those that are not drawn as well: whoever takes none wants none.
  const ids = keywords.map(({ id }) => id);
  const hidden = ids.slice(mostShown).filter((id) => !kept.withoutKeywords.includes(id)).length;
  return (
    <fieldset class="round-choices">
      <legend class="label">{word('roundKeywords')}</legend>
      <AllOrNone
        named="roundKeywords"
        chosen={ids.filter((id) => !kept.withoutKeywords.includes(id)).length}
        of={ids.length}
        onAll={(all) => keep(({ withoutKeywords }) => ({ withoutKeywords: setAll(withoutKeywords, ids, !all) }))}
      />
      {keywords.slice(0, mostShown).map(({ id, name, color }) => (
        <label key={id} class={`kw-${color}`}>
          <input
            type="checkbox"
            checked={!kept.withoutKeywords.includes(id)}
            onChange={({ currentTarget: { checked } }) =>
              keep(({ withoutKeywords }) => ({ withoutKeywords: toggle(withoutKeywords, id, !checked) }))
            }
          />
          <span class="dot" />
          <span class="clip">
            <Stranger>{name}</Stranger>
          </span>
        </label>
      ))}
      {more > 0 && <p class="quiet small">{word('roundMore', formatNumber(more), formatNumber(hidden))}</p>}
    </fieldset>
  );
}

function Unallowed({ rounds: { unallowed, recheck }, tools }: Props) {
  return (
    <div class="stack tight">
      <p class="quiet small">{word('roundNotAllowed')}</p>
      <div class="row wrap">
        {unallowed.map((site) => (
          <button
            key={site.id + site.host}
            type="button"
            class="slim"
            aria-label={word('roundAllow', site.name)}
            onClick={() => void tools.allow(site).then(recheck)}
          >
            <Icon of={Plus} size={13} />
            {site.name}
          </button>
        ))}
      </div>
    </div>
  );
}
