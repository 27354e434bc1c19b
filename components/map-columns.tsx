import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type ColumnMap, type ColumnPart, columnParts, guessColumns, listSamples, nameColumns, setColumn } from '../core/map-columns.ts';
import { Problem } from './controls.tsx';
import { Form, FormEnds } from './form.tsx';
import { Stranger } from './plain-text.tsx';
import { type WordKey, word } from './words.ts';

interface Props {
  fileName: string;
  rows: readonly (readonly string[])[];
  onMap: (map: ColumnMap) => void;
  onClose: () => void;
}

const partNames = {
  text: 'text',
  title: 'title',
  shortcut: 'replyShortcut',
  tags: 'replyTags',
  folder: 'replyFolder',
  language: 'replyLang',
} as const satisfies Record<ColumnPart, WordKey>;

/** What the columns of a table hold that names none of them as we know them. Nothing is read into replies before it is said. */
export function MapColumns({ fileName, rows, onMap, onClose }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const [map, setMap] = useState(() => guessColumns(rows));
  const [tried, setTried] = useState(false);
  useEffect(() => title.current?.focus(), []);
  const names = nameColumns(rows, map).map((name, i) => name || word('mapColumn', i + 1));
  const hasText = map.parts.includes('text');
  const leftOut = names.filter((_, i) => map.parts[i] === undefined);

  function go(event: Event) {
    event.preventDefault();
    setTried(true);
    if (hasText) onMap(map);
  }

  return (
    <Form label={word('mapTitle', fileName)} class="map-columns" onSubmit={go} onClose={onClose}>
      <h3 ref={title} tabIndex={-1}>
        {word('mapTitle', fileName)}
      </h3>
      <p class="quiet small">{word('mapIntro')}</p>
      <label class="row">
        <input type="checkbox" checked={map.hasHeader} onChange={(event) => setMap({ ...map, hasHeader: event.currentTarget.checked })} />
        {word('mapHeader')}
      </label>
      <ul class="list" aria-label={word('mapColumns')}>
        {names.map((name, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by where they stand.
          <li key={i} class="map-column">
            <label class="clip" for={`${id}-${i}`}>
              <Stranger>{name}</Stranger>
            </label>
            <select
              id={`${id}-${i}`}
              aria-label={word('mapHolds', name)}
              value={map.parts[i] ?? ''}
              onChange={(event) =>
                setMap(
                  setColumn(
                    map,
                    i,
                    columnParts.find((part) => part === event.currentTarget.value),
                  ),
                )
              }
            >
              <option value="">{word('mapNothing')}</option>
              {columnParts.map((part) => (
                <option key={part} value={part}>
                  {word(partNames[part])}
                </option>
              ))}
            </select>
            <Samples texts={listSamples(rows, map, i)} />
          </li>
        ))}
      </ul>
      {hasText && leftOut.length > 0 && (
        <p class="quiet small">
          <Stranger>{word('mapLeftOut', leftOut.join(', '))}</Stranger>
        </p>
      )}
      {tried && !hasText && <Problem>{word('mapNeedsText')}</Problem>}
      <FormEnds onClose={onClose} go={word('mapGo')} />
    </Form>
  );
}

function Samples({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return <p class="quiet small">{word('mapEmpty')}</p>;
  return (
    <ul class="small quiet">
      {texts.map((text, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two cells may say the same.
        <li key={i} class="clip" dir="auto">
          <Stranger>{text.slice(0, 200)}</Stranger>
        </li>
      ))}
    </ul>
  );
}
