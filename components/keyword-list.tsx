import { Ear, Pause, Pencil, Play, Trash2 } from 'lucide';
import type { Keyword } from '../core/model.ts';
import { IconButton } from './controls.tsx';
import { EditKeyword } from './edit-keyword.tsx';
import { Empty } from './empty.tsx';
import { nameKind } from './keyword-rules.ts';
import { Stranger } from './plain-text.tsx';
import { useOpenForm } from './use-open-form.ts';
import { useSavedRows } from './use-saved-rows.ts';
import type { Trying } from './use-trial.ts';
import { formatNumber, word, wordFor } from './words.ts';

interface Props {
  keywords: readonly Keyword[];
  counts: Readonly<Record<string, number>>;
  trying: Trying;
  onSave: (keyword: Keyword) => Promise<boolean>;
  onRemove: (keyword: Keyword) => void;
}

export function KeywordList({ keywords: kept, counts, trying, onSave: save, onRemove }: Props) {
  const { open, onOpen, onClose } = useOpenForm();
  const { rows: keywords, onSave } = useSavedRows(kept, save);
  return (
    <>
      {keywords.length === 0 && (
        <Empty icon={Ear} title={word('keywordsEmptyTitle')}>
          <p>{word('keywordsEmpty')}</p>
        </Empty>
      )}
      <ul class="list" aria-label={word('keywords')}>
        {keywords.map((keyword) => (
          <li key={keyword.id}>
            {open === keyword.id ? (
              <EditKeyword
                keyword={keyword}
                others={keywords.filter((k) => k.id !== keyword.id)}
                trying={trying}
                onSave={onSave}
                onClose={() => onClose(keyword.id)}
              />
            ) : (
              <KeywordRow
                keyword={keyword}
                count={counts[keyword.id] ?? 0}
                onSave={onSave}
                onRemove={onRemove}
                onEdit={() => onOpen(keyword.id)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  keyword: Keyword;
  count: number;
  onSave: Props['onSave'];
  onRemove: Props['onRemove'];
  onEdit: () => void;
}

function KeywordRow({ keyword, count, onSave, onRemove, onEdit }: RowProps) {
  return (
    <div class={`keyword kw-${keyword.color}${keyword.paused ? ' paused' : ''}`}>
      <span class="dot" />
      <div class="grow">
        <div class="name clip">
          <Stranger title={keyword.query}>{keyword.name}</Stranger>
        </div>
        <div class="quiet small clip">
          {nameKind(keyword.kind)}
          {keyword.paused && ` · ${word('paused')}`}
          {keyword.name !== keyword.query && (
            <>
              {' · '}
              <Stranger>{keyword.query}</Stranger>
            </>
          )}
        </div>
      </div>
      <span class="count quiet small number" title={wordFor(count, 'mentionsOne', 'mentionsMany')}>
        {formatNumber(count)}
        <span class="unseen"> {word('mentions')}</span>
      </span>
      <div class="tools">
        <IconButton icon={Pencil} name={word('editNamed', keyword.name)} onClick={onEdit} />
        <IconButton
          icon={keyword.paused ? Play : Pause}
          name={word(keyword.paused ? 'resumeNamed' : 'pauseNamed', keyword.name)}
          onClick={() => void onSave({ ...keyword, paused: !keyword.paused })}
        />
        <IconButton icon={Trash2} name={word('removeNamed', keyword.name)} onClick={() => onRemove(keyword)} />
      </div>
    </div>
  );
}
