import { BellOff } from 'lucide';
import type { Mute } from '../core/model.ts';
import { Empty } from './empty.tsx';
import { endOf, muteLengths, nameEnd, nameMute } from './mute-words.ts';
import { Stranger } from './plain-text.tsx';
import { formatNumber, word, wordFor } from './words.ts';

interface Props {
  mutes: readonly Mute[];
  /** How many distinct posts each is known to have kept away, at most `most`. */
  kept: Readonly<Record<string, number>>;
  most: number;
  keywords: ReadonlyMap<string, { name: string }>;
  nameSite: (place: string) => string;
  now: number;
  onChange: (mute: Mute, until: number | undefined) => void;
  onLift: (mute: Mute) => void;
}

export function MuteList(props: Props) {
  if (props.mutes.length === 0) {
    return (
      <Empty icon={BellOff} title={word('mutedEmptyTitle')}>
        <p>{word('mutedEmpty')}</p>
      </Empty>
    );
  }
  return (
    <ul class="list" aria-label={word('mutedTitle')}>
      {props.mutes.map((mute) => (
        <li key={mute.id}>
          <MuteRow {...props} mute={mute} count={props.kept[mute.id] ?? 0} />
        </li>
      ))}
    </ul>
  );
}

const kindWords = { person: 'mutePersonKind', community: 'muteCommunityKind', place: 'mutePlaceKind', phrase: 'mutePhraseKind' } as const;

function MuteRow({ mute, count, most, keywords, nameSite, now, onChange, onLift }: Props & { mute: Mute; count: number }) {
  const what = nameMute(mute, nameSite);
  return (
    <div class="mute-row">
      <div class="grow">
        <div class="mute-name clip">
          <Stranger title={what}>{what}</Stranger>
        </div>
        <div class="quiet small facts">
          <span>{word(kindWords[mute.kind])}</span>
          <span>{nameReach(mute, keywords)}</span>
          <span>{nameEnd(mute, now)}</span>
          {count > 0 && <span>{nameKept(count, most)}</span>}
        </div>
      </div>
      <select
        aria-label={word('lengthNamed', what)}
        value=""
        onChange={(event) => {
          const chosen = muteLengths[Number(event.currentTarget.value)];
          event.currentTarget.value = '';
          if (chosen) onChange(mute, endOf(chosen.length, Date.now()));
        }}
      >
        <option value="" disabled hidden>
          {word('lengthChange')}
        </option>
        {muteLengths.map(({ name, length }, i) => (
          <option key={name} value={String(i)}>
            {length === undefined ? word(name) : word('lengthFromNow', word(name))}
          </option>
        ))}
      </select>
      <button type="button" aria-label={word('liftNamed', what)} onClick={() => onLift(mute)}>
        {word('lift')}
      </button>
    </div>
  );
}

function nameReach({ keywordId }: Mute, keywords: Props['keywords']): string {
  if (keywordId === undefined) return word('mutedForAll');
  const name = keywords.get(keywordId)?.name;
  return name === undefined ? word('mutedForGone') : word('mutedForKeyword', name);
}

const nameKept = (count: number, most: number): string =>
  count < most ? wordFor(count, 'mutedKeptOne', 'mutedKeptMany') : word('mutedKeptMost', formatNumber(most));
