import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide';
import type { Play } from '../core/model.ts';
import { IconButton } from './controls.tsx';
import { Icon } from './icon.tsx';
import { intentNames } from './intent-names.ts';
import { nameKind } from './keyword-rules.ts';
import { feelingNames } from './measure-words.ts';
import { Stranger } from './plain-text.tsx';
import { PlayForm } from './play-form.tsx';
import { namePlayAnswer } from './play-words.ts';
import './plays.css';
import { useOpenForm } from './use-open-form.ts';
import { useSavedRows } from './use-saved-rows.ts';
import { word } from './words.ts';

interface Props {
  plays: readonly Play[];
  onSave: (play: Play) => Promise<boolean>;
  onRemove: (play: Play) => void;
  onMove: (play: Play, by: 1 | -1) => void;
}

/** "leaving OR cancelled · Complains, Leaves someone · Brand". */
function sayWhen({ when: { query, intents = [], sentiments = [], keywordKinds = [] } }: Play): string {
  const parts = [
    query ?? '',
    intents.map((one) => word(intentNames[one])).join(', '),
    sentiments.map((one) => word(feelingNames[one])).join(', '),
    keywordKinds.map(nameKind).join(', '),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : word('playEverywhere');
}

export function PlayList({ plays: kept, onSave: save, onRemove, onMove }: Props) {
  const { rows: plays, onSave } = useSavedRows(kept, save);
  const { open, onOpen, onClose } = useOpenForm();
  const form = { order: (plays.at(-1)?.order ?? -1) + 1, onSave };
  return (
    <section class="stack" aria-labelledby="plays-title">
      <div class="row">
        <h2 id="plays-title" class="grow">
          {word('plays')}
        </h2>
        <button type="button" onClick={() => onOpen('new')}>
          <Icon of={Plus} size={15} />
          {word('playNew')}
        </button>
      </div>
      <p class="quiet small">{word('playsIntro')}</p>
      {plays.length === 0 && open !== 'new' && <p class="quiet small">{word('playsEmpty')}</p>}
      {open === 'new' && <PlayForm {...form} onClose={() => onClose('new')} />}
      <ul class="list" aria-label={word('plays')}>
        {plays.map((play, i) => (
          <li key={play.id}>
            {open === play.id ? (
              <PlayForm play={play} {...form} onClose={() => onClose(play.id)} />
            ) : (
              <PlayRow
                play={play}
                first={i === 0}
                last={i === plays.length - 1}
                onEdit={() => onOpen(play.id)}
                onRemove={() => onRemove(play)}
                onMove={(by) => onMove(play, by)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  play: Play;
  first: boolean;
  last: boolean;
  onEdit: () => void;
  onRemove: () => void;
  onMove: (by: 1 | -1) => void;
}

function PlayRow({ play, first, last, onEdit, onRemove, onMove }: RowProps) {
  const { name, answer, decides, tone, escalate } = play;
  return (
    <article class="play">
      <div class="row">
        <strong class="grow clip">
          <Stranger>{name}</Stranger>
        </strong>
        <div class="tools">
          {!first && <IconButton icon={ArrowUp} name={word('playMoveUp', name)} onClick={() => onMove(-1)} />}
          {!last && <IconButton icon={ArrowDown} name={word('playMoveDown', name)} onClick={() => onMove(1)} />}
          <IconButton icon={Pencil} name={word('editNamed', name)} onClick={onEdit} />
          <IconButton icon={Trash2} name={word('removeNamed', name)} onClick={onRemove} />
        </div>
      </div>
      <p class="small">
        <span class={`play-${answer}`}>{namePlayAnswer(answer)}</span>
        {decides && (
          <>
            {' · '}
            <Stranger>{word('playDecidedBy', decides)}</Stranger>
          </>
        )}
        <span class="quiet">
          {' · '}
          <Stranger>{sayWhen(play)}</Stranger>
        </span>
      </p>
      {tone && (
        <p class="small">
          <span class="quiet">{word('playToneHere')}</span> <Stranger>{tone}</Stranger>
        </p>
      )}
      {escalate && (
        <p class="small">
          <span class="quiet">{word('playEscalateHere')}</span> <Stranger>{escalate}</Stranger>
        </p>
      )}
    </article>
  );
}
