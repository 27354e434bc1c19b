import { PlayList } from '../../components/play-list.tsx';
import { useObservable } from '../../components/use-observable.ts';
import { word } from '../../components/words.ts';
import type { Mention, Play } from '../../core/model.ts';
import { listPlaysFor, playedMention } from '../../core/playbook.ts';
import { send } from '../../messages/send.ts';
import { watchQuery } from '../../storage/db.ts';
import { listKeywords } from '../../storage/keywords.ts';
import { listPlays } from '../../storage/plays.ts';
import type { PageProps } from './page-props.ts';

export function Playbook({ editing, notify }: PageProps) {
  const plays = useObservable(() => watchQuery(listPlays), []).value;
  if (!plays) return null;
  const save = (play: Play) => editing.attempt(send('play/save', { plays: [play] }));
  async function remove(play: Play) {
    if (!(await editing.attempt(send('play/remove', { id: play.id })))) return;
    notify({ text: word('removed', play.name), undo: () => void save(play) });
  }
  return (
    <PlayList
      plays={plays}
      onSave={save}
      onRemove={(play) => void remove(play)}
      onMove={(play, by) => void editing.attempt(send('play/move', { id: play.id, by }))}
    />
  );
}

/** What the playbook says about a mention in the inbox. */
export async function listMentionPlays(mention: Mention): Promise<Play[]> {
  const [plays, keywords] = await Promise.all([listPlays(), listKeywords()]);
  return listPlaysFor(plays, playedMention(mention, new Map(keywords.map(({ id, kind }) => [id, kind]))));
}
