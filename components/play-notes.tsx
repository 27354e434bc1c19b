import { BookOpen } from 'lucide';
import type { Play } from '../core/model.ts';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { namePlayAnswer } from './play-words.ts';
import './plays.css';
import { word } from './words.ts';

/** More than these and nobody reads them before answering: the others are a press away. */
const shown = 2;

/** What the playbook says about this post; nothing where it says nothing. */
export function PlayNotes({ plays }: { plays: readonly Play[] }) {
  if (plays.length === 0) return null;
  const more = plays.slice(shown);
  return (
    <section class="play-notes small" aria-label={word('playsHere')}>
      {plays.slice(0, shown).map((play) => (
        <PlayNote key={play.id} play={play} />
      ))}
      {more.length > 0 && (
        <details>
          <summary>{word('playbookMore', more.length)}</summary>
          {more.map((play) => (
            <PlayNote key={play.id} play={play} />
          ))}
        </details>
      )}
    </section>
  );
}

function PlayNote({ play: { name, answer, decides, tone, escalate } }: { play: Play }) {
  return (
    <article class="play-note">
      <Icon of={BookOpen} size={13} />
      <div>
        <p>
          <strong class={`play-${answer}`}>{namePlayAnswer(answer)}</strong>
          {decides && (
            <>
              {' · '}
              <Stranger>{word('playDecidedBy', decides)}</Stranger>
            </>
          )}
          <span class="quiet">
            {' · '}
            <Stranger>{name}</Stranger>
          </span>
        </p>
        {tone && (
          <p>
            <span class="quiet">{word('playToneHere')}</span> <Stranger>{tone}</Stranger>
          </p>
        )}
        {escalate && (
          <p>
            <span class="quiet">{word('playEscalateHere')}</span> <Stranger>{escalate}</Stranger>
          </p>
        )}
      </div>
    </article>
  );
}
