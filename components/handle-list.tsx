import { AtSign, Trash2 } from 'lucide';
import { useId, useState } from 'preact/hooks';
import { IconButton, Problem } from './controls.tsx';
import { Empty } from './empty.tsx';
import { Stranger } from './plain-text.tsx';
import { SiteMark } from './site-mark.tsx';
import { useOneAtATime } from './use-one-at-a-time.ts';
import { word } from './words.ts';

/** A handle the person writes under. `learnt`: a page said so, not the person. */
export interface HandleRow {
  place: string;
  placeName: string;
  handle: string;
  learnt: boolean;
}

interface Props {
  rows: readonly HandleRow[];
  places: readonly { place: string; name: string }[];
  onAdd: (place: string, handle: string) => Promise<boolean>;
  onRemove: (row: HandleRow) => void;
}

export function HandleList({ rows, places, onAdd, onRemove }: Props) {
  return (
    <div class="stack">
      <AddHandle rows={rows} places={places} onAdd={onAdd} />
      {rows.length === 0 && (
        <Empty icon={AtSign} title={word('handlesEmptyTitle')}>
          <p>{word('handlesEmpty')}</p>
        </Empty>
      )}
      <ul class="list" aria-label={word('handles')}>
        {rows.map((row) => (
          <li key={`${row.place} ${row.handle}`} class="handle-row">
            <SiteMark site={row.place} name={row.placeName} />
            <strong class="clip">
              <Stranger>{row.handle}</Stranger>
            </strong>
            <span class="quiet small grow">
              {row.placeName}
              {row.learnt && ` · ${word('handleLearnt')}`}
            </span>
            <IconButton icon={Trash2} name={word('handleRemove', row.handle, row.placeName)} onClick={() => onRemove(row)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function AddHandle({ rows, places, onAdd }: Omit<Props, 'onRemove'>) {
  const id = useId();
  const [place, setPlace] = useState(places[0]?.place ?? '');
  const [handle, setHandle] = useState('');
  const [problem, setProblem] = useState<string>();
  const once = useOneAtATime();

  async function add(event: Event) {
    event.preventDefault();
    const clean = handle.trim();
    const twice = rows.some((row) => row.place === place && bare(row.handle) === bare(clean));
    const found = bare(clean) === '' ? word('handleMissing') : twice ? word('handleTwice', clean) : undefined;
    setProblem(found);
    // What is typed by then is the next one.
    if (!found && (await once(`${place} ${clean}`, () => onAdd(place, clean)))) setHandle((now) => (now === handle ? '' : now));
  }
  return (
    <form class="add-keyword" noValidate onSubmit={add}>
      <input
        type="text"
        dir="auto"
        maxLength={300}
        aria-label={word('handle')}
        placeholder="@handle"
        value={handle}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? id : undefined}
        onInput={(event) => {
          setHandle(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
      <select aria-label={word('handleSite')} value={place} onChange={(event) => setPlace(event.currentTarget.value)}>
        {places.map((one) => (
          <option key={one.place} value={one.place}>
            {one.name}
          </option>
        ))}
      </select>
      <button type="submit">{word('handleAdd')}</button>
      {problem && <Problem id={id}>{problem}</Problem>}
    </form>
  );
}

const bare = (handle: string): string => handle.trim().replace(/^@/, '').toLowerCase();
