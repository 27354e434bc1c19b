import { useMemo } from 'preact/hooks';
import { MuteList } from '../../components/mute-list.tsx';
import { nameMute } from '../../components/mute-words.ts';
import { useNow } from '../../components/use-now.ts';
import { useObservable } from '../../components/use-observable.ts';
import { word } from '../../components/words.ts';
import type { Mute } from '../../core/model.ts';
import { hasEnded } from '../../core/mutes.ts';
import { send } from '../../messages/send.ts';
import { watchQuery } from '../../storage/db.ts';
import { countKeptAway, listMutes, mostKeptAway } from '../../storage/mutes.ts';
import type { PageProps } from './page-props.ts';
import { nameSite } from './site-names.ts';

/** All that is muted, and the way back from each. */
export function MutedSection({ data, editing, notify }: PageProps) {
  const now = useNow();
  const mutes = useObservable(() => watchQuery(listMutes), []).value;
  const kept = useObservable(() => watchQuery(countKeptAway), []).value;
  const names = useMemo(() => new Map(data.keywords.map((keyword) => [keyword.id, keyword])), [data.keywords]);
  if (!mutes) return null;

  const save = (mute: Mute) => send('mute/save', { mutes: [mute] });
  async function change(mute: Mute, until: number | undefined) {
    const { until: _, ...rest } = mute;
    if (!(await editing.attempt(save(until === undefined ? rest : { ...rest, until })))) return;
    notify({ text: word('mutedNow', nameMute(mute, nameSite)), undo: () => void editing.attempt(save(mute)) });
  }
  async function lift(mute: Mute) {
    if (!(await editing.attempt(send('mute/remove', { id: mute.id })))) return;
    notify({ text: word('lifted', nameMute(mute, nameSite)), undo: () => void editing.attempt(save(mute)) });
  }
  return (
    <section class="stack apart" aria-labelledby="muted-title">
      <h2 id="muted-title">{word('mutedTitle')}</h2>
      <p class="quiet">{word('mutedIntro')}</p>
      <MuteList
        mutes={mutes.filter((mute) => !hasEnded(mute, now))}
        kept={kept ?? {}}
        most={mostKeptAway}
        keywords={names}
        nameSite={nameSite}
        now={now}
        onChange={(mute, until) => void change(mute, until)}
        onLift={(mute) => void lift(mute)}
      />
    </section>
  );
}
