import { useId, useState } from 'preact/hooks';
import { Problem } from './controls.tsx';
import { Modal } from './modal.tsx';
import { formatWake, listSnoozeTimes } from './snooze-times.ts';
import { readSnoozeWords, type SnoozeReading } from './snooze-words.ts';
import { formatRelative } from './time.tsx';
import { word, wordFor } from './words.ts';

interface Props {
  /** How many mentions it is for. */
  count: number;
  now: number;
  onSnooze: (until: number) => void;
  onClose: () => void;
}

/** When mentions come back, in words or by one of the usual times. It says the time it understood before anything is done. */
export function SnoozeDialog({ count, now, onSnooze, onClose }: Props) {
  const id = useId();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const reading = readSnoozeWords(words, now);
  function submit(event: Event) {
    event.preventDefault();
    if ('until' in reading) onSnooze(reading.until);
    else setTried(true);
  }
  return (
    <Modal title={wordFor(count, 'snoozeTitleOne', 'snoozeTitleMany')} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <div class="field">
          <label for={id}>{word('snoozeWhen')}</label>
          <input
            id={id}
            type="text"
            data-first
            autocomplete="off"
            placeholder={word('snoozeExample')}
            aria-describedby={`${id}-read`}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
          <div id={`${id}-read`} aria-live="polite">
            <Understood reading={reading} now={now} tried={tried} />
          </div>
        </div>
        <div class="snooze-times">
          {listSnoozeTimes(now).map(({ name, until }) => (
            <button key={name} type="button" class="slim" onClick={() => onSnooze(until)}>
              <span>{word(name)}</span>
              <span class="quiet small">{formatWake(until)}</span>
            </button>
          ))}
        </div>
        <p class="quiet small">{word('snoozeEnds')}</p>
        <div class="ends">
          <button type="button" onClick={onClose}>
            {word('cancel')}
          </button>
          <button type="submit" class="primary">
            {word('snooze')}
          </button>
        </div>
      </form>
    </Modal>
  );
}

function Understood({ reading, now, tried }: { reading: SnoozeReading; now: number; tried: boolean }) {
  if ('until' in reading) {
    return <p class="understood small">{word('snoozeUnderstood', formatWake(reading.until), formatRelative(reading.until, now))}</p>;
  }
  if (reading.problem === 'past') return <Problem>{word('snoozePast')}</Problem>;
  if (reading.problem === 'unread' || tried) return <Problem>{word('snoozeUnread')}</Problem>;
  return <p class="quiet small">{word('snoozeHint')}</p>;
}
