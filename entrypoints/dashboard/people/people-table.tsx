import { Fragment } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { nameTag, sayWhyListed } from '../../../components/people-words.ts';
import { Stranger } from '../../../components/plain-text.tsx';
import { SiteMark } from '../../../components/site-mark.tsx';
import { Time } from '../../../components/time.tsx';
import { useWindowRows } from '../../../components/use-window-rows.ts';
import { formatNumber, word } from '../../../components/words.ts';
import { splitPersonId } from '../../../core/people.ts';
import type { Listed } from '../../../core/people-lists.ts';
import type { PersonSummary } from '../../../core/person-summary.ts';
import { addressOf } from './names.ts';

export interface PersonRow {
  person: PersonSummary;
  /** Why they are on the list that is shown; absent where all are. */
  listed?: Listed;
}

interface Props {
  rows: readonly PersonRow[];
  nameSite: (site: string) => string;
  now: number;
  /** Opens the mention to answer. */
  onReply: (mentionId: string) => void;
}

const estimate = 42;

/** Of many rows only those near the window are in the document; each says which of how many it is. */
export function PeopleTable({ rows, ...props }: Props) {
  const why = rows.some(({ listed }) => listed);
  return (
    <div class="card scroll">
      <table class="people" aria-rowcount={rows.length + 1}>
        <caption class="unseen">{word('people')}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" class="person-column">
              {word('person')}
            </th>
            <th scope="col" class="site-column">
              {word('site')}
            </th>
            {why ? <th scope="col">{word('whyListed')}</th> : <th scope="col">{word('personTags')}</th>}
            <th scope="col" class="figure figure-column">
              {word('mentions')}
            </th>
            <th scope="col" class="time-column">
              {word('lastSeen')}
            </th>
          </tr>
        </thead>
        <PeopleRows rows={rows} {...props} />
      </table>
    </div>
  );
}

function PeopleRows({ rows, ...props }: Props) {
  const list = useRef<HTMLTableSectionElement>(null);
  const [focused, setFocused] = useState<string>();
  const keyOf = useCallback((index: number) => rows[index]?.person.id ?? String(index), [rows]);
  const held = focused === undefined ? -1 : rows.findIndex(({ person }) => person.id === focused);
  const { items, height, topOf, measure } = useWindowRows({ count: rows.length, keyOf, held, estimate, list });
  const last = items.at(-1);
  return (
    <tbody ref={list}>
      {items.map((item, i) => {
        const row = rows[item.index];
        if (!row) return null;
        const before = items[i - 1];
        return (
          <Fragment key={item.key}>
            <LeftOut height={topOf(item) - (before ? topOf(before) + before.size : 0)} />
            <PersonLine {...row} {...props} index={item.index} measure={measure} onFocus={() => setFocused(row.person.id)} />
          </Fragment>
        );
      })}
      <LeftOut height={last ? height - topOf(last) - last.size : 0} />
    </tbody>
  );
}

/** Stands for rows that are not in the document. */
function LeftOut({ height }: { height: number }) {
  if (height < 1) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus.
    <tr aria-hidden="true">
      <td class="left-out" colSpan={5} style={{ height: `${height}px` }} />
    </tr>
  );
}

interface LineProps extends Omit<Props, 'rows'> {
  person: PersonSummary;
  listed?: Listed;
  index: number;
  measure: (row: HTMLElement | null) => void;
  onFocus: () => void;
}

function PersonLine({ person, listed, nameSite, now, onReply, index, measure, onFocus }: LineProps) {
  const { mentionId } = listed ?? {};
  const sites = [...new Set(person.ids.map((id) => splitPersonId(id).site))];
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} onFocusIn={onFocus}>
      <th scope="row">
        <a href={addressOf(person.id)}>
          <Stranger>{person.name}</Stranger>
        </a>
        {person.handle !== person.name && (
          <span class="quiet">
            {' '}
            <Stranger>{person.handle}</Stranger>
          </span>
        )}
      </th>
      <td>
        <span class="row">
          {sites.map((site) => (
            <SiteMark key={site} site={site} name={nameSite(site)} />
          ))}
          {sites.length === 1 && <span class="site-name">{nameSite(sites[0] ?? '')}</span>}
        </span>
      </td>
      {listed ? (
        <td class="why-listed">
          <div class="row">
            <span class="grow">
              <Stranger>{sayWhyListed(listed, now)}</Stranger>
            </span>
            {mentionId && (
              <button type="button" class="slim accent" aria-label={word('replyToNamed', person.name)} onClick={() => onReply(mentionId)}>
                {word('reply')}
              </button>
            )}
          </div>
        </td>
      ) : (
        <td>
          <span class="tags">
            {person.tags.map((tag) => (
              <span key={tag} class="label-tag">
                <Stranger>{nameTag(tag)}</Stranger>
              </span>
            ))}
          </span>
        </td>
      )}
      <td class="figure number">{formatNumber(person.mentions)}</td>
      <td class="quiet last-seen">{person.lastSeenAt > 0 ? <Time at={person.lastSeenAt} now={now} /> : word('never')}</td>
    </tr>
  );
}
