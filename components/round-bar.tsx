import { ArrowRight, Inbox, SkipForward, X } from 'lucide';
import type { RoundView } from '../core/round.ts';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { SiteMark } from './site-mark.tsx';
import { word, wordFor } from './words.ts';

export type RoundMove = 'next' | 'skip' | 'stop' | 'continue' | 'inbox';

interface Props {
  view: RoundView;
  onMove: (to: RoundMove) => void;
}

/** How far a round is, and the way on: in the strip, the popup and the dashboard. Only a press of the person's own counts. */
export function RoundBar({ view, onMove }: Props) {
  const on = (to: RoundMove) => (event: MouseEvent) => event.isTrusted && onMove(to);
  return (
    <section class="round-bar" aria-label={word('roundBar')}>
      {view.state === 'over' ? <Over view={view} on={on} /> : <Going view={view} on={on} />}
      <Progress at={view.state === 'over' ? view.total : view.at - 1} total={view.total} />
    </section>
  );
}

type On = (to: RoundMove) => (event: MouseEvent) => void;

function Going({ view, on }: { view: Exclude<RoundView, { state: 'over' }>; on: On }) {
  const { at, total, site, name, words, posts, state } = view;
  return (
    <>
      <SiteMark site={site} name={name} />
      <div class="grow" aria-live="polite">
        <p class="clip">
          <span class="quiet number">{word('roundAt', at, total)}</span> <strong>{name}</strong>{' '}
          <span>
            <Stranger>{words === undefined ? word('roundNotifications') : word('roundSearch', words.replaceAll('"', ''))}</Stranger>
          </span>
        </p>
        <p class="quiet small clip number">
          {state === 'waiting'
            ? word('roundWaiting')
            : posts === undefined
              ? word('roundUnread')
              : wordFor(posts, 'roundReadOne', 'roundReadMany')}
        </p>
      </div>
      {state === 'going' && (
        <button type="button" class="plain skip-stop" aria-label={word('roundSkip')} onClick={on('skip')}>
          <Icon of={SkipForward} size={14} />
          <span>{word('roundSkip')}</span>
        </button>
      )}
      {state === 'going' ? (
        <button type="button" class="primary" title={word('roundNextKeys')} onClick={on('next')}>
          {word(at === total ? 'roundFinish' : 'roundNext')}
          <Icon of={ArrowRight} size={14} />
        </button>
      ) : (
        <button type="button" class="primary" onClick={on('continue')}>
          {word('roundContinue')}
        </button>
      )}
      <Stop on={on} />
    </>
  );
}

function Over({ view, on }: { view: Extract<RoundView, { state: 'over' }>; on: On }) {
  return (
    <>
      <div class="grow" aria-live="polite">
        <strong>{word('roundOver')}</strong>
        <p class="quiet small clip number">{word('roundOverText', view.done, view.skipped)}</p>
      </div>
      <button type="button" class="primary" onClick={on('inbox')}>
        <Icon of={Inbox} size={14} />
        {word('openInbox')}
      </button>
      <Stop on={on} closes />
    </>
  );
}

function Stop({ on, closes = false }: { on: On; closes?: boolean }) {
  const name = word(closes ? 'close' : 'roundStop');
  return (
    <button type="button" class="plain square" aria-label={name} title={name} onClick={on('stop')}>
      <Icon of={X} />
    </button>
  );
}

function Progress({ at, total }: { at: number; total: number }) {
  return (
    <div class="progress" aria-hidden="true">
      <div style={{ width: `${Math.round((at / total) * 100)}%` }} />
    </div>
  );
}
