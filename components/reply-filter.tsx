import type { Reply } from '../core/model.ts';
import { listFilters, type ReplyFilter } from './find-replies.ts';
import { nameLang } from './reply-details.tsx';
import { type WordKey, word } from './words.ts';

const kinds = { folder: 'replyFolder', tag: 'replyTags', lang: 'replyLang' } as const satisfies Record<string, WordKey>;

interface Props {
  replies: readonly Reply[];
  filter: ReplyFilter;
  onChange: (filter: ReplyFilter) => void;
}

/** There where there is something to choose between. */
export function ReplyFilterSelect({ replies, filter, onChange }: Props) {
  const filters = listFilters(replies);
  const favourites = replies.filter(({ favourite }) => favourite).length;
  if (filters.length === 0 && favourites === 0 && filter === 'all') return null;
  return (
    <select
      class="reply-filter"
      aria-label={word('replyFilters')}
      value={filter}
      onChange={(event) => onChange(event.currentTarget.value as ReplyFilter)}
    >
      <option value="all">{word('allReplies')}</option>
      {favourites > 0 && <option value="favourites">{`${word('favourites')} (${favourites})`}</option>}
      {Object.entries(kinds).map(([kind, key]) => {
        const some = filters.filter((one) => one.kind === kind);
        return (
          some.length > 0 && (
            <optgroup key={kind} label={word(key)}>
              {some.map(({ filter, name, count }) => (
                <option key={filter} value={filter}>
                  {`${kind === 'lang' ? nameLang(name) : name} (${count})`}
                </option>
              ))}
            </optgroup>
          )
        );
      })}
    </select>
  );
}
