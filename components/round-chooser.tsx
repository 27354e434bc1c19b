import { Plus } from 'lucide';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { spans, toggle } from './round-choice.ts';
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
            onChange={(event) => rounds.keep({ notifications: event.currentTarget.checked })}
          />
          {word('roundWithNotifications')}
        </label>
        <label class="row">
          {word('roundWithin')}
          <select value={String(rounds.kept.within)} onChange={(event) => rounds.keep({ within: Number(event.currentTarget.value) })}>
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
  return (
    <fieldset class="round-choices">
      <legend class="label">{word('roundSites')}</legend>
      {shown.map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={!kept.withoutSites.includes(id)}
            onChange={(event) => keep({ withoutSites: toggle(kept.withoutSites, id, !event.currentTarget.checked) })}
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

function KeywordChoice({ rounds: { keywords, kept, keep } }: { rounds: Rounds }) {
  if (keywords.length === 0) return null;
  const more = keywords.length - mostShown;
  return (
    <fieldset class="round-choices">
      <legend class="label">{word('roundKeywords')}</legend>
      {keywords.slice(0, mostShown).map(({ id, name, color }) => (
        <label key={id} class={`kw-${color}`}>
          <input
            type="checkbox"
            checked={!kept.withoutKeywords.includes(id)}
            onChange={(event) => keep({ withoutKeywords: toggle(kept.withoutKeywords, id, !event.currentTarget.checked) })}
          />
          <span class="dot" />
          <span class="clip">
            <Stranger>{name}</Stranger>
          </span>
        </label>
      ))}
      {more > 0 && <p class="quiet small">{word('roundMore', formatNumber(more))}</p>}
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
