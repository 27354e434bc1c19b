import { BellOff, Check, StickyNote, TrendingDown, TrendingUp } from 'lucide';
import { type ComponentChildren, Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { listNewSites } from '../core/drivers.ts';
import { isolate } from '../core/isolate.ts';
import type { Driver, KeptTurningPoint } from '../core/model.ts';
import { Icon } from './icon.tsx';
import { formatSpan } from './measure-words.ts';
import { dropNoteDraft, useBegun, useNoteDraft } from './note-drafts.ts';
import { NoteField } from './note-field.tsx';
import { Stranger } from './plain-text.tsx';
import { Sentence } from './sentence.tsx';
import { useFocusBack } from './use-focus-back.ts';
import { useSaved } from './use-saved.ts';
import { formatNumber, type WordKey, word, wordFor } from './words.ts';

export interface Judgement {
  state?: 'confirmed' | 'muted' | null;
  note?: string;
}

interface Props {
  point: KeptTurningPoint;
  /** Of the keyword. */
  name: string;
  /** Moments in the person's own time. */
  formatMoment: (time: number) => string;
  /** What a driver is called: a site by its name, a post by how it begins. */
  nameDriver: (driver: Driver) => ComponentChildren;
  /** Whether it is kept. */
  onJudge: (judgement: Judgement) => Promise<boolean>;
}

const driverWords: Record<Driver['kind'], WordKey> = {
  site: 'driverSite',
  community: 'driverCommunity',
  term: 'driverTerm',
  person: 'driverPerson',
  post: 'driverPost',
};
const driverKinds: readonly Driver['kind'][] = ['site', 'community', 'term', 'person', 'post'];

function sayTimes({ count, expected }: KeptTurningPoint): string {
  const times = expected > 0 ? count / expected : Number.POSITIVE_INFINITY;
  return times >= 100 ? '>100' : times.toFixed(times < 10 ? 1 : 0);
}

function sayTitle(point: KeptTurningPoint, name: string): string {
  const { direction, kind } = point;
  const called = isolate(name);
  if (direction === 'down') return word(kind === 'level' ? 'turnLevelDown' : 'turnDown', called, sayTimes(point));
  return word(kind === 'level' ? 'turnLevelUp' : 'turnUp', called, sayTimes(point));
}

const day = 86_400_000;

function sayNumbers({ kind, count, expected, posts, from, to }: KeptTurningPoint): string {
  const heard = wordFor(Math.round(posts), 'heardAmongOne', 'heardAmongMany', wordFor(count, 'mentionsOne', 'mentionsMany'));
  const usual = expected.toFixed(expected < 10 ? 1 : 0);
  // A level is told by whole days, of which the last is not over.
  if (kind === 'level') return word('turnNumbersDays', heard, formatNumber(Math.ceil((to - from) / day)), usual);
  return word('turnNumbers', heard, formatSpan(to - from), usual);
}

/** How often this keyword has burst is no chance of a formula; a level is held against how its days vary. */
function saySure({ kind, weeks, p }: KeptTurningPoint): string {
  if (weeks < 1) return word('turnSureP', formatNumber(Math.min(1_000_000, Math.round(1 / Math.max(p, 1e-6)))));
  return word(kind === 'level' ? 'turnSureLevel' : 'turnSure', formatWeeks(weeks));
}

/** Where the talk about a keyword turned: what changed, since when, how sure that is, what drives it, and the numbers behind it. */
export function TurningCard({ point, name, formatMoment, nameDriver, onJudge }: Props) {
  const { direction, since, until, note, drivers } = point;
  return (
    <article class={`card pad turn ${direction}`}>
      <h3 class="turn-head">
        <Icon of={direction === 'up' ? TrendingUp : TrendingDown} size={17} />
        <Sentence>{sayTitle(point, name)}</Sentence>
      </h3>
      <p class="quiet small">{word('turnSince', formatMoment(since), formatMoment(until))}</p>
      <p class="small">{sayNumbers(point)}</p>
      <p class="quiet small">{saySure(point)}</p>
      <Drivers drivers={drivers} nameDriver={nameDriver} />
      <NewSites point={point} nameDriver={nameDriver} />
      {note && (
        <p class="row small">
          <Icon of={StickyNote} size={13} />
          <bdi>{note}</bdi>
        </p>
      )}
      <Judging point={point} name={sayTitle(point, name)} onJudge={onJudge} />
    </article>
  );
}

function formatWeeks(weeks: number): string {
  if (weeks >= 520) return word('turnYearsMany');
  return weeks >= 104 ? word('turnYears', Math.round(weeks / 52)) : wordFor(Math.round(weeks), 'turnWeeksOne', 'turnWeeks');
}

function Drivers({ drivers, nameDriver }: Pick<Props, 'nameDriver'> & { drivers: readonly Driver[] }) {
  if (drivers.length === 0) return null;
  const rows = driverKinds.map((kind) => ({ kind, found: drivers.filter((driver) => driver.kind === kind) }));
  return (
    <dl class="turn-drivers small">
      {rows
        .filter(({ found }) => found.length > 0)
        .map(({ kind, found }) => (
          <div key={kind}>
            <dt class="quiet">{word(driverWords[kind])}</dt>
            <dd>
              {found.map((driver) => (
                <span key={driver.value}>
                  {nameDriver(driver)} <span class="quiet number">{formatNumber(driver.count)}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** Nothing is more than usual where nobody knows what is usual. */
function NewSites({ point, nameDriver }: Pick<Props, 'point' | 'nameDriver'>) {
  const sites = listNewSites(point);
  if (sites.length === 0) return null;
  const names = sites.map((driver, i) => (
    <Fragment key={driver.value}>
      {i > 0 && ', '}
      {nameDriver(driver)}
    </Fragment>
  ));
  const [before, after] = word('turnNewSite', '\n').split('\n');
  return (
    <p class="small">
      {before}
      {names}
      {after}
    </p>
  );
}

interface JudgingProps extends Pick<Props, 'onJudge'> {
  point: KeptTurningPoint;
  name: string;
}

function Judging({ point: { id, state, note }, name, onJudge }: JudgingProps) {
  const [isOpen, setOpen] = useState(false);
  const focusBack = useFocusBack(isOpen);
  const [known, onSaved] = useSaved(note ?? '');
  const isMuted = state === 'muted';
  const about = `turn ${id}`;
  const noteWords = word(useBegun(about, known) ? 'cardNoteBegun' : 'turnNote');
  return (
    <>
      <div class="row wrap">
        <button
          type="button"
          class="slim"
          aria-pressed={state === 'confirmed'}
          aria-label={`${word('turnConfirm')}: ${name}`}
          onClick={() => void onJudge({ state: state === 'confirmed' ? null : 'confirmed' })}
        >
          <Icon of={Check} size={14} />
          {word(state === 'confirmed' ? 'turnConfirmed' : 'turnConfirm')}
        </button>
        <button
          type="button"
          class="slim"
          aria-label={`${word(isMuted ? 'turnUnmute' : 'turnMute')}: ${name}`}
          onClick={() => void onJudge({ state: isMuted ? null : 'muted' })}
        >
          <Icon of={BellOff} size={14} />
          {word(isMuted ? 'turnUnmute' : 'turnMute')}
        </button>
        {!isOpen && (
          <button type="button" class="slim plain" ref={focusBack} aria-label={`${noteWords}: ${name}`} onClick={() => setOpen(true)}>
            {noteWords}
          </button>
        )}
      </div>
      {isOpen && <NoteForm about={about} note={known} onJudge={onJudge} onSaved={onSaved} onClose={() => setOpen(false)} />}
    </>
  );
}

interface NoteProps extends Pick<Props, 'onJudge'> {
  /** What is begun here is known by it. */
  about: string;
  note: string;
  onSaved: (note: string) => void;
  onClose: () => void;
}

/** Closed however one likes: what was begun is there again, until it is saved or let go. */
function NoteForm({ about, note, onJudge, onSaved, onClose }: NoteProps) {
  const draft = useNoteDraft(about, note);
  async function save(event: Event) {
    event.preventDefault();
    const text = draft.text.trim();
    if (!(await onJudge({ note: text }))) return;
    dropNoteDraft(about, text);
    onSaved(text);
    onClose();
  }
  return (
    <form class="stack tight" onSubmit={save} onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && onClose()}>
      <NoteField label={word('turnNoteLabel')} draft={draft} maxLength={1_000} placeholder={word('turnNoteExample')} lines={1} autofocus />
      <div class="row wrap">
        <button type="submit" class="slim primary">
          {word('save')}
        </button>
        <button type="button" class="slim" onClick={onClose}>
          {word('cancel')}
        </button>
      </div>
    </form>
  );
}

/** A term, a community or a person, as strangers wrote them. */
export const nameStranger = (value: string): ComponentChildren => <Stranger>{value}</Stranger>;
